import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';

export const requestKinds = ['access', 'correction', 'deletion', 'objection', 'grievance'] as const;
export type RequestKind = (typeof requestKinds)[number];

/**
 * Something a person asked of us about their data. `body` and `answer` are null once the account is gone, which was at
 * `accountGoneAt`; a letter that belongs to no account has neither an account nor this moment.
 */
export interface DataRequest {
  readonly id: string;
  readonly accountId: string | null;
  readonly kind: RequestKind;
  readonly cameBy: 'here' | 'mail';
  readonly body: string | null;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly isOverdue: boolean;
  readonly outcome: 'done' | 'refused' | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly accountGoneAt: Date | null;
}

/** What whoever answers is reminded of. */
export type DueRequest = Pick<DataRequest, 'id' | 'kind' | 'dueAt'>;

const COLUMNS = `id, account_id as "accountId", kind, came_by as "cameBy", body, asked_at as "askedAt", due_at as "dueAt",
  outcome is null and due_at <= clock.now() as "isOverdue", outcome, answer, answered_at as "answeredAt", account_gone_at as "accountGoneAt"`;
const REMINDED_BEFORE = '3 days';
const AT_ONCE = 200;

/** Waiting for an answer. Nobody is left to answer when the account is gone. */
const IS_OPEN = 'outcome is null and account_gone_at is null';

/** What waits, the most urgent first; and what was answered or cannot be any more, the newest first. Both go on after a row. */
const LISTS = {
  open: `${IS_OPEN} and ($1::uuid is null or (due_at, id) > (select due_at, id from privacy.request where id = $1)) order by due_at, id`,
  answered: `not (${IS_OPEN}) and ($1::uuid is null or (coalesce(answered_at, account_gone_at), id) < (select coalesce(answered_at, account_gone_at), id from privacy.request where id = $1))
    order by coalesce(answered_at, account_gone_at) desc, id desc`,
};

/** Every statement about requests. */
@Injectable()
export class RequestRepository {
  /** `within` and `keep` are ISO 8601 durations. */
  async insert(tx: Tx, request: Pick<DataRequest, 'id' | 'accountId' | 'kind' | 'cameBy' | 'body'> & { askedAt: Date; within: string; keep: string }): Promise<void> {
    const { id, accountId, kind, cameBy, body, askedAt, within, keep } = request;
    await tx.query(
      `insert into privacy.request (id, account_id, kind, came_by, body, asked_at, due_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $6::timestamptz + $7::interval, $6::timestamptz + $8::interval)`,
      [id, accountId, kind, cameBy, body, askedAt, within, keep],
    );
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

  /** The next that are due soon, each named once. */
  dueSoon(tx: Tx): Promise<DueRequest[]> {
    return this.nameOnce(tx, 'reminded_at', `due_at > clock.now() and due_at <= clock.now() + interval '${REMINDED_BEFORE}'`);
  }

  /** The next whose day has passed, each named once. */
  late(tx: Tx): Promise<DueRequest[]> {
    return this.nameOnce(tx, 'late_told_at', 'due_at <= clock.now()');
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await tx.query('delete from privacy.request where expires_at <= clock.now()');
  }

  private async nameOnce(tx: Tx, column: 'reminded_at' | 'late_told_at', when: string): Promise<DueRequest[]> {
    const [rows] = await tx.query<[DueRequest[], number]>(
      `update privacy.request set ${column} = clock.now() where id in (
         select id from privacy.request where ${IS_OPEN} and ${column} is null and ${when} order by due_at limit ${AT_ONCE} for update skip locked)
       returning id, kind, due_at as "dueAt"`,
    );
    return rows;
  }
}
