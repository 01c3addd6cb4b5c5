import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/index.js';
import { deleteEnded, type Tx } from '../../platform/db/index.js';

export const requestKinds = ['access', 'correction', 'deletion', 'objection', 'grievance'] as const;
export type RequestKind = (typeof requestKinds)[number];

/**
 * Something a person asked of us about their data. `body` and `answer` are null once the account is gone, which was at
 * `accountGoneAt`; a letter that belongs to no account has neither an account nor this moment.
 */
export interface DataRequest {
  readonly id: string;
  /** What people quote. */
  readonly number: string;
  readonly accountId: string | null;
  readonly kind: RequestKind;
  readonly cameBy: 'here' | 'mail';
  readonly body: string | null;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly isOverdue: boolean;
  /** The law that is called upon, by its id in the policy. */
  readonly jurisdiction: string | null;
  readonly acknowledgeBy: Date | null;
  readonly acknowledgedAt: Date | null;
  /** Nobody was told in time that it came. */
  readonly isReceiptOverdue: boolean;
  readonly identity: Identity;
  /** That the answer was put off, and why. */
  readonly extendedAt: Date | null;
  readonly extendedBecause: string | null;
  readonly reopenedAt: Date | null;
  readonly outcome: 'done' | 'refused' | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly accountGoneAt: Date | null;
}

/** How it is known whose it is: see the migration. */
export const identities = ['signed_in', 'confirmed', 'unconfirmed', 'other', 'no_account'] as const;
export type Identity = (typeof identities)[number];

/** What is written back and forth about one. */
export interface RequestMessage {
  readonly requestId: string;
  readonly by: 'person' | 'operator';
  readonly body: string;
  readonly writtenAt: Date;
}

/** What is entered when one is made; the periods are ISO 8601. */
export type NewRequest = Pick<DataRequest, 'id' | 'accountId' | 'kind' | 'cameBy' | 'body' | 'askedAt' | 'jurisdiction' | 'acknowledgeBy' | 'identity'>
  & { readonly within: string; readonly keep: string; readonly confirm: { readonly hash: string; readonly within: string } | null };

/** What whoever answers is reminded of. */
export type DueRequest = Pick<DataRequest, 'id' | 'kind' | 'dueAt'>;

/** Waiting for an answer. Nobody is left to answer when the account is gone. */
const IS_OPEN = 'outcome is null and account_gone_at is null';
/** Whoever asked was not told that it came; whoever was answered before was. */
const OWES_RECEIPT = `${IS_OPEN} and acknowledged_at is null and acknowledge_by is not null`;
const COLUMNS = `id, number, account_id as "accountId", kind, came_by as "cameBy", body, asked_at as "askedAt", due_at as "dueAt",
  outcome is null and due_at <= clock.now() as "isOverdue", outcome, answer, answered_at as "answeredAt", account_gone_at as "accountGoneAt",
  jurisdiction, acknowledge_by as "acknowledgeBy", acknowledged_at as "acknowledgedAt", ${OWES_RECEIPT} and acknowledge_by <= clock.now() as "isReceiptOverdue", identity, extended_at as "extendedAt", extended_because as "extendedBecause", reopened_at as "reopenedAt"`;
const REMINDED_BEFORE = '3 days';
const AT_ONCE = 200;
const REOPENED_WITHIN = '30 days';

/** What waits, the most urgent first; and what was answered or cannot be any more, the newest first. Both go on after a row. */
const LISTS = {
  open: `${IS_OPEN} and ($1::uuid is null or (due_at, id) > (select due_at, id from privacy.request where id = $1)) order by due_at, id`,
  answered: `not (${IS_OPEN}) and ($1::uuid is null or (coalesce(answered_at, account_gone_at), id) < (select coalesce(answered_at, account_gone_at), id from privacy.request where id = $1))
    order by coalesce(answered_at, account_gone_at) desc, id desc`,
};

/** Every statement about requests. */
@Injectable()
export class RequestRepository {
  async insert(tx: Tx, request: NewRequest): Promise<void> {
    const { id, accountId, kind, cameBy, body, askedAt, within, keep, jurisdiction, acknowledgeBy, identity, confirm } = request;
    await tx.query(
      `insert into privacy.request (id, account_id, kind, came_by, body, asked_at, due_at, expires_at, jurisdiction, acknowledge_by, identity, confirm_hash, confirm_until)
       values ($1, $2, $3, $4, $5, $6, $6::timestamptz + $7::interval, $6::timestamptz + $8::interval, $9, $10, $11, $12, clock.now() + $13::interval)`,
      [id, accountId, kind, cameBy, body, askedAt, within, keep, jurisdiction, acknowledgeBy, identity, confirm?.hash ?? null, confirm?.within ?? null],
    );
  }

  /** That the person was told that it came. */
  async acknowledge(tx: Tx, id: string): Promise<void> {
    await tx.query('update privacy.request set acknowledged_at = clock.now() where id = $1 and acknowledged_at is null', [id]);
  }

