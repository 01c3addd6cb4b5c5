import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { type Seen, type SeenSubscription } from '../../gateways/gateway.js';
import { planEnded, planMissed } from '../../payments.events.js';
import { endPlan } from '../../purchases/purchases.jobs.js';
import { type KnownPayment, PaymentRepository } from '../payment.repository.js';
import { planStanding } from './plan-standing.js';
import { type HeldPurchase } from '../settled-purchase.repository.js';
import { type KnownPlan, SubscriptionRepository } from './subscription.repository.js';

/** Plans that go on, from their first paid turn until they are ended. */
@Injectable()
export class PlanSettlement {
  constructor(
    private readonly plans: SubscriptionRepository,
    private readonly payments: PaymentRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Null while it is not known. A plan of which nothing was ever paid is none; one of somebody who is gone is written down all the same, to be ended. */
  async follow(tx: Tx, gateway: string, purchase: HeldPurchase, seen: Seen, payments: readonly KnownPayment[]): Promise<KnownPlan | null> {
    const isWanted = payments.some(({ isGranted }) => isGranted) || isOfNobody(gateway, purchase, seen);
    const plan = (await this.plans.ofPurchase(tx, purchase.id)) ?? (isWanted ? await this.begun(tx, purchase, seen) : null);
    if (plan) await this.keep(tx, purchase, plan, seen, payments);
    return plan;
  }

  private async keep(tx: Tx, purchase: HeldPurchase, plan: KnownPlan, seen: Seen, payments: readonly KnownPayment[]): Promise<void> {
    await this.payments.ofPlan(tx, purchase.id, plan.id);
    const standing = planStanding(plan, sameAs(plan, seen.subscription), payments, purchase.now);
    await this.plans.save(tx, plan.id, standing);
    if (standing.state === plan.state) return;
    if (standing.state === 'past_due') await this.outbox.publish(tx, planMissed, { subscriptionId: plan.id });
    if (standing.state === 'ended') await this.outbox.publish(tx, planEnded, { subscriptionId: plan.id });
  }

  private async begun(tx: Tx, purchase: HeldPurchase, { subscription, payments }: Seen): Promise<KnownPlan | null> {
    const reference = subscription?.reference ?? payments.find((payment) => payment.subscription !== null)?.subscription;
    if (reference === undefined || reference === null) return null;
    const { id, isToEnd } = await this.plans.add(tx, purchase, reference);
    if (isToEnd) await this.outbox.enqueue(tx, endPlan, { subscriptionId: id });
    return { id, reference, state: 'active', currentUntil: null, endsAtPeriodEnd: false, lookAt: null };
  }
}

/** It goes on at its gateway, as it was ordered, and nobody is left whom it is for. */
function isOfNobody(gateway: string, purchase: HeldPurchase, { mode, subscription }: Seen): boolean {
  return !purchase.hasPayer && purchase.gateway === gateway && purchase.mode === mode && subscription?.order === purchase.id && subscription.state !== 'ended';
}

const sameAs = ({ reference }: KnownPlan, seen: SeenSubscription | null): SeenSubscription | null => (seen?.reference === reference ? seen : null);
