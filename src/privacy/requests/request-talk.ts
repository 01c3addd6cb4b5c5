import { Injectable } from '@nestjs/common';
import { AppError, hashToken, newId, notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { deadlinesOf } from './deadlines.js';
import { RequestMails } from './request-mails.js';
import { type DataRequest, type RequestMessage, RequestRepository } from './request.repository.js';

/** What happens to a request between its being made and its answer. */
@Injectable()
export class RequestTalk {
  constructor(
    private readonly requests: RequestRepository,
    private readonly mails: RequestMails,
    private readonly policy: Policy,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** By request, the oldest first. */
  async messagesOf(requests: readonly DataRequest[]): Promise<ReadonlyMap<string, RequestMessage[]>> {
    const messages = await this.requests.messages(this.db.alone, requests.map(({ id }) => id));
    return Map.groupBy(messages, ({ requestId }) => requestId);
  }

  /** A letter's owner says, by the link mailed to the address of the account, that it is theirs. 404 for a link that does not work, or no longer. */
  async confirm(token: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const id = await this.requests.confirm(tx, hashToken(token));
      if (id === null) throw new AppError('privacy.link_used_or_expired', 404, 'This link does not work any more. Write to us once more if you still want an answer.');
      await this.mails.confirmed(tx, await this.get(tx, id));
      await this.note(tx, null, 'privacy.request_confirmed', id);
    });
  }

  /** An operator has made sure in another way that an unconfirmed letter is its owner's; their answer says how. */
  async vouch(tx: Tx, id: string): Promise<void> {
    await this.requests.vouch(tx, id);
  }

  /** Something more about a request that waits for its answer. 404 for one that is not theirs, and for one that is answered. */
  async writeAsPerson(accountId: string, id: string, body: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.requests.write(tx, newId(), { requestId: id, by: 'person', body }, accountId))) throw notFound();
      await this.mails.writtenByPerson(tx, await this.get(tx, id));
    });
  }

  /** False when the person could not be told by mail. */
  writeAsOperator(operatorId: string, id: string, body: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.requests.write(tx, newId(), { requestId: id, by: 'operator', body }, null))) throw notFound();
      await this.requests.acknowledge(tx, id);
      await this.note(tx, operatorId, 'privacy.request_written', id);
      return this.mails.writtenByOperator(tx, await this.get(tx, id));
    });
  }

  /** Puts the answer off, once, where the law lets it, and tells the person why. */
  extend(operatorId: string, id: string, because: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const { jurisdiction, askedAt } = await this.get(tx, id);
      const { mayExtendBy } = deadlinesOf(this.policy, jurisdiction, askedAt);
      if (mayExtendBy === null) throw new AppError('privacy.not_extendable', 409, 'The law of this request does not let its answer be put off.');
      if (!(await this.requests.extend(tx, id, mayExtendBy, because))) throw new AppError('privacy.extended_or_due', 409, 'The answer can be put off once, and before it is due.');
      await this.requests.acknowledge(tx, id);
      await this.note(tx, operatorId, 'privacy.request_extended', id);
      return this.mails.extended(tx, await this.get(tx, id));
    });
  }

  /** Takes up again what was answered within 30 days, once; the answer stays as a message. 404 otherwise. */
  async reopen(accountId: string, id: string, body: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const before = await this.requests.find(tx, id);
      if (before?.accountId !== accountId) throw notFound();
      const { within } = deadlinesOf(this.policy, before.jurisdiction, before.askedAt);
      if (!(await this.requests.reopen(tx, id, accountId, within))) throw notFound();
      await this.requests.write(tx, newId(), { requestId: id, by: 'person', body }, accountId);
      await this.mails.writtenByPerson(tx, await this.get(tx, id));
      await this.note(tx, accountId, 'privacy.request_reopened', id);
    });
  }

  private async get(tx: Tx, id: string): Promise<DataRequest> {
    const request = await this.requests.find(tx, id);
    if (!request) throw notFound();
    return request;
  }

  private async note(tx: Tx, actorId: string | null, action: string, id: string): Promise<void> {
    await this.audit.append(tx, { actor: actorId === null ? { kind: 'system', id: null } : { kind: 'account', id: actorId }, action, subject: { kind: 'data_request', id } });
  }
}
