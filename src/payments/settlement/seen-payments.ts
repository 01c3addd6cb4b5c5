import { Injectable } from '@nestjs/common';
import { Period } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type GatewayEvent, type Seen, type SeenPayment } from '../gateways/gateway.js';
import { Effects } from './effects.js';
import { type Misfit, misfitOf } from './quarantine/fit.js';
import { type KnownPayment, PaymentRepository, type Turn } from './payment.repository.js';
import { afterSeeing, type PaymentFacts, unseen } from './payment-states.js';
import { Quarantine } from './quarantine/quarantine.js';
import { type HeldPurchase, SettledPurchaseRepository } from './settled-purchase.repository.js';

/** Payments of one purchase as they were just seen: written down when they fit, set apart when not. */
@Injectable()
export class SeenPayments {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly purchases: SettledPurchaseRepository,
    private readonly effects: Effects,
    private readonly quarantine: Quarantine,
    private readonly policy: Policy,
  ) {}

  /** `before`: its payments until now. Gives them as they are known then. */
  async take(tx: Tx, gateway: string, purchase: HeldPurchase, seen: Seen, event: GatewayEvent | undefined, before: readonly KnownPayment[]): Promise<readonly KnownPayment[]> {
    let known = before;
    if (event) await this.believe(tx, gateway, purchase, seen, event, known);
    for (const payment of seen.payments) {
      if (await this.takeOne(tx, gateway, purchase, payment, known, misfitOf(purchase, gateway, seen.mode, payment, isAbout(event, payment, seen) ? event : undefined))) known = await this.payments.of(tx, [purchase.id]);
    }
    return known;
  }

  /** True when something was written down of it. What was given already stays, and follows its payment back, whatever else is said. */
  private async takeOne(tx: Tx, gateway: string, purchase: HeldPurchase, payment: SeenPayment, known: readonly KnownPayment[], misfit: Misfit | null): Promise<boolean> {
    const before = known.find(({ reference }) => reference === payment.reference) ?? null;
    if (before?.isGranted === true || (await this.fits(tx, gateway, purchase, payment, known, misfit))) return this.keep(tx, purchase, payment, before);
    if (before && payment.state === 'captured') await this.payments.failed(tx, before.id);
    return before !== null;
  }

  /** The payment that the event names is not there yet. What differs from the order already is remembered, for when it comes. */
  private async believe(tx: Tx, gateway: string, purchase: HeldPurchase, { payments }: Seen, event: GatewayEvent, known: readonly KnownPayment[]): Promise<void> {
    const reference = event.refs.payment;
    if (reference === undefined || event.amountMinor === null || payments.length > 0) return;
    if (known.some((one) => one.isGranted && one.reference === reference)) return;
    const asOrdered: SeenPayment = { reference, order: null, subscription: null, period: null, state: 'authorised', amountMinor: purchase.amountMinor, currency: purchase.currency, refundedMinor: 0n, dispute: null };
    const misfit = misfitOf(purchase, gateway, purchase.mode, asOrdered, event);
    if (misfit !== null) await this.quarantine.add(tx, gateway, { reference, amountMinor: event.amountMinor, currency: event.currency }, misfit, purchase.id);
  }

  private async fits(tx: Tx, gateway: string, purchase: HeldPurchase, payment: SeenPayment, known: readonly KnownPayment[], misfit: Misfit | null): Promise<boolean> {
    // A person need not look at what is no money yet.
    if (payment.state !== 'captured') return misfit === null;
    const reason = misfit ?? ((await this.isPaidAlready(tx, purchase, known)) ? 'order' : null);
    if (reason !== null) await this.quarantine.add(tx, gateway, payment, reason, purchase.id);
    return reason === null && !(await this.quarantine.holds(tx, gateway, payment.reference));
  }

  /** One thing is paid once; more credits than one wanted are credits all the same. */
  private async isPaidAlready(tx: Tx, purchase: HeldPurchase, known: readonly KnownPayment[]): Promise<boolean> {
    return purchase.kind === 'item' && (known.some(({ isGranted }) => isGranted) || (await this.purchases.isThingPaid(tx, purchase)));
  }

  private async keep(tx: Tx, purchase: HeldPurchase, seen: SeenPayment, before: KnownPayment | null): Promise<boolean> {
    const { failedRefunds = [] } = seen;
    const refundFailedMinor = failedRefunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const facts = afterSeeing(before ?? unseen(seen.state), { ...seen, refundedMinor: atMost(purchase.amountMinor, seen.refundedMinor), refundFailedMinor });
    if (before && isSame(before, facts) && (facts.state !== 'captured' || before.isGranted)) return false;
    const turn = turnOf(purchase, seen);
    // Records are kept from the day the money came; until it does, from the first attempt.
    const expiresAt = before === null || (facts.state === 'captured' && !before.isGranted) ? this.policy.endOf('paymentRecords', purchase.now) : null;
    const change = { facts, turn, expiresAt };
    if (expiresAt !== null) await this.purchases.keepUntil(tx, purchase.id, expiresAt);
    if (before) await this.payments.change(tx, before.id, change);
    const payment = before ? { ...before, ...facts } : await this.payments.add(tx, purchase, seen.reference, change);
    await this.effects.follow(tx, purchase, payment, before, { turn, failedRefunds });
    return true;
  }
}

/** An event that names none of these payments is about all that are new. */
function isAbout(event: GatewayEvent | undefined, { reference }: SeenPayment, { payments }: Seen): boolean {
  const named = event?.refs.payment;
  return named === undefined || named === reference || !payments.some((payment) => payment.reference === named);
}

const isSame = (one: PaymentFacts, other: PaymentFacts): boolean => one.state === other.state && one.refundedMinor === other.refundedMinor && one.refundFailedMinor === other.refundFailedMinor && one.dispute === other.dispute;

const atMost = (most: bigint, amount: bigint): bigint => (amount < most ? amount : most);

/** Of a plan: what the payment paid for, from now on when the gateway does not say. */
function turnOf({ kind, terms, now }: HeldPurchase, { period }: SeenPayment): Turn | null {
  if (kind !== 'plan') return null;
  return period ?? (terms.lasts === null ? null : { start: now, end: Period.parse(terms.lasts).after(now) });
}
