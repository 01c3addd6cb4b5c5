import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { type FailedRefund, type RefundAnswer } from '../gateways/gateway.js';
import { type Refundable, type RefundState } from './refund.js';

/** A refund that somebody should see to. */
export interface Overdue {
  readonly id: string;
  readonly state: RefundState;
  readonly purchaseId: string | null;
  /** Of a payment that was set apart. */
  readonly quarantineId: string | null;
}

/** Of one that is on its way, or was tried. */
interface Unconfirmed {
  readonly id: string;
  readonly state: RefundState;
  readonly amountMinor: bigint;
}

/** Of which payment, as its gateway calls it. */
type Paid = Pick<Refundable, 'gateway' | 'reference'>;

/** Statements about sending refunds, and about what the gateway says of them. */
@Injectable()
export class RefundDispatchRepository {
  /** Takes one to send it; false when somebody else has it, or it is not to be sent (any more). */
  async take(tx: Tx, id: string, lease: string): Promise<boolean> {
    const [, taken] = await tx.query<[unknown, number]>(
      `update payments.refund set lease = $2, leased_until = clock.now() + interval '60 seconds', tried_at = coalesce(tried_at, clock.now()), look_at = clock.now() + interval '10 minutes'
       where id = $1 and state = 'approved' and (lease is null or leased_until <= clock.now())`, [id, lease]);
    return taken > 0;
  }

  /** Whoever holds the lease writes down what the gateway answered; false when somebody else has it by now. */
  async answered(tx: Tx, id: string, lease: string, { reference, state }: RefundAnswer): Promise<boolean> {
    const next = { pending: 'sent', done: 'done', failed: 'failed' } as const;
    const [, changed] = await tx.query<[unknown, number]>(
      `update payments.refund set state = $3, gateway_reference = $4, because = case when $3 = 'failed' then 'failed' end, done_at = case when $3 = 'done' then clock.now() end,
         look_at = case when $3 = 'sent' then clock.now() + interval '6 hours' end, lease = null, leased_until = null where id = $1 and lease = $2 and state = 'approved'`, [id, lease, next[state], reference]);
    return changed > 0;
  }

  /** It will never be made, or nobody will ever say. */
  async failed(tx: Tx, id: string, lease: string, because: string): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update payments.refund set state = 'failed', because = $3, look_at = null, lease = null, leased_until = null where id = $1 and lease = $2 and state = 'approved'`, [id, lease, because]);
    return changed > 0;
  }

  async letGo(tx: Tx, id: string, lease: string): Promise<void> {
    await tx.query('update payments.refund set lease = null, leased_until = null where id = $1 and lease = $2', [id, lease]);
  }

  /** Whether gateways may have forgotten its key by now: they keep one for a day. */
  async isStale(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query<object[]>(`select from payments.refund where id = $1 and tried_at < clock.now() - interval '20 hours'`, [id]);
    return rows.length > 0;
  }

  /** Those to see to, each put off until somebody has. */
  async overdue(tx: Tx): Promise<Overdue[]> {
    const [rows] = await tx.query<[Overdue[], number]>(
      `update payments.refund r set look_at = clock.now() + case when r.state = 'sent' then interval '6 hours' else interval '10 minutes' end
       where r.id in (select id from payments.refund where look_at <= clock.now() order by look_at limit 100 for update skip locked)
       returning r.id, r.state, (select purchase_id from payments.payment where id = r.payment_id) as "purchaseId", r.quarantine_id as "quarantineId"`);
    return rows;
  }

  /** Gives up those that were sent and have not arrived for two weeks; not before the gateway was asked and had an hour to say so, since nobody may have looked for as long. */
  async lost(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update payments.refund set state = 'failed', because = 'not_arrived', look_at = null where state = 'sent' and tried_at < clock.now() - interval '14 days' and look_at > clock.now() and look_at < clock.now() + interval '5 hours' returning id`);
    return rows.map(({ id }) => id);
  }

  /** What the gateway has not confirmed yet, in the order it was asked for. */
  async unconfirmed(tx: Tx, { gateway, reference }: Paid): Promise<Unconfirmed[]> {
    const rows = await tx.query<(Omit<Unconfirmed, 'amountMinor'> & { amountMinor: string })[]>(
      `select id, state, amount_minor as "amountMinor" from payments.refund where gateway = $1 and payment_reference = $2 and (state = 'sent' or (state = 'approved' and tried_at is not null)) order by id`, [gateway, reference]);
    return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
  }

  /**
   * The gateway had taken it on, and could not make it; `backMinor` is what went back without it. One it made at its own desk is known here by its
   * amount alone, and maybe together with others: what of them went back is written down anew. One that we had given up and that was made after all
   * is known like that, too. Gives its id, once.
   */
  async failedLate(tx: Tx, of: Paid, backMinor: bigint, { reference, key, amountMinor }: FailedRefund): Promise<string | null> {
    const [[row]] = await tx.query<[{ id: string }[], number]>(
      `update payments.refund set state = 'failed', because = 'failed_later', gateway_reference = $2, amount_minor = case when reason = 'at_gateway' then $4 else amount_minor end, look_at = null, lease = null, leased_until = null, done_at = null
       where state in ('approved', 'sent', 'done') and id = coalesce(
         (select id from payments.refund where gateway = $1 and payment_reference = $5 and (gateway_reference = $2 or id::text = $3) and (because is null or because not in ('unanswered', 'not_arrived')) limit 1),
         (select id from payments.refund where gateway = $1 and payment_reference = $5 and reason = 'at_gateway' and state = 'done' and amount_minor >= $4
            and (select sum(amount_minor) from payments.refund where gateway = $1 and payment_reference = $5 and state = 'done') > $6::bigint order by amount_minor, id desc limit 1)) returning id`,
      [of.gateway, reference, key, amountMinor.toString(), of.reference, backMinor.toString()]);
    return row?.id ?? null;
  }

  async arrived(tx: Tx, id: string): Promise<void> {
    await tx.query(`update payments.refund set state = 'done', done_at = clock.now(), look_at = null where id = $1 and state = 'sent'`, [id]);
  }

  async forget(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'payments.refund');
  }
}
