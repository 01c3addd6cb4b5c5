import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Credits } from '../entitlements/credits.js';
import { Entitlements } from '../entitlements/entitlements.js';
import { type Payer } from '../terms.js';
import { type BillingView, type UsesView } from './billing.dto.js';
import { gatewayName, hasPortal } from './gateway-names.js';
import { type Plan, PlanRepository } from './plan.repository.js';
import { turnInWords } from './purchase.js';

/** What somebody who pays has: credits, plans, places, and what was used. */
@Injectable()
export class BillingOverview {
  constructor(
    private readonly entitlements: Entitlements,
    private readonly plans: PlanRepository,
    private readonly policy: Policy,
  ) {}

  async view(tx: Tx, payer: Payer): Promise<BillingView> {
    const { credits, premiumVoice, seats } = await this.entitlements.standing(tx, payer);
    const plans = (await this.plans.list(tx, payer)).map(asPlan);
    const isOrganisation = 'organisationId' in payer;
    return {
      credits: asCredits(credits[isOrganisation ? 'invited_interview' : 'interview']), plans, premiumVoice,
      seats: isOrganisation ? { have: seats, free: this.policy.values.sold.free.seats } : null,
    };
  }

  /** What credits were used for, the newest first. */
  async uses(tx: Tx, customerId: string | null, after: string | null): Promise<UsesView> {
    if (customerId === null) return { items: [], next: null };
    const { items, next } = await this.entitlements.uses(tx, customerId, after);
    return { items: items.map(({ id, kind, thing, at, source, because }) => ({ id, kind, thing, at: at.toISOString(), source, because })), next };
  }
}

export function asPlan(plan: Plan): BillingView['plans'][number] {
  const { id, title, quantity, price, state, currentUntil, graceUntil, endsAtPeriodEnd, gateway } = plan;
  return {
    id, title, quantity, price: { amount: price.amount, currency: price.currency }, every: turnInWords({ kind: 'plan', terms: plan.terms }), state, currentUntil: currentUntil?.toISOString() ?? null,
    graceUntil: graceUntil?.toISOString() ?? null, endsAtPeriodEnd, gatewayName: gatewayName(gateway), hasPortal: state !== 'ended' && hasPortal(gateway),
  };
}

function asCredits({ left, free, lots }: Credits): BillingView['credits'] {
  return { left, free: { ...free, until: free.until.toISOString() }, lots: lots.map((lot) => ({ ...lot, until: lot.until?.toISOString() ?? null })) };
}
