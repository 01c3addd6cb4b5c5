import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type GatewayEvent, type Seen, type SeenPayment } from '../gateways/gateway.js';
import { type KnownPayment, PaymentRepository } from './payment.repository.js';
import { PlanSettlement } from './plans/plan-settlement.js';
import { standingOf } from './purchase-standing.js';
import { Quarantine } from './quarantine/quarantine.js';
import { type HeldPurchase, SettledPurchaseRepository } from './settled-purchase.repository.js';
import { SeenPayments } from './seen-payments.js';

/**
 * What a gateway's view of things changes here. It may be called twice with the same view, with an old one, and in any order:
 * what it leads to is the same, and every effect hangs from the row of a payment, which has it once.
 */
@Injectable()
export class Settlement {
  constructor(
    private readonly purchases: SettledPurchaseRepository,
    private readonly payments: PaymentRepository,
    private readonly seenPayments: SeenPayments,
    private readonly plans: PlanSettlement,
    private readonly quarantine: Quarantine,
  ) {}

  /** `event`: what woke us; `purchaseId`: what we asked about. False when nothing in it is ours. */
  async observe(tx: Tx, gateway: string, seen: Seen, event?: GatewayEvent, purchaseId?: string): Promise<boolean> {
    const held = await this.purchases.hold(tx, gateway, namesIn(seen, event, purchaseId));
    const known = await this.payments.of(tx, held.map(({ id }) => id));
    const ofPlans = await this.purchases.ofPlans(tx, held.filter(({ kind }) => kind === 'plan').map(({ id }) => id));
    const belongs = assigned(known, ofPlans, seen);
    for (const payment of seen.payments) if (!held.some(({ id }) => id === belongs(payment))) await this.strange(tx, gateway, payment);
    for (const purchase of held) await this.settle(tx, gateway, purchase, { ...seen, payments: seen.payments.filter((payment) => belongs(payment) === purchase.id) }, event, known);
    await this.quarantine.follow(tx, gateway, seen.payments);
    return held.length > 0;
  }

  /** A purchase that costs nothing is paid at once, and by nobody. */
  async free(tx: Tx, purchaseId: string): Promise<void> {
    const payment: SeenPayment = { reference: purchaseId, order: purchaseId, subscription: null, period: null, state: 'captured', amountMinor: 0n, currency: '', refundedMinor: 0n, dispute: null };
    const [purchase] = await this.purchases.hold(tx, 'none', { ids: [purchaseId], payments: [], subscriptions: [], checkouts: [] });
    if (purchase?.gateway !== 'none' || purchase.amountMinor !== 0n) throw new Error('Only what costs nothing is free');
    await this.settle(tx, 'none', purchase, { mode: purchase.mode, payments: [{ ...payment, currency: purchase.currency }], subscription: null, isOver: true }, undefined, await this.payments.of(tx, [purchaseId]));
  }

  private async settle(tx: Tx, gateway: string, purchase: HeldPurchase, seen: Seen, event: GatewayEvent | undefined, known: readonly KnownPayment[]): Promise<void> {
    const payments = await this.seenPayments.take(tx, gateway, purchase, seen, event, known.filter(({ purchaseId }) => purchaseId === purchase.id));
    const lacksPlan = purchase.kind === 'plan' && (await this.plans.follow(tx, gateway, purchase, seen, payments)) === null;
    await this.purchases.save(tx, purchase, standingOf(purchase, payments, seen.isOver, purchase.now, lacksPlan));
  }

  /** Money for an order that is not here. What carries no id such as ours belongs to somebody else who sells through the same account. */
  private async strange(tx: Tx, gateway: string, payment: SeenPayment): Promise<void> {
    if (payment.state !== 'captured' || payment.order === null || !isId(payment.order)) return;
    await this.quarantine.add(tx, gateway, payment, 'order', null);
  }
}

/** To which purchase a payment belongs: what we wrote down when we first saw it, then what it says itself. */
function assigned(known: readonly KnownPayment[], ofPlans: ReadonlyMap<string, string>, { subscription }: Seen): (payment: SeenPayment) => string | null {
  const ofPlan = (reference: string): string | null => ofPlans.get(reference) ?? (subscription?.reference === reference ? subscription.order : null);
  return (payment) => known.find(({ reference }) => reference === payment.reference)?.purchaseId ?? payment.order ?? (payment.subscription === null ? null : ofPlan(payment.subscription));
}

function namesIn({ payments, subscription }: Seen, event: GatewayEvent | undefined, purchaseId: string | undefined): Parameters<SettledPurchaseRepository['hold']>[2] {
  const refs = event?.refs ?? {};
  return {
    ids: some(purchaseId, refs.order, subscription?.order, ...payments.map(({ order }) => order)),
    payments: some(refs.payment, ...payments.map(({ reference }) => reference)),
    subscriptions: some(refs.subscription, subscription?.reference, ...payments.map((payment) => payment.subscription)),
    checkouts: some(refs.checkout),
  };
}

const some = (...names: readonly (string | null | undefined)[]): string[] => names.filter((name) => typeof name === 'string');
