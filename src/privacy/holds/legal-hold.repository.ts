import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/index.js';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';

/** What is to be kept of whom, on which ground, why, and until when. */
export interface HoldOrder {
  readonly accountId: string;
  /** Parts of the product, as `personalDataHolders` name them. */
  readonly modules: readonly string[];
  readonly ground: string;
  readonly reason: string;
  readonly holdsUntil: Date;
  /** The law that forbids to tell the person, and until when, which is no later than the end; null when they are told at once. */
  readonly secret: { readonly because: string; readonly until: Date } | null;
}

/** A line of the register. The account is null once it is gone, the reason once the hold has ended. */
export interface LegalHold extends Omit<HoldOrder, 'accountId' | 'reason' | 'secret'> {
  readonly id: string;
  readonly accountId: string | null;
  readonly reason: string | null;
  readonly secretBecause: string | null;
  readonly secretUntil: Date | null;
  /** Whether the law forbids it still. */
  readonly isSecret: boolean;
  readonly state: 'sealing' | 'sealed';
  readonly objectId: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly placedAt: Date;
  readonly endedAt: Date | null;
  /** When its copy was opened, the first time first, and why, as long as it holds. */
  readonly openings: readonly { readonly because: string | null; readonly openedAt: string }[];
  /** Each time that the law forbade it for longer, the first time first, and why, as long as it holds. */
  readonly prolongations: readonly { readonly because: string | null; readonly secretUntil: string; readonly prolongedAt: string }[];
}

const HOLDS = 'ended_at is null and holds_until > clock.now()';
/** What the person may know of: no law forbids it, or no longer, and it holds. */
export const MAY_BE_TOLD = `(secret_until is null or secret_until <= clock.now()) and ${HOLDS}`;
/** Its copy is not there yet. */
export const IS_SEALING = `state = 'sealing' and ${HOLDS}`;
/** The law forbade it until now, and nobody has told them yet. */
export const IS_TO_BE_TOLD = 'secret_until <= clock.now() and secret_settled_at is null';
/** One whose time is over has ended at that second, whenever the sweep comes. */
const COLUMNS = `id, account_id as "accountId", modules, ground, case when ${HOLDS} then reason end as reason, secret_because as "secretBecause", secret_until as "secretUntil", coalesce(secret_until > clock.now(), false) as "isSecret", state, object_id as "objectId", bytes::float8 as bytes, sha256,
  placed_at as "placedAt", holds_until as "holdsUntil", coalesce(ended_at, case when holds_until <= clock.now() then holds_until end) as "endedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('because', case when ${HOLDS} then o.because end, 'openedAt', o.opened_at) order by o.opened_at), '[]') from privacy.legal_hold_opening o where o.hold_id = legal_hold.id) as openings,
  (select coalesce(jsonb_agg(jsonb_build_object('because', case when ${HOLDS} then p.because end, 'secretUntil', p.secret_until, 'prolongedAt', p.prolonged_at) order by p.prolonged_at, p.id), '[]')
     from privacy.legal_hold_prolongation p where p.hold_id = legal_hold.id) as prolongations`;
const SURELY_LOST = '1 hour';
const AT_ONCE = 200;

/** Every statement about legal holds. */
@Injectable()
export class LegalHoldRepository {
  constructor(private readonly policy: Policy) {}

  /** False when there is no such account. While `tx` lasts it is not purged; a purge under way is waited for. */
  async holdAccount(tx: Tx, accountId: string): Promise<boolean> {
    return (await tx.query<object[]>('select from accounts.account where id = $1 for key share', [accountId])).length > 0;
  }

  async insert(tx: Tx, id: string, placedBy: string, { accountId, modules, ground, reason, holdsUntil, secret }: HoldOrder): Promise<void> {
    await tx.query(
      `insert into privacy.legal_hold (id, account_id, modules, ground, reason, secret_because, secret_until, placed_by, holds_until, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9::timestamptz + $10::interval)`,
      [id, accountId, modules, ground, reason, secret?.because ?? null, secret?.until ?? null, placedBy, holdsUntil, this.policy.periodOf('register').iso]);
  }

  async find(tx: Tx, id: string): Promise<LegalHold | null> {
    if (!isId(id)) return null;
    const [row] = await tx.query<LegalHold[]>(`select ${COLUMNS} from privacy.legal_hold where id = $1 and expires_at > clock.now()`, [id]);
    return row ?? null;
  }