  /** Gives the letter whose link this is, which works once and for a while; null for every other token. */
  async confirm(tx: Tx, tokenHash: string): Promise<string | null> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update privacy.request set identity = 'confirmed', confirm_hash = null, confirm_until = null where confirm_hash = $1 and confirm_until > clock.now() and ${IS_OPEN} returning id`, [tokenHash]);
    return rows[0]?.id ?? null;
  }

  async vouch(tx: Tx, id: string): Promise<void> {
    await tx.query(`update privacy.request set identity = 'other', confirm_hash = null, confirm_until = null where id = $1 and identity = 'unconfirmed'`, [id]);
  }

  /** Once, and before it is due; false otherwise. */
  async extend(tx: Tx, id: string, by: string, because: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      `update privacy.request set due_at = due_at + $2::interval, expires_at = expires_at + $2::interval, extended_at = clock.now(), extended_because = $3, reminded_at = null
        where id = $1 and ${IS_OPEN} and extended_at is null and due_at > clock.now() returning id`, [id, by, because]);
    return rows.length > 0;
  }

  /** Takes an answered one up again, once and soon after its answer, which becomes a message; due within the period once more. False otherwise. */
  async reopen(tx: Tx, id: string, accountId: string, within: string): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into privacy.request_message (id, request_id, by, body, written_at)
       select gen_random_uuid(), id, 'operator', answer, answered_at from privacy.request
        where id = $1 and account_id = $2 and outcome is not null and reopened_at is null and answered_at > clock.now() - interval '${REOPENED_WITHIN}' and expires_at > clock.now() for update returning id`, [id, accountId]);
    if (rows.length === 0) return false;
    await tx.query(
      `update privacy.request set outcome = null, answer = null, answered_at = null, answered_by = null, acknowledged_at = coalesce(acknowledged_at, answered_at), reopened_at = clock.now(), reminded_at = null, late_told_at = null,
         due_at = clock.now() + $2::interval, expires_at = greatest(expires_at, clock.now() + $2::interval + interval '1 day') where id = $1`, [id, within]);
    return true;
  }

  /** False unless it is open, and, for the person, theirs. */
  async write(tx: Tx, messageId: string, { requestId, by, body }: Omit<RequestMessage, 'writtenAt'>, accountId: string | null): Promise<boolean> {
    if (!isId(requestId)) return false;
    const rows = await tx.query<object[]>(
      `insert into privacy.request_message (id, request_id, by, body)
       select $1, id, $3, $4 from privacy.request where id = $2 and ($5::uuid is null or account_id = $5) and ${IS_OPEN} and expires_at > clock.now() for update returning id`,
      [messageId, requestId, by, body, accountId]);
    return rows.length > 0;
  }

  /** The oldest first. */
  messages(tx: Tx, requestIds: readonly string[]): Promise<RequestMessage[]> {
    return tx.query<RequestMessage[]>(
      `select request_id as "requestId", by, body, written_at as "writtenAt" from privacy.request_message where request_id = any ($1::uuid[]) order by written_at, id`, [requestIds]);
  }

  async find(tx: Tx, id: string): Promise<DataRequest | null> {
    if (!isId(id)) return null;
    const [row] = await tx.query<DataRequest[]>(`select ${COLUMNS} from privacy.request where id = $1 and expires_at > clock.now()`, [id]);
    return row ?? null;
  }

  /** The newest first. */
  listMine(tx: Tx, accountId: string): Promise<DataRequest[]> {
    return tx.query<DataRequest[]>(`select ${COLUMNS} from privacy.request where account_id = $1 and expires_at > clock.now() order by asked_at desc, id desc limit 100`, [accountId]);
  }

  /** Those after the one with the id `after`, or from the beginning. */
  list(tx: Tx, { state, after, limit }: { state: 'open' | 'answered'; after: string | null; limit: number }): Promise<DataRequest[]> {
    return tx.query<DataRequest[]>(`select ${COLUMNS} from privacy.request where expires_at > clock.now() and ${LISTS[state]} limit $2`, [after, limit]);
  }

  /** False when it was answered before, or there is none. */
  async answer(tx: Tx, id: string, { outcome, answer, by }: { outcome: 'done' | 'refused'; answer: string; by: string }): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      `update privacy.request set outcome = $2, answer = $3, answered_at = clock.now(), answered_by = $4
        where id = $1 and ${IS_OPEN} and expires_at > clock.now() returning id`,
      [id, outcome, answer, by],
    );
    return rows.length > 0;
  }

  /** The next whose word of receipt is owed soon, or late, each named once. */
  receiptOwed(tx: Tx): Promise<DueRequest[]> {
    return this.nameOnce(tx, 'receipt_reminded_at', `${OWES_RECEIPT} and acknowledge_by <= clock.now() + interval '${REMINDED_BEFORE}'`, 'acknowledge_by');
  }

  /** The next that are due soon, each named once. */
  dueSoon(tx: Tx): Promise<DueRequest[]> {
    return this.nameOnce(tx, 'reminded_at', `due_at > clock.now() and due_at <= clock.now() + interval '${REMINDED_BEFORE}'`);
  }

  /** The next whose day has passed, each named once. */
  late(tx: Tx): Promise<DueRequest[]> {
    return this.nameOnce(tx, 'late_told_at', 'due_at <= clock.now()');
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'privacy.request');
  }

  private async nameOnce(tx: Tx, column: 'reminded_at' | 'late_told_at' | 'receipt_reminded_at', when: string, due: 'due_at' | 'acknowledge_by' = 'due_at'): Promise<DueRequest[]> {
    const [rows] = await tx.query<[DueRequest[], number]>(
      `update privacy.request set ${column} = clock.now() where id in (
         select id from privacy.request where ${IS_OPEN} and ${column} is null and ${when} order by ${due} limit ${AT_ONCE} for update skip locked)
       returning id, kind, ${due} as "dueAt"`,
    );
    return rows;
  }
}
