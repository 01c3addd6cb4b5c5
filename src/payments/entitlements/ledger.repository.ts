import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Unit } from '../terms.js';
import { type CreditUse, type LotSource } from './credits.js';

/** Credits to be given together. */
export interface NewLot {
  readonly customerId: string;
  readonly unit: Unit;
  readonly source: LotSource;
  readonly paymentId: string | null;
  readonly granted: number;
  readonly from: Date;
  readonly until: Date | null;
  readonly expiresAt: Date;
  readonly because: string | null;
}

/** A lot that can be used now, or could be if its payment were not disputed. */
export interface LiveLot {
  readonly unit: Unit;
  readonly source: LotSource;
  readonly left: number;
  readonly of: number;
  readonly from: Date;
  readonly until: Date | null;
  readonly isFrozen: boolean;
}

const LIVE = 'l.valid_from <= clock.now() and (l.valid_until is null or l.valid_until > clock.now()) and l.expires_at > clock.now()';
/** What runs out first is used first. */
const FIRST_TO_END = 'l.valid_until nulls last, l.id';

/** Statements about lots and the lines of their ledger. Whoever moves credits has locked their customer. */
@Injectable()
export class LedgerRepository {
  /** Nothing when that month, or that payment, gave its lot before. */
  async give(tx: Tx, lot: NewLot): Promise<void> {
    await tx.query(
      `with made as (
         insert into payments.lot (id, customer_id, unit, source, payment_id, granted, valid_from, valid_until, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id, granted)
       insert into payments.entry (id, lot_id, kind, amount, because) select $10, id, 'granted', granted, $11 from made`,
      [newId(), lot.customerId, lot.unit, lot.source, lot.paymentId, lot.granted, lot.from, lot.until, lot.expiresAt, newId(), lot.because],
    );
  }

  live(tx: Tx, customerId: string): Promise<LiveLot[]> {
    return tx.query(
      `select l.unit, l.source, l.remaining as left, l.granted as of, l.valid_from as "from", l.valid_until as until, l.frozen_at is not null as "isFrozen"
       from payments.lot l where l.customer_id = $1 and ${LIVE} order by ${FIRST_TO_END}`,
      [customerId],
    );
  }

  /** Those of some things that nothing is used for yet, each once. */
  async unused(tx: Tx, unit: Unit, things: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ thing: string }[]>(
      'select distinct wanted.thing from unnest($2::uuid[]) wanted (thing) where not exists (select from payments.use u where u.unit = $1 and u.thing = wanted.thing)', [unit, things]);
    return rows.map(({ thing }) => thing);
  }

  /** Uses one credit for each of the things, as far as there are any; how many it used. */
  async use(tx: Tx, customerId: string, unit: Unit, things: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ used: number }[]>(
      `with lots as (
         select l.id, l.remaining, sum(l.remaining) over (order by ${FIRST_TO_END}) as upto from payments.lot l
          where l.customer_id = $1 and l.unit = $2 and l.remaining > 0 and l.frozen_at is null and ${LIVE}),
       wanted as (select * from unnest($3::uuid[], $4::uuid[]) with ordinality as each (thing, entry_id, place)),
       taken as (
         insert into payments.use (unit, thing, lot_id) select $2, w.thing, l.id from wanted w join lots l on w.place > l.upto - l.remaining and w.place <= l.upto
         on conflict do nothing returning thing, lot_id),
       written as (insert into payments.entry (id, lot_id, kind, amount, thing) select w.entry_id, t.lot_id, 'used', -1, t.thing from taken t join wanted w using (thing) returning id)
       select count(*)::int as used from written`,
      [customerId, unit, things, things.map(() => newId())],
    );
    return row?.used ?? 0;
  }

  /** Whose credits are used for some things. */
  async customersOf(tx: Tx, unit: Unit, things: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      'select distinct l.customer_id as id from payments.use u join payments.lot l on l.id = u.lot_id where u.unit = $1 and u.thing = any($2)', [unit, things]);
    return rows.map(({ id }) => id);
  }

  /** Gives back what was used for some things; the lots it came back to. */
  async returnUsed(tx: Tx, unit: Unit, things: readonly string[], because: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `with gone as (delete from payments.use where unit = $1 and thing = any($2) returning thing, lot_id),
       wanted as (select * from unnest($2::uuid[], $3::uuid[]) as each (thing, entry_id)),
       written as (insert into payments.entry (id, lot_id, kind, amount, thing, because) select w.entry_id, g.lot_id, 'returned', 1, g.thing, $4 from gone g join wanted w using (thing) returning lot_id)
       select distinct lot_id as id from written`,
      [unit, things, things.map(() => newId()), because],
    );
    return rows.map(({ id }) => id);
  }

  /** Says how much of the lots of a payment is to be taken back, and whether any of it can be used; gives their ids. */
  async settle(tx: Tx, paymentId: string, { refunded, amount, isLost, isDisputed }: { refunded: bigint; amount: bigint; isLost: boolean; isDisputed: boolean }): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update payments.lot set frozen_at = case when $5 then coalesce(frozen_at, clock.now()) end,
         due = case when $4 then granted when $3::bigint > 0 then least(granted, floor(granted::numeric * $2::bigint / $3::bigint)) else 0 end
       where payment_id = $1 returning id`,
      [paymentId, refunded, amount, isLost, isDisputed],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes back what is due of these lots and not used, and restores what was taken back and is not due any more. */
  async takeBack(tx: Tx, lots: readonly string[]): Promise<void> {
    await tx.query(
      `insert into payments.entry (id, lot_id, kind, amount)
       select wanted.entry_id, l.id, case when open.amount > 0 then 'withdrawn' else 'restored' end, -open.amount from unnest($1::uuid[], $2::uuid[]) as wanted (lot_id, entry_id) join payments.lot l on l.id = wanted.lot_id
       cross join lateral (select least(l.remaining, l.due + coalesce(sum(e.amount), 0))::int as amount from payments.entry e where e.lot_id = l.id and e.kind in ('withdrawn', 'restored')) open
       where open.amount <> 0`,
      [lots, lots.map(() => newId())],
    );
  }

  /** The newest first, at most `count`, those before the line `after` when it is given. */
  uses(tx: Tx, customerId: string, after: string | null, count: number): Promise<CreditUse[]> {
    return tx.query(
      `select e.id, l.unit, e.kind, e.thing, e.made_at as at, l.source, e.because from payments.entry e join payments.lot l on l.id = e.lot_id
       where l.customer_id = $1 and l.expires_at > clock.now() and e.thing is not null and ($2::uuid is null or e.id < $2) order by e.id desc limit $3`,
      [customerId, after, count],
    );
  }
}
