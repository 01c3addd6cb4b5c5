import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type PaymentFacts } from './payment-states.js';
import { type HeldPurchase } from './settled-purchase.repository.js';

/** A payment of a purchase as it is known here. */
export interface KnownPayment extends PaymentFacts {
  readonly id: string;
  readonly purchaseId: string;
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly isGranted: boolean;
  readonly periodEnd: Date | null;
}

export interface Turn {
  readonly start: Date;
  readonly end: Date;
}

/** What is written down of a payment. */
export interface PaymentChange {
  readonly facts: PaymentFacts;
  readonly turn: Turn | null;
  /** Null: as it was. */
  readonly expiresAt: Date | null;
}

type Minor = 'amountMinor' | 'refundedMinor' | 'refundFailedMinor';
type Row = Omit<KnownPayment, Minor> & Readonly<Record<Minor, string>>;

/** Statements about payments. Whoever calls them holds the row of the purchase. */
@Injectable()
export class PaymentRepository {
  async of(tx: Tx, purchaseIds: readonly string[]): Promise<KnownPayment[]> {
    if (purchaseIds.length === 0) return [];
    const rows = await tx.query<Row[]>(
      `select id, purchase_id as "purchaseId", reference, amount_minor as "amountMinor", state, refunded_minor as "refundedMinor", refund_failed_minor as "refundFailedMinor", dispute, granted_at is not null as "isGranted", period_end as "periodEnd"
       from payments.payment where purchase_id = any ($1::uuid[]) order by id`,
      [purchaseIds],
    );
    return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor), refundedMinor: BigInt(row.refundedMinor), refundFailedMinor: BigInt(row.refundFailedMinor) }));
  }

  async add(tx: Tx, { id: purchaseId, customerId, gateway, mode, currency, amountMinor }: HeldPurchase, reference: string, { facts, turn, expiresAt }: PaymentChange): Promise<KnownPayment> {
    const id = newId();
    await tx.query(
      `insert into payments.payment (id, gateway, reference, mode, purchase_id, customer_id, currency, amount_minor, state, captured_at, refunded_minor, refund_failed_minor, dispute, period_start, period_end, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $9 = 'captured' then clock.now() end, $10, $11, $12, $13, $14, $15)`,
      [id, gateway, reference, mode, purchaseId, customerId, currency, amountMinor.toString(), facts.state, facts.refundedMinor.toString(), facts.refundFailedMinor.toString(), facts.dispute, turn?.start ?? null, turn?.end ?? null, expiresAt],
    );
    return { id, purchaseId, reference, amountMinor, ...facts, isGranted: false, periodEnd: turn?.end ?? null };
  }

  async change(tx: Tx, id: string, { facts, turn, expiresAt }: PaymentChange): Promise<void> {
    await tx.query(
      `update payments.payment set state = $2, captured_at = case when $2 = 'captured' then coalesce(captured_at, clock.now()) end, refunded_minor = $3, dispute = $4, refund_failed_minor = $8,
         period_start = coalesce(period_start, $5), period_end = coalesce(period_end, $6), expires_at = greatest(expires_at, $7::timestamptz), seen_at = clock.now() where id = $1`,
      [id, facts.state, facts.refundedMinor.toString(), facts.dispute, turn?.start ?? null, turn?.end ?? null, expiresAt, facts.refundFailedMinor.toString()],
    );
  }

  /** It was promised, and what came is something else. */
  async failed(tx: Tx, id: string): Promise<void> {
    await tx.query(`update payments.payment set state = 'failed', seen_at = clock.now() where id = $1 and state = 'authorised'`, [id]);
  }

  /** From now on its effect stands; true when it is the first of its purchase. */
  async granted(tx: Tx, id: string, purchaseId: string): Promise<boolean> {
    await tx.query('update payments.payment set granted_at = clock.now() where id = $1', [id]);
    const others = await tx.query<object[]>('select from payments.payment where purchase_id = $2 and id <> $1 and granted_at is not null limit 1', [id, purchaseId]);
    return others.length === 0;
  }

  /** Payments of a plan that came before the plan itself was seen are its own. */
  async ofPlan(tx: Tx, purchaseId: string, subscriptionId: string): Promise<void> {
    await tx.query('update payments.payment set subscription_id = $2 where purchase_id = $1 and subscription_id is null', [purchaseId, subscriptionId]);
  }
}
