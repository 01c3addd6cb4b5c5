import { Injectable } from '@nestjs/common';
import { hashToken, newId, newToken, notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { deadlinesOf, mustBeNamed } from './deadlines.js';
import { RequestMails } from './request-mails.js';
import { type DataRequest, type RequestKind, RequestRepository } from './request.repository.js';

const PAGE = 50;

/** A request, and whether the person was mailed about it. */
export interface ToldRequest {
  readonly request: DataRequest;
  readonly told: boolean;
}

/** What is entered of a request when it is made. */
export type AskedRequest = Pick<DataRequest, 'accountId' | 'kind' | 'body' | 'cameBy' | 'askedAt' | 'jurisdiction' | 'identity'>;

/** The register of what people ask of us about their data, with the day each answer is due. */
@Injectable()
export class DataRequests {
  constructor(
    private readonly requests: RequestRepository,
    private readonly mails: RequestMails,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  listMine(accountId: string): Promise<DataRequest[]> {
    return this.requests.listMine(this.db.alone, accountId);
  }

  /** One page for whoever answers; that they looked is written down. `next` is the `after` of the page that follows. */
  list(operatorId: string, state: 'open' | 'answered', after: string | null): Promise<{ requests: DataRequest[]; next: string | null }> {
    return this.db.transaction(async (tx) => {
      const found = await this.requests.list(tx, { state, after, limit: PAGE + 1 });
      const requests = found.slice(0, PAGE);
      await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'privacy.requests_read', subject: null, detail: { state, count: requests.length } });
      return { requests, next: found.length > PAGE ? (requests.at(-1)?.id ?? null) : null };
    });
  }

  ask(accountId: string, asked: { kind: RequestKind; body: string; jurisdiction: string | null }): Promise<DataRequest> {
    return this.db.transaction(async (tx) => (await this.add(tx, { ...asked, accountId, cameBy: 'here', identity: 'signed_in', askedAt: await this.clock.now(tx) }, accountId)).request);
  }

  /** `actorId` is whoever wrote it down: the person, or the operator whom a letter reached. The answer is due counted from `askedAt`. A letter is to be confirmed by a link. */
  async add(tx: Tx, asked: AskedRequest, actorId: string): Promise<ToldRequest> {
    const id = newId();
    const { rights } = this.policy.values;
    mustBeNamed(this.policy, asked.jurisdiction);
    const { within, acknowledgeBy } = deadlinesOf(this.policy, asked.jurisdiction, asked.askedAt);
    const token = asked.identity === 'unconfirmed' ? newToken() : null;
    const confirm = token === null ? null : { hash: hashToken(token), within: rights.confirmWithin.iso };
    await this.requests.insert(tx, { ...asked, id, within, acknowledgeBy, confirm, keep: this.policy.periodOf('dataRequests').iso });
    const told = await this.mails.received(tx, await this.get(tx, id), token);
    if (told) await this.requests.acknowledge(tx, id);
    await this.audit.append(tx, { actor: { kind: 'account', id: actorId }, action: 'privacy.request_made', subject: { kind: 'data_request', id }, detail: { kind: asked.kind } });
    return { request: await this.get(tx, id), told };
  }

  /** 404 when there is no such request, when it was answered before, and when its account is gone. `doing` is done before the person is told. */
  async answer(operatorId: string, id: string, given: { outcome: 'done' | 'refused'; answer: string }, doing?: (tx: Tx, request: DataRequest) => Promise<void>): Promise<ToldRequest> {
    return this.db.transaction(async (tx) => {
      const { outcome } = given;
      if (!(await this.requests.answer(tx, id, { ...given, by: operatorId }))) throw notFound();
      const request = await this.get(tx, id);
      await doing?.(tx, request);
      const told = await this.mails.answered(tx, request);
      await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'privacy.request_answered', subject: { kind: 'data_request', id }, detail: { outcome, told } });
      return { request: doing === undefined ? request : await this.get(tx, id), told };
    });
  }

  private async get(tx: Tx, id: string): Promise<DataRequest> {
    const request = await this.requests.find(tx, id);
    if (!request) throw notFound();
    return request;
  }
}
