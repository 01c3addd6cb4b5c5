import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { type BuiltInCheckout, BuiltInCheckouts } from './built-in-checkouts.repository.js';
import { type BuiltInEvent } from './built-in-event.js';
import { sendBuiltInWebhook, tendBuiltIn } from './built-in.jobs.js';
import { BuiltInPayments, type Turn } from './built-in-payments.repository.js';
import { BuiltInPlace } from './built-in-place.js';
import { type Beginning, type BuiltInPlan, BuiltInPlans } from './built-in-plans.repository.js';

/** When a promised payment arrives, and how long a turn is that is to be short. */
const A_MINUTE = 60;
const AS_ORDERED: Beginning = { nextFails: false, seconds: null };

type Told = Partial<Pick<BuiltInEvent, 'payment' | 'subscription'>>;

/** Where payments of the built-in gateway are made and refused. Each change is a webhook, written in the same transaction; the caller holds the page. */
@Injectable()
export class BuiltInTill {
  constructor(
    private readonly checkouts: BuiltInCheckouts,
    private readonly payments: BuiltInPayments,
    private readonly plans: BuiltInPlans,
    private readonly outbox: Outbox,
    private readonly place: BuiltInPlace,
  ) {}

  async pay(tx: Tx, checkout: BuiltInCheckout, { nextFails, shortTurn }: { nextFails: boolean; shortTurn: boolean }): Promise<void> {
    const turn = await this.firstTurn(tx, checkout, { nextFails, seconds: shortTurn ? A_MINUTE : null });
    if (shortTurn) await this.outbox.enqueue(tx, tendBuiltIn, {}, { afterSeconds: A_MINUTE });
    const payment = await this.payments.add(tx, checkout, 'captured', turn);
    await this.tell(tx, 'payment.captured', checkout, toldOf(payment, turn));
  }

  async decline(tx: Tx, checkout: BuiltInCheckout): Promise<void> {
    const payment = await this.payments.add(tx, checkout, 'failed', null);
    await this.tell(tx, 'payment.failed', checkout, { payment });
  }

  async promise(tx: Tx, checkout: BuiltInCheckout): Promise<void> {
    const payment = await this.payments.promise(tx, checkout, A_MINUTE);
    await this.tell(tx, 'payment.authorised', checkout, { payment });
    await this.outbox.enqueue(tx, tendBuiltIn, {}, { afterSeconds: A_MINUTE });
  }

  async arrive(tx: Tx, checkout: BuiltInCheckout, payment: string): Promise<void> {
    const turn = await this.firstTurn(tx, checkout, AS_ORDERED);
    await this.payments.arrived(tx, payment, turn);
    await this.tell(tx, 'payment.captured', checkout, toldOf(payment, turn));
  }

  /** The next payment of a plan: it fails where somebody wanted to see that, unless it is already missing and paid now. */
  async takeNext(tx: Tx, checkout: BuiltInCheckout, plan: BuiltInPlan): Promise<void> {
    const turn = await this.plans.nextTurn(tx, plan);
    const fails = plan.nextFails && plan.state === 'active';
    const payment = await this.payments.add(tx, checkout, fails ? 'failed' : 'captured', turn);
    await this.checkouts.keepUntil(tx, checkout.reference, await this.place.keptUntil(tx));
    if (fails) await this.plans.unpaid(tx, plan.reference);
    else await this.plans.paid(tx, turn);
    await this.tell(tx, fails ? 'payment.failed' : 'payment.captured', checkout, toldOf(payment, turn));
  }

  async end(tx: Tx, checkout: BuiltInCheckout, { reference, state }: BuiltInPlan, when: 'period_end' | 'now'): Promise<void> {
    if (state === 'ended') return;
    if (when === 'now') await this.plans.end(tx, reference);
    else await this.plans.endWithTurn(tx, reference);
    await this.tell(tx, 'subscription.changed', checkout, { subscription: reference });
  }

  /** Only what was paid at checkout has an amount that must fit the order. */
  async tell(tx: Tx, type: BuiltInEvent['type'], checkout: BuiltInCheckout, told: Told = {}): Promise<void> {
    const sum = /^payment\.(captured|authorised|failed)$/.test(type) ? { amount: checkout.amountMinor.toString(), currency: checkout.currency } : {};
    const createdAt = (await this.place.now(tx)).toISOString();
    await this.outbox.enqueue(tx, sendBuiltInWebhook, { id: newId(), type, mode: 'test', createdAt, order: checkout.orderId, checkout: checkout.reference, ...told, ...sum });
  }

  private firstTurn(tx: Tx, checkout: BuiltInCheckout, beginning: Beginning): Promise<Turn | null> {
    return checkout.every === null ? Promise.resolve(null) : this.plans.begin(tx, checkout, beginning);
  }
}

const toldOf = (payment: string, turn: Turn | null): Told => ({ payment, ...(turn ? { subscription: turn.subscription } : {}) });
