import { Injectable } from '@nestjs/common';
import { BuiltInCheckouts } from './built-in-checkouts.repository.js';
import { BuiltInPayments } from './built-in-payments.repository.js';
import { BuiltInPlace } from './built-in-place.js';
import { BuiltInPlans } from './built-in-plans.repository.js';
import { BuiltInTill } from './built-in-till.js';

const BATCH = 50;

/** What the clock asks of the built-in gateway. A plan that slept through several turns takes one each time it is looked at. */
@Injectable()
export class BuiltInTurns {
  constructor(
    private readonly checkouts: BuiltInCheckouts,
    private readonly payments: BuiltInPayments,
    private readonly plans: BuiltInPlans,
    private readonly till: BuiltInTill,
    private readonly place: BuiltInPlace,
  ) {}

  arrive(): Promise<void> {
    return this.place.transaction(async (tx) => {
      for (const { reference, checkout } of await this.payments.due(tx, BATCH)) {
        const page = await this.checkouts.lock(tx, checkout);
        if (page) await this.till.arrive(tx, page, reference);
      }
    });
  }

  renew(): Promise<void> {
    return this.place.transaction(async (tx) => {
      for (const plan of await this.plans.due(tx, this.place.grace, BATCH)) {
        const page = await this.checkouts.lock(tx, plan.checkout);
        if (!page) continue;
        if (plan.state === 'past_due' || plan.endsAtPeriodEnd) await this.till.end(tx, page, plan, 'now');
        else await this.till.takeNext(tx, page, plan);
      }
    });
  }

  async forget(): Promise<void> {
    while ((await this.place.transaction((tx) => this.checkouts.deleteExpired(tx, BATCH))) === BATCH);
  }
}
