import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { isOfSession, Policy, type Purpose, purposes } from '../platform/policy/index.js';
import { type ConsentStateView, type DisclosuresQuery, type DisclosuresView, type HistoryView, type PurposesView } from './consent.dto.js';
import { ConsentRepository, type StateRow } from './consent.repository.js';
import { ConsentDesk } from './consent-desk.js';
import { DisclosureLog } from './disclosure-log.js';
import { Notices } from './notices.js';

const PAGE = 50;

/** What people see of their consents. */
@Injectable()
export class ConsentViews {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly disclosures: DisclosureLog,
    private readonly notices: Notices,
    private readonly desk: ConsentDesk,
    private readonly policy: Policy,
  ) {}

  /** Every purpose with its notice as it stands. */
  purposes(locale?: string): PurposesView {
    const { operator, purposes: declared } = this.policy.values;
    return {
      purposes: this.notices.all(locale).map((notice) => {
        const { fields, atLeast, expires } = declared[notice.purpose];
        return { ...notice, fields, atLeast, lasts: expires?.toString() ?? null };
      }),
      operator,
    };
  }

  /** Where each purpose stands for a person: those never decided, too, as not given, if they can be; those for one interview as long as it is there. */
  async states(tx: Tx, subjectId: string): Promise<ConsentStateView[]> {
    const decided = await this.named(tx, subjectId, await this.consents.states(tx, subjectId));
    // There is one for each interview: those that ended with theirs are history.
    const known = decided.filter(({ purpose, because, recipient }) => because === null || recipient !== null || !isOfSession(purpose));
    return purposes.flatMap((purpose) => {
      const mine = known.filter((row) => row.purpose === purpose);
      if (mine.length > 0) return mine.map((row) => this.asState(row));
      return this.policy.asksFor(purpose) ? [untouched(purpose, '')] : [];
    });
  }

  async state(tx: Tx, subjectId: string, purpose: Purpose, scope: string): Promise<ConsentStateView> {
    const row = (await this.consents.states(tx, subjectId)).find((state) => state.purpose === purpose && state.scope === scope);
    const [named] = await this.named(tx, subjectId, row ? [row] : []);
    return named ? this.asState(named) : untouched(purpose, scope);
  }

  async history(tx: Tx, subjectId: string, before?: number): Promise<HistoryView> {
    const rows = await this.named(tx, subjectId, await this.consents.history(tx, subjectId, before ?? null, PAGE));
    const last = rows.length === PAGE ? rows.at(-1) : undefined;
    return { acts: rows.map(({ at, expiresAt, place, fields, recipient, ...row }) => ({ ...row, recipient, fields: [...fields], where: place, at: at.toISOString(), expiresAt: expiresAt?.toISOString() ?? null })), next: last?.version ?? null };
  }

  async disclosed(tx: Tx, subjectId: string, { before, matter }: DisclosuresQuery = {}): Promise<DisclosuresView> {
    const rows = await this.disclosures.of(tx, subjectId, { before: before ?? null, matter: matter ?? null, limit: PAGE });
    const last = rows.length === PAGE ? rows.at(-1) : undefined;
    return {
      disclosures: rows.map(({ recipientName, clientName, at, ...row }) => ({ ...row, fields: [...row.fields], recipient: recipientName, client: clientName, at: at.toISOString() })),
      next: last?.id ?? null,
    };
  }

  private asState({ purpose, scope, recipient, live, fields, givenAt, expiresAt, noticeVersion, recordId, because, endedAt }: StateRow): ConsentStateView {
    return {
      purpose, scope, recipient, live, fields: [...fields], noticeVersion, recordId,
      givenAt: givenAt?.toISOString() ?? null, expiresAt: expiresAt?.toISOString() ?? null,
      ended: because && endedAt && { because, at: endedAt.toISOString() },
    };
  }

  /** Those without a name of whom they are for get the name of the provider, or of the thing that they are for. */
  private async named<Row extends { purpose: Purpose; scope: string; recipient: string | null }>(tx: Tx, subjectId: string, rows: readonly Row[]): Promise<Row[]> {
    const names = new Map<string, string>();
    for (const purpose of new Set(rows.map((row) => row.purpose))) {
      const scopes = rows.flatMap((row) => (row.purpose === purpose && row.scope !== '' ? [row.scope] : []));
      if (scopes.length > 0) for (const [scope, name] of await this.desk.namesOf(tx, subjectId, purpose, [...new Set(scopes)])) names.set(scope, name);
    }
    return rows.map((row) => ({ ...row, recipient: row.recipient ?? this.policy.processor(row.scope)?.name ?? names.get(row.scope) ?? null }));
  }
}

function untouched(purpose: Purpose, scope: string): ConsentStateView {
  return { purpose, scope, recipient: null, live: false, fields: [], givenAt: null, expiresAt: null, noticeVersion: null, recordId: null, ended: null };
}
