import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';

/** That somebody here is too young, as it was reported. The words are null once it is decided, or the account is gone. */
export interface MinorReport {
  readonly id: string;
  /** Whom it names; null while nobody knows, and once the account is gone. */
  readonly accountId: string | null;
  readonly about: string | null;
  readonly why: string | null;
  readonly contact: string | null;
  readonly reportedAt: Date;
  /** Until when the person is hidden because of it; null when they are not. */
  readonly hiddenUntil: Date | null;
  readonly outcome: 'erased' | 'restored' | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly accountGoneAt: Date | null;
}

/** What whoever reports writes. */
export interface ReportedWords {
  readonly about: string;
  readonly why: string;
  readonly contact: string | null;
}

/** Anybody can report anybody, so that hiding ends by itself when nobody decides. */
const HIDDEN_FOR = '72 hours';
/** A second report within this hides nobody by itself: whoever was looked at is not hidden again and again by the same person. */
const HIDDEN_ONCE_IN = '90 days';
const IS_OPEN = 'outcome is null and account_gone_at is null and expires_at > clock.now()';
const COLUMNS = `id, account_id as "accountId", about, why, contact, reported_at as "reportedAt", case when outcome is null and hidden_until > clock.now() then hidden_until end as "hiddenUntil",
  outcome, reason, decided_at as "decidedAt", account_gone_at as "accountGoneAt"`;

/** Every statement about reports of minors. */
@Injectable()
export class MinorReportRepository {
  constructor(private readonly policy: Policy) {}

  async insert(tx: Tx, id: string, { about, why, contact }: ReportedWords, accountId: string | null): Promise<void> {
    await tx.query(
      'insert into privacy.minor_report (id, account_id, about, why, contact, expires_at) values ($1, $2, $3, $4, $5, clock.now() + $6::interval)',
      [id, accountId, about, why, contact, this.policy.periodOf('register').iso]);
  }

  /** Writes down a report that a restored backup knows nothing of, without its words. False when it does know, when its time is over, or when the account is gone. */
  async insertRestored(tx: Tx, id: string, accountId: string, hiddenUntil: Date): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into privacy.minor_report (id, account_id, about, why, hidden_until, expires_at)
       select $1, id, 'Somebody who was reported before this place was restored from a backup', 'The words of the report were lost with the database.', $3, clock.now() + $4::interval
         from accounts.account where id = $2 and $3 > clock.now() on conflict (id) do nothing returning id`,
      [id, accountId, hiddenUntil, this.policy.periodOf('register').iso]);
    return rows.length > 0;
  }

  /** Whether somebody was reported lately; whoever reports them at the same moment waits. */
  async wasReported(tx: Tx, accountId: string): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('minor ' || $1, 0))`, [accountId]);
    return (await tx.query<object[]>('select from privacy.minor_report where account_id = $1 and reported_at > clock.now() - $2::interval limit 1', [accountId, HIDDEN_ONCE_IN])).length > 0;
  }

  /** Hides whom an open report names, or names somebody it did not name; null when there is no such report. */
  async hide(tx: Tx, id: string, accountId: string): Promise<Date | null> {
    const [rows] = await tx.query<[{ until: Date }[], number]>(
      `update privacy.minor_report set account_id = $2, hidden_until = clock.now() + $3::interval where id = $1 and coalesce(account_id, $2) = $2 and ${IS_OPEN} returning hidden_until as until`,
      [id, accountId, HIDDEN_FOR]);
    return rows[0]?.until ?? null;
  }

  /** Until when somebody is hidden, by all reports of them together. */
  async hiddenUntil(tx: Tx, accountId: string): Promise<Date | null> {
    const [row] = await tx.query<{ until: Date | null }[]>('select privacy.hidden_until($1) as until', [accountId]);
    return row?.until ?? null;
  }

  /** Its words go. False when it was decided before, or there is none. */
  async decide(tx: Tx, id: string, outcome: 'erased' | 'restored', reason: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      `update privacy.minor_report set outcome = $2, reason = $3, decided_at = clock.now(), about = null, why = null, contact = null where id = $1 and ${IS_OPEN} returning id`, [id, outcome, reason]);
    return rows.length > 0;
  }

  async find(tx: Tx, id: string): Promise<MinorReport | null> {
    const [row] = await tx.query<MinorReport[]>(`select ${COLUMNS} from privacy.minor_report where id = $1 and expires_at > clock.now()`, [id]);
    return row ?? null;
  }

  /** The newest first; those before one when it is given. */
  list(tx: Tx, { state, before, limit }: { state: 'open' | 'decided'; before: string | null; limit: number }): Promise<MinorReport[]> {
    return tx.query<MinorReport[]>(
      `select ${COLUMNS} from privacy.minor_report
       where expires_at > clock.now() and ${state === 'open' ? '' : 'not'} (${IS_OPEN}) and ($1::uuid is null or (reported_at, id) < (select b.reported_at, b.id from privacy.minor_report b where b.id = $1))
       order by reported_at desc, id desc limit $2`, [before, limit]);
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'privacy.minor_report');
  }
}
