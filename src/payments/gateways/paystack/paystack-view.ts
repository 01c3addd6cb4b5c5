import { type Period } from '../../../kernel/index.js';
import { type SeenPayment, type SeenSubscription } from '../gateway.js';
import { minorOf } from '../minor-units.js';
import { type Refund, type Subscription, type Transaction } from './paystack-shapes.js';

/** A transaction with what became of it. */
export interface Followed {
  readonly transaction: Transaction;
  readonly refunds: readonly Refund[];
  readonly disputes: readonly { readonly status: string; readonly resolution?: string | null | undefined }[];
}

const STATES: Readonly<Partial<Record<string, SeenPayment['state']>>> = {
  success: 'captured', reversed: 'captured', failed: 'failed', pending: 'authorised', processing: 'authorised', queued: 'authorised',
};

/** Null while nobody has paid or tried to (`abandoned`, `ongoing`). */
export function stateOf(transaction: Transaction): SeenPayment['state'] | null {
  return STATES[transaction.status] ?? null;
}

/** Of a plan, `every` says how long what was paid lasts: Paystack itself says it for no payment. */
export function seenPayment({ transaction, refunds, disputes }: Followed, plan: { order: string | null; subscription: string | null; every: Period | null }): SeenPayment | null {
  const state = stateOf(transaction);
  if (state === null) return null;
  const start = transaction.paid_at ?? transaction.created_at;
  return {
    reference: transaction.reference,
    order: transaction.metadata ?? plan.order,
    subscription: plan.subscription,
    period: plan.every && start && state === 'captured' ? { start, end: plan.every.after(start) } : null,
    state,
    amountMinor: minorOf('paystack', transaction.amount, transaction.currency),
    currency: transaction.currency,
    refundedMinor: refundedOf(transaction, refunds),
    failedRefunds: refunds.filter(({ status }) => status === 'failed').map(({ id: reference, merchant_note: key, amount }) => ({ reference, key: key ?? null, amountMinor: minorOf('paystack', amount, transaction.currency) })),
    dispute: disputeOf(disputes),
  };
}

/** One that was stopped while a payment was missing has no turn left to end with. */
export function seenSubscription(subscription: Subscription, payments: readonly SeenPayment[], order: string | null, now: Date): SeenSubscription {
  const paidUntil = payments.flatMap(({ period }) => (period ? [period.end.getTime()] : []));
  const until = paidUntil.length > 0 ? Math.max(...paidUntil) : null;
  const isStopped = subscription.status === 'non-renewing';
  const isOver = isStopped && until !== null && until <= now.getTime();
  return {
    reference: subscription.subscription_code,
    order,
    state: isOver ? 'ended' : subscriptionState(subscription.status),
    currentUntil: until === null ? null : new Date(until),
    endsAtPeriodEnd: isStopped && !isOver,
  };
}

/** Money that came back; a reversed payment without a refund of its own went back whole. */
function refundedOf(transaction: Transaction, refunds: readonly Refund[]): bigint {
  const paid = minorOf('paystack', transaction.amount, transaction.currency);
  const back = refunds.filter(({ status }) => status === 'processed').reduce((sum, { amount }) => sum + minorOf('paystack', amount, transaction.currency), 0n);
  if (transaction.status === 'reversed' && back === 0n && !refunds.some(({ status }) => status === 'failed')) return paid;
  return back < paid ? back : paid;
}

/** Who has not answered yet: the seller, the bank, or somebody at Paystack. What is filed away (`archived`) took no money. */
const OPEN = new Set(['awaiting-merchant-feedback', 'awaiting-bank-feedback', 'pending']);

/** `declined`: it was ours to refuse, and the bank agreed; accepted by us or by time, the money is gone. */
function disputeOf(disputes: Followed['disputes']): SeenPayment['dispute'] {
  if (disputes.some(({ resolution }) => resolution === 'merchant-accepted' || resolution === 'auto-accepted')) return 'lost';
  if (disputes.some(({ status }) => OPEN.has(status))) return 'open';
  return disputes.length > 0 ? 'won' : null;
}

/** `attention`: the card was refused. Paystack does not try again by itself, but its owner can put another one in its place. */
function subscriptionState(status: string): SeenSubscription['state'] {
  if (status === 'attention') return 'past_due';
  return status === 'active' || status === 'non-renewing' ? 'active' : 'ended';
}
