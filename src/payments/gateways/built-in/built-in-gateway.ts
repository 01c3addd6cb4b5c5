import { Injectable } from '@nestjs/common';
import { type Money } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type Checkout, GatewayRefuses, type GatewayEvent, type Order, type PaymentGateway, type RefundAnswer, type Refs, type Seen, type SeenSubscription } from '../gateway.js';
import { type BuiltInCheckout, BuiltInCheckouts } from './built-in-checkouts.repository.js';
import { readEvent } from './built-in-event.js';
import { BuiltInPayments } from './built-in-payments.repository.js';
import { BuiltInPlace } from './built-in-place.js';
import { type BuiltInPlan, BuiltInPlans } from './built-in-plans.repository.js';
import { BuiltInTill } from './built-in-till.js';

/** A gateway of our own for development: no money moves, and all the rest is as at any other. Production refuses to start with it. */
@Injectable()
export class BuiltInGateway implements PaymentGateway {
  readonly id = 'built_in';
  readonly mode = 'test';
  readonly isMerchantOfRecord = false;

  constructor(
    private readonly checkouts: BuiltInCheckouts,
    private readonly payments: BuiltInPayments,
    private readonly plans: BuiltInPlans,
    private readonly till: BuiltInTill,
    private readonly place: BuiltInPlace,
  ) {}

  takes(): boolean {
    return true;
  }

  async createCheckout(order: Order): Promise<Checkout> {
    const reference = await this.place.transaction(async (tx) => this.checkouts.open(tx, order, await this.place.keptUntil(tx)));
    return { reference, go: { kind: 'link', url: this.place.pageOf(reference) } };
  }

  parseWebhook(raw: Buffer, headers: Readonly<Record<string, string | readonly string[] | undefined>>, now: Date): GatewayEvent {
    return readEvent(raw, headers, this.place.secret, now);
  }

  fetch(refs: Refs): Promise<Seen> {
    return this.place.transaction(async (tx) => {
      const checkout = await this.checkouts.find(tx, refs);
      if (!checkout) return { mode: 'test', payments: [], subscription: null, isOver: true };
      const payments = await this.payments.of(tx, checkout.reference);
      const plan = await this.plans.of(tx, checkout.reference);
      return {
        mode: 'test',
        payments: payments.map((payment) => ({ ...payment, order: checkout.orderId, amountMinor: checkout.amountMinor, currency: checkout.currency, dispute: null })),
        subscription: plan && asSeen(plan, checkout),
        isOver: !checkout.isOpen && payments.every(({ state }) => state === 'failed'),
      };
    });
  }

  async refund(payment: { readonly reference: string }, refund: { readonly key: string; readonly amount: Money }): Promise<RefundAnswer> {
    await this.withPage({ payment: payment.reference }, async (tx, checkout) => {
      if (await this.payments.hasRefund(tx, refund.key)) return;
      const paid = (await this.payments.of(tx, checkout.reference)).find(({ reference }) => reference === payment.reference);
      if (paid?.state !== 'captured') throw new GatewayRefuses(this.id, 'not_captured');
      if (refund.amount.currency !== checkout.currency || paid.refundedMinor + refund.amount.minor > checkout.amountMinor) throw new GatewayRefuses(this.id, 'more_than_paid');
      await this.payments.refund(tx, refund.key, payment.reference, refund.amount.minor);
      await this.till.tell(tx, 'payment.refunded', checkout, { payment: payment.reference });
    });
    return { reference: `re_${refund.key}`, state: 'done' };
  }

  cancel(subscription: string, when: 'period_end' | 'now'): Promise<void> {
    return this.withPage({ subscription }, async (tx, checkout) => {
      const plan = await this.plans.of(tx, checkout.reference);
      if (plan) await this.till.end(tx, checkout, plan, when);
    });
  }

  /** The page the plan was bought at, which from then on is the page of the plan. */
  async portal(subscription: string, returnUrl: string): Promise<string> {
    const reference = await this.withPage({ subscription }, async (tx, checkout) => {
      await this.plans.leadBackTo(tx, subscription, returnUrl);
      return checkout.reference;
    });
    return this.place.pageOf(reference);
  }

  private withPage<T>(refs: Refs, work: (tx: Tx, checkout: BuiltInCheckout) => Promise<T>): Promise<T> {
    return this.place.transaction(async (tx) => {
      const found = await this.checkouts.find(tx, refs);
      const checkout = found && (await this.checkouts.lock(tx, found.reference));
      if (!checkout) throw new GatewayRefuses(this.id, 'unknown');
      return work(tx, checkout);
    });
  }
}

const asSeen = (plan: BuiltInPlan, checkout: BuiltInCheckout): SeenSubscription => ({
  reference: plan.reference, order: checkout.orderId, state: plan.state, currentUntil: plan.currentUntil, endsAtPeriodEnd: plan.endsAtPeriodEnd,
});
