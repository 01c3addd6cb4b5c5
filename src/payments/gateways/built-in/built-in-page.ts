import { Injectable } from '@nestjs/common';
import { Money, notFound } from '../../../kernel/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { type BuiltInCheckout, BuiltInCheckouts } from './built-in-checkouts.repository.js';
import { type BuiltInChoice, type BuiltInPageView, type BuiltInPlanChoice } from './built-in.dto.js';
import { BuiltInPlace } from './built-in-place.js';
import { type BuiltInPlan, BuiltInPlans } from './built-in-plans.repository.js';
import { BuiltInTill } from './built-in-till.js';

/** What somebody sees and presses at the page of the built-in gateway. Whoever knows its address may: it leads to no money. */
@Injectable()
export class BuiltInPage {
  constructor(
    private readonly checkouts: BuiltInCheckouts,
    private readonly plans: BuiltInPlans,
    private readonly till: BuiltInTill,
    private readonly place: BuiltInPlace,
  ) {}

  look(reference: string): Promise<BuiltInPageView> {
    return this.at(reference, (tx, checkout) => this.view(tx, checkout));
  }

  /** Where the browser goes next. What was decided before stays decided; whoever was declined can come back and pay. */
  choose(reference: string, { choice, ...wish }: BuiltInChoice): Promise<{ back: string }> {
    return this.at(reference, async (tx, checkout) => {
      if (checkout.isOpen) {
        if (choice !== 'decline') await this.checkouts.decide(tx, reference, choice === 'cancel' ? 'cancelled' : 'decided');
        if (choice === 'pay') await this.till.pay(tx, checkout, wish);
        if (choice === 'decline') await this.till.decline(tx, checkout);
        if (choice === 'promise') await this.till.promise(tx, checkout);
        if (choice === 'cancel') await this.till.tell(tx, 'checkout.cancelled', checkout);
      }
      return { back: checkout.returnUrl };
    });
  }

  choosePlan(reference: string, choice: BuiltInPlanChoice['choice']): Promise<BuiltInPageView> {
    return this.at(reference, async (tx, checkout) => {
      const plan = await this.plans.of(tx, reference);
      if (!plan) throw notFound();
      if (plan.state !== 'ended') await this.change(tx, checkout, plan, choice);
      return this.view(tx, checkout);
    });
  }

  private async change(tx: Tx, checkout: BuiltInCheckout, plan: BuiltInPlan, choice: BuiltInPlanChoice['choice']): Promise<void> {
    if (choice === 'pay_missing') {
      if (plan.state === 'past_due') await this.till.takeNext(tx, checkout, plan);
    } else if (choice === 'fail_next' || choice === 'pass_next') await this.plans.letNextFail(tx, plan.reference, choice === 'fail_next');
    else await this.till.end(tx, checkout, plan, choice === 'end_now' ? 'now' : 'period_end');
  }

  private at<T>(reference: string, work: (tx: Tx, checkout: BuiltInCheckout) => Promise<T>): Promise<T> {
    if (!this.place.isOn) throw notFound();
    return this.place.transaction(async (tx) => {
      const checkout = await this.checkouts.lock(tx, reference);
      if (!checkout) throw notFound();
      return work(tx, checkout);
    });
  }

  private async view(tx: Tx, checkout: BuiltInCheckout): Promise<BuiltInPageView> {
    const { title, quantity, every, isOpen, closesAt, currency } = checkout;
    const plan = await this.plans.of(tx, checkout.reference);
    return {
      title, quantity, amount: { amount: Money.of(checkout.amountMinor, currency).amount, currency }, every: every as BuiltInPageView['every'], isOpen, closesAt: closesAt.toISOString(),
      back: plan?.returnUrl ?? checkout.returnUrl,
      plan: plan && { state: plan.state, currentUntil: plan.currentUntil.toISOString(), endsAtPeriodEnd: plan.endsAtPeriodEnd, nextFails: plan.nextFails },
    };
  }
}
