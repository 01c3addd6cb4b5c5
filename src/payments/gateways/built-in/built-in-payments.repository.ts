import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type SeenPayment } from '../gateway.js';
import { type BuiltInCheckout } from './built-in-checkouts.repository.js';

/** A payment, each of the amount of its page. */
export interface BuiltInPayment {
  readonly reference: string;
  readonly subscription: string | null;
  readonly period: SeenPayment['period'];
  readonly state: SeenPayment['state'];
  readonly refundedMinor: bigint;
}

/** A turn of a plan that a payment is for. */
export interface Turn {
  readonly subscription: string;
  readonly start: Date;
  readonly end: Date;
}

interface Row {
  readonly reference: string;
  readonly subscription: string | null;
  readonly start: Date | null;
  readonly end: Date | null;
  readonly state: SeenPayment['state'];
  readonly refundedMinor: string;
}

/** Statements about payments and what was given back of them. */
@Injectable()
export class BuiltInPayments {
  async add(tx: Tx, checkout: BuiltInCheckout, state: 'captured' | 'failed', turn: Turn | null): Promise<string> {
    const reference = `pay_${newId()}`;
    await tx.query(
      `insert into payments.built_in_payment (reference, checkout_reference, subscription_reference, period_start, period_end, state) values ($1, $2, $3, $4, $5, $6)`,
      [reference, checkout.reference, turn?.subscription ?? null, turn?.start ?? null, turn?.end ?? null, state],
    );
    return reference;
  }

  async promise(tx: Tx, checkout: BuiltInCheckout, afterSeconds: number): Promise<string> {
    const reference = `pay_${newId()}`;
    await tx.query(
      `insert into payments.built_in_payment (reference, checkout_reference, state, arrives_at) values ($1, $2, 'authorised', clock.now() + make_interval(secs => $3))`,
      [reference, checkout.reference, afterSeconds],
    );
    return reference;
  }

  async arrived(tx: Tx, reference: string, turn: Turn | null): Promise<void> {
    await tx.query(
      `update payments.built_in_payment set state = 'captured', arrives_at = null, subscription_reference = $2, period_start = $3, period_end = $4 where reference = $1`,
      [reference, turn?.subscription ?? null, turn?.start ?? null, turn?.end ?? null],
    );
  }

  /** Up to `count` promised ones whose moment has come, with their pages, which are held. */
  due(tx: Tx, count: number): Promise<{ reference: string; checkout: string }[]> {
    return tx.query(
      `select p.reference, p.checkout_reference as checkout from payments.built_in_payment p join payments.built_in_checkout c on c.reference = p.checkout_reference
       where p.state = 'authorised' and p.arrives_at <= clock.now() order by p.arrives_at limit $1 for update of c skip locked`,
      [count],
    );
  }

  async of(tx: Tx, checkout: string): Promise<BuiltInPayment[]> {
    const rows = await tx.query<Row[]>(
      `select p.reference, p.subscription_reference as subscription, p.period_start as start, p.period_end as "end", p.state,
         (select coalesce(sum(r.amount_minor), 0) from payments.built_in_refund r where r.payment_reference = p.reference) as "refundedMinor"
       from payments.built_in_payment p where p.checkout_reference = $1 order by p.made_at, p.reference`,
      [checkout],
    );
    return rows.map(({ start, end, refundedMinor, ...row }) => ({ ...row, period: start && end ? { start, end } : null, refundedMinor: BigInt(refundedMinor) }));
  }

  async hasRefund(tx: Tx, key: string): Promise<boolean> {
    return (await tx.query<object[]>('select from payments.built_in_refund where key = $1', [key])).length > 0;
  }

  async refund(tx: Tx, key: string, reference: string, amountMinor: bigint): Promise<void> {
    await tx.query('insert into payments.built_in_refund (key, payment_reference, amount_minor) values ($1, $2, $3)', [key, reference, amountMinor.toString()]);
  }
}
