import { type Adjustment, type Subscription, type Transaction } from '@paddle/paddle-node-sdk';
import { z } from 'zod';
import { type SeenPayment, type SeenSubscription } from '../gateway.js';
import { minorOf } from '../minor-units.js';

const custom = z.object({ order: z.uuid() });
const orderOf = (data: unknown): string | null => custom.safeParse(data).data?.order ?? null;

/** Null while nobody tried to pay, and for what is not about money, such as a card that takes the place of another. */
export function seenPayment(transaction: Transaction, adjustments: readonly Adjustment[], order: string | null): SeenPayment | null {
  const state = stateOf(transaction);
  const totals = transaction.details?.totals;
  if (state === null || !totals || transaction.origin === 'subscription_payment_method_change') return null;
  const minor = (units: string): bigint => minorOf('paddle', units, transaction.currencyCode);
  const listed = transaction.items.reduce((sum, { price, quantity }) => sum + minor(price?.unitPrice.amount ?? '0') * BigInt(quantity), 0n);
  const amountMinor = soldFor({ total: minor(totals.total), tax: minor(totals.tax), discount: minor(totals.discount), listed });
  return {
    reference: transaction.id,
    order: orderOf(transaction.customData) ?? order,
    subscription: transaction.subscriptionId,
    period: transaction.billingPeriod ? { start: new Date(transaction.billingPeriod.startsAt), end: new Date(transaction.billingPeriod.endsAt) } : null,
    state,
    amountMinor,
    currency: transaction.currencyCode,
    ...backOf(adjustments, minor(totals.total), amountMinor),
    dispute: disputeOf(adjustments),
  };
}

/** In percent of the net price; the highest there is in the European Union is Hungary's 27. */
const MOST_TAX = 30n;

/**
 * The price of what was sold, which is the total with tax (`tax_mode: internal`), whatever a credit of the buyer paid of it. Of a
 * business that owes the tax itself, Paddle takes it off the price: nothing less was sold. What is
 * smaller by more than any tax is what it says, and fits no order.
 */
export function soldFor({ total, tax, discount, listed }: { readonly total: bigint; readonly tax: bigint; readonly discount: bigint; readonly listed: bigint }): bigint {
  const price = listed - discount;
  const isTaxTakenOff = tax === 0n && total < price && total * (100n + MOST_TAX) >= price * 100n;
  return isTaxTakenOff ? price : total;
}

/** A paused one gives nothing more, but can go on: as one whose payment is missing. */
export function seenSubscription(subscription: Subscription): SeenSubscription {
  const states: Readonly<Record<Subscription['status'], SeenSubscription['state']>> = { active: 'active', trialing: 'active', past_due: 'past_due', paused: 'past_due', canceled: 'ended' };
  const until = subscription.currentBillingPeriod?.endsAt ?? subscription.canceledAt;
  return {
    reference: subscription.id,
    order: orderOf(subscription.customData),
    state: states[subscription.status],
    currentUntil: until ? new Date(until) : null,
    endsAtPeriodEnd: subscription.scheduledChange?.action === 'cancel',
  };
}

/** The order a subscription was bought with. */
export const orderOfSubscription = (subscription: Subscription): string | null => orderOf(subscription.customData);

function stateOf({ status, payments }: Transaction): SeenPayment['state'] | null {
  if (status === 'paid' || status === 'completed') return 'captured';
  if (status === 'past_due') return 'failed';
  if (payments.some((attempt) => ['authorized', 'authorized_flagged', 'pending_no_action_required'].includes(attempt.status))) return 'authorised';
  return payments.some((attempt) => attempt.status === 'error') ? 'failed' : null;
}

/** Refunds, and credits that Paddle wrote to the buyer for it, once they are approved; tax that was not owed is not given back for anything. */
function backOf(adjustments: readonly Adjustment[], paid: bigint, amountMinor: bigint): Pick<SeenPayment, 'refundedMinor' | 'failedRefunds'> {
  const isOfTax = ({ items }: Adjustment): boolean => items.length > 0 && items.every(({ type }) => type === 'tax');
  const given = adjustments.filter((one) => (one.action === 'refund' || one.action === 'credit') && !isOfTax(one));
  const sumOf = ({ totals }: Adjustment): bigint => minorOf('paddle', totals.total, totals.currencyCode);
  const whole = (back: bigint): bigint => (back < paid ? back : amountMinor);
  return {
    refundedMinor: whole(given.filter(({ status }) => status === 'approved').reduce((sum, one) => sum + sumOf(one), 0n)),
    failedRefunds: given.filter(({ status }) => status === 'rejected' || status === 'reversed').map((one) => ({ reference: one.id, key: one.reason, amountMinor: whole(sumOf(one)) })),
  };
}

/** Paddle takes the money with `chargeback` and answers the bank itself; when the bank gives it back, it says `chargeback_reverse`. */
function disputeOf(adjustments: readonly Adjustment[]): SeenPayment['dispute'] {
  const has = (wanted: string): boolean => adjustments.some(({ action, status }) => action === wanted && status !== 'pending_approval' && status !== 'rejected');
  if (has('chargeback_reverse')) return 'won';
  if (has('chargeback')) return 'lost';
  if (has('chargeback_warning_reverse')) return 'won';
  return has('chargeback_warning') ? 'open' : null;
}
