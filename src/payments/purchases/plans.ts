import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { GatewayAway, GatewayRefuses, type PaymentGateway } from '../gateways/gateway.js';
import { Gateways } from '../gateways/gateways.js';
import { Looks } from '../settlement/looks.js';
import { type Payer } from '../terms.js';
import { type Plan, PlanRepository } from './plan.repository.js';
import { endPlan } from './purchases.jobs.js';
import { gatewayAway, gatewayRefused, planOver } from './purchases.errors.js';
import { isWebAddress } from './web-address.js';

/** Plans that were bought: the gateway ends them, and its word is what counts. */
@Injectable()
export class Plans {
  constructor(
    private readonly plans: PlanRepository,
    private readonly gateways: Gateways,
    private readonly looks: Looks,
    private readonly outbox: Outbox,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** Ends it with the turn that is paid; twice is the same as once. AppErrors `payments.plan_over`, `.gateway_away`, `.gateway_refused`; 404 for another's. */
  async cancel(payer: Payer, id: string): Promise<Plan> {
    const plan = await this.plans.getMine(this.db.alone, payer, id);
    if (plan.state === 'ended') throw planOver();
    if (!plan.endsAtPeriodEnd) {
      // Of a turn that was not paid nothing is left to keep, and a gateway would go on trying to take it.
      await this.atGateway(plan, (gateway) => gateway.cancel(plan.reference, plan.state === 'past_due' ? 'now' : 'period_end'));
      // Written down here, too: not every gateway tells it.
      await this.plans.endsThen(this.db.alone, id);
    }
    await this.see(plan);
    return this.plans.getMine(this.db.alone, payer, id);
  }

  /** Where the card of a plan can be changed, with `back` as our page to come back to; null where there is no such page. AppErrors as `cancel`. */
  async portal(payer: Payer, id: string, back: string): Promise<string | null> {
    const plan = await this.plans.getMine(this.db.alone, payer, id);
    if (plan.state === 'ended') throw planOver();
    const url = await this.atGateway(plan, (gateway) => gateway.portal(plan.reference, `${this.config.settings.PUBLIC_URL}${back}`));
    if (url !== null && !isWebAddress(url)) throw gatewayRefused();
    return url;
  }

  /** Ends at once, soon after `tx`, all plans of somebody who goes. */
  async close(tx: Tx, payer: Payer): Promise<void> {
    for (const subscriptionId of await this.plans.askEnd(tx, payer)) await this.outbox.enqueue(tx, endPlan, { subscriptionId });
    if ('organisationId' in payer) await this.plans.forgetOrganisation(tx, payer.organisationId);
  }

  /** A plan that somebody paid for who is gone by now, such as at a page that was still open: nobody could ever end it. */
  async endIfGone(purchaseId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const subscriptionId of await this.plans.askEndOfGone(tx, purchaseId)) await this.outbox.enqueue(tx, endPlan, { subscriptionId });
    });
  }

  /** Does it: tried again until the gateway has taken it on. */
  async endNow(id: string): Promise<void> {
    const plan = await this.plans.find(this.db.alone, id);
    if (!plan || plan.state === 'ended') return;
    await this.atGateway(plan, (gateway) => gateway.cancel(plan.reference, 'now'));
    await this.looks.look(plan.purchaseId);
  }

  /** Asks again for those that should have ended. */
  async askAgain(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const subscriptionId of await this.plans.notEnded(tx)) await this.outbox.enqueue(tx, endPlan, { subscriptionId });
    });
  }

  private async atGateway<T>(plan: Plan, work: (gateway: PaymentGateway) => Promise<T>): Promise<T> {
    const gateway = this.gateways.find(plan.gateway);
    if (!gateway) throw gatewayAway();
    try {
      return await work(gateway);
    } catch (error) {
      if (error instanceof GatewayAway) throw gatewayAway();
      if (error instanceof GatewayRefuses) throw gatewayRefused();
      throw error;
    }
  }

  /** What was asked for is done; that it is not seen at once, because the gateway went away, is made up for soon. */
  private async see({ purchaseId }: Plan): Promise<void> {
    try {
      await this.looks.look(purchaseId);
    } catch (error) {
      if (!(error instanceof GatewayAway)) throw error;
      await this.db.transaction((tx) => this.looks.soon(tx, purchaseId));
    }
  }
}
