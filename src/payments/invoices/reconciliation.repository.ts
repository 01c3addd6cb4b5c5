import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type OurPayment } from './compared.js';
import { type Difference } from './payment-day.js';

/** Something that a gateway is asked about: a payment of the day, or a purchase that might have been paid on it. */
export interface Touched {
  readonly purchaseId: string;
  readonly gateway: string;
  readonly currency: string;
  readonly reference: string | null;
}

/** What asking came to, in one currency of one gateway. */
export interface Book {
  readonly gateway: string;
  readonly currency: string;
  compared: number;
  oursMinor: bigint;
  theirsMinor: bigint;
  unanswered: number;
  readonly differences: Difference[];
}

const within = (moment: string): string => `${moment} >= ($1::date)::timestamp at time zone 'utc' and ${moment} < ($1::date + 1)::timestamp at time zone 'utc'`;

@Injectable()
export class ReconciliationRepository {
  /** Paid, paid back or seen on that day; paid back in the four weeks before, since a refund can still fail; and what was begun or ended on it without a payment. */
  touched(tx: Tx, day: string): Promise<Touched[]> {
    return tx.query<Touched[]>(
      `select p.purchase_id as "purchaseId", p.gateway, p.currency, p.reference from payments.payment p
        where p.gateway <> 'none' and p.expires_at > clock.now() and (${within('p.captured_at')} or ${within('p.seen_at')}
          or exists (select from payments.money_back b where b.payment_id = p.id and b.at >= ($1::date - 28)::timestamp at time zone 'utc' and b.at < ($1::date + 1)::timestamp at time zone 'utc'))
       union all
       select u.id, u.gateway, u.currency, null from payments.purchase u
        where u.gateway <> 'none' and u.state <> 'paid' and u.expires_at > clock.now() and (${within('u.made_at')} or ${within('u.closes_at')})
          and not exists (select from payments.payment p where p.purchase_id = u.id)
       order by 2, 3, 1, 4`, [day]);
  }

  /** Payments that were set apart and of which money went back, or may have, in the four weeks until that day: they are in no book, and their refunds can still fail, or turn out to have been made. */
  async setApart(tx: Tx, day: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct quarantine_id as id from payments.refund where quarantine_id is not null and (state = 'done' or because in ('unanswered', 'not_arrived')) and expires_at > clock.now()
         and coalesce(done_at, tried_at) >= ($1::date - 28)::timestamp at time zone 'utc' and coalesce(done_at, tried_at) < ($1::date + 1)::timestamp at time zone 'utc' order by 1`, [day]);
    return rows.map(({ id }) => id);
  }

  async ours(tx: Tx, gateway: string, references: readonly string[]): Promise<ReadonlyMap<string, OurPayment>> {
    const rows = await tx.query<(Omit<OurPayment, 'amountMinor' | 'refundedMinor'> & { reference: string; amount: string; refunded: string })[]>(
      `select reference, state, amount_minor as amount, currency, refunded_minor as refunded, dispute from payments.payment where gateway = $1 and reference = any ($2::text[]) and expires_at > clock.now()`, [gateway, references]);
    return new Map(rows.map(({ reference, amount, refunded, ...row }) => [reference, { ...row, amountMinor: BigInt(amount), refundedMinor: BigInt(refunded) }]));
  }

  /** In the place of what an earlier look at that day found. */
  async save(tx: Tx, day: string, books: readonly Book[], expiresAt: Date): Promise<void> {
    await tx.query('delete from payments.reconciliation where day = $1', [day]);
    for (const { gateway, currency, compared, oursMinor, theirsMinor, unanswered, differences } of books) {
      await tx.query(
        `insert into payments.reconciliation (day, gateway, currency, ours, ours_minor, theirs_minor, unanswered, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [day, gateway, currency, compared, oursMinor.toString(), theirsMinor.toString(), unanswered, expiresAt]);
      await tx.query(
        `insert into payments.difference (day, gateway, currency, reference, what, ours, theirs)
         select $1, $2, $3, d.reference, d.what, d.ours, d.theirs from jsonb_to_recordset($4) d (reference text, what text, ours text, theirs text) on conflict do nothing`,
        [day, gateway, currency, JSON.stringify(differences)]);
    }
  }

  /** Yesterday, and the days of the week before it that did not come out even. */
  async days(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ day: string }[]>(
      `with today as (select (clock.now() at time zone 'utc')::date as day)
       select (day - 1)::text as day from today
       union
       select r.day::text from payments.reconciliation r, today where r.day between today.day - 8 and today.day - 2
         and (r.unanswered > 0 or exists (select from payments.difference d where (d.day, d.gateway, d.currency) = (r.day, r.gateway, r.currency))) order by 1`);
    return rows.map(({ day }) => day);
  }
}