  /** The newest first, those before one when it is given. */
  list(tx: Tx, before: string | null, limit: number): Promise<LegalHold[]> {
    return tx.query<LegalHold[]>(
      `select ${COLUMNS} from privacy.legal_hold where expires_at > clock.now() and ($1::uuid is null or (placed_at, id) < (select b.placed_at, b.id from privacy.legal_hold b where b.id = $1))
       order by placed_at desc, id desc limit $2`, [before, limit]);
  }

  /** Those in force that somebody may know of, the newest first. */
  listMine(tx: Tx, accountId: string): Promise<LegalHold[]> {
    return tx.query<LegalHold[]>(`select ${COLUMNS} from privacy.legal_hold where account_id = $1 and ${MAY_BE_TOLD} order by placed_at desc, id desc limit 100`, [accountId]);
  }

  /** One whose copy is not there yet, for whoever makes it. */
  async findSealing(tx: Tx, id: string): Promise<LegalHold | null> {
    const [row] = await tx.query<LegalHold[]>(`select ${COLUMNS} from privacy.legal_hold where id = $1 and account_id is not null and ${IS_SEALING}`, [id]);
    return row ?? null;
  }

  /** False when it was sealed or ended meanwhile. */
  async seal(tx: Tx, id: string, file: { id: string; bytes: number; sha256: string }): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      `update privacy.legal_hold set state = 'sealed', object_id = $2, bytes = $3, sha256 = $4 where id = $1 and ${IS_SEALING} returning id`, [id, file.id, file.bytes, file.sha256]);
    return rows.length > 0;
  }

  /** Gives the hold that ended, or null when none of this id held. */
  async end(tx: Tx, id: string): Promise<LegalHold | null> {
    if (!isId(id)) return null;
    const [rows] = await tx.query<[LegalHold[], number]>(`update privacy.legal_hold set ended_at = clock.now() where id = $1 and ${HOLDS} returning ${COLUMNS}`, [id]);
    return rows[0] ?? null;
  }

  /** The next whose time is over; each is named once. */
  async endDue(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update privacy.legal_hold set ended_at = clock.now() where id in (
         select id from privacy.legal_hold where ended_at is null and holds_until <= clock.now() limit ${AT_ONCE} for update skip locked) returning id`);
    return rows.map(({ id }) => id);
  }

  /** Those whose job seems lost, each named once in an hour. */
  async overdue(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update privacy.legal_hold set look_again_at = clock.now() + interval '${SURELY_LOST}' where id in (
         select id from privacy.legal_hold where look_again_at <= clock.now() and ${IS_SEALING} limit ${AT_ONCE} for update skip locked) returning id`);
    return rows.map(({ id }) => id);
  }

  /** False unless it holds, its secret is not over, and the new end of that is later, though no later than its own. */
  async prolongSecret(tx: Tx, id: string, until: Date): Promise<boolean> {
    if (!isId(id)) return false;
    const [rows] = await tx.query<[object[], number]>(
      `update privacy.legal_hold set secret_until = $2 where id = $1 and ${HOLDS} and secret_until > clock.now() and secret_until < $2 and holds_until >= $2 returning id`, [id, until]);
    return rows.length > 0;
  }

  /** What a restored database does not know yet. False when the secret lasts as long already, or its end was dealt with. */
  async keepSecret(tx: Tx, id: string, until: Date): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(
      'update privacy.legal_hold set secret_until = $2 where id = $1 and secret_settled_at is null and secret_until < $2 and holds_until >= $2 returning id', [id, until]);
    return rows.length > 0;
  }

  /** The next whose secret is over, whether they hold still or have ended; each is named once. */
  async settleSecrets(tx: Tx): Promise<LegalHold[]> {
    const [rows] = await tx.query<[LegalHold[], number]>(
      `update privacy.legal_hold set secret_settled_at = clock.now() where id in (
         select id from privacy.legal_hold where ${IS_TO_BE_TOLD} order by secret_until limit ${AT_ONCE} for update skip locked) returning ${COLUMNS}`);
    return rows;
  }

  async noteProlongation(tx: Tx, id: string, { holdId, by, until, because }: { holdId: string; by: string; until: Date; because: string }): Promise<void> {
    await tx.query('insert into privacy.legal_hold_prolongation (id, hold_id, prolonged_by, secret_until, because) values ($1, $2, $3, $4, $5)', [id, holdId, by, until, because]);
  }

  async noteOpening(tx: Tx, id: string, opening: { holdId: string; by: string; because: string }): Promise<void> {
    await tx.query('insert into privacy.legal_hold_opening (id, hold_id, opened_by, because) values ($1, $2, $3, $4)', [id, opening.holdId, opening.by, opening.because]);
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'privacy.legal_hold');
  }
}
