import { type SeenPayment, type SeenSubscription } from '../gateway.js';
import { minorOf } from '../minor-units.js';
import { noteOf, type RazorpayDispute, type RazorpayInvoice, type RazorpayPayment, type RazorpayRefund, type RazorpaySubscription } from './razorpay-shapes.js';

/** How Razorpay's own objects look through the port. */

/** What became of payments. `refunds` of this one: null where nobody asked. */
interface Followed {
  readonly disputes: readonly RazorpayDispute[];
  readonly refunds: readonly RazorpayRefund[] | null;
}

/** Null while the bank has not answered. */
export function seenPayment(payment: RazorpayPayment, { disputes, refunds }: Followed, of: Pick<SeenPayment, 'order' | 'subscription' | 'period'>): SeenPayment | null {
  const state = stateOf(payment);
  if (state === null) return null;
  const { id: reference, amount, currency } = payment;
  const all = state === 'captured' ? (payment.amount_refunded ?? 0) : 0;
  const failed = refunds?.filter(({ status }) => status === 'failed') ?? [];
  // Nobody says whether those that failed are still in its sum: they are counted in no case.
  const refunded = refunds === null ? all : Math.min(all, refunds.reduce((sum, one) => sum + (one.status === 'failed' ? 0 : one.amount), 0));
  return {
    reference, ...of, state, currency, amountMinor: minorOf('razorpay', amount, currency), refundedMinor: minorOf('razorpay', refunded, currency),
    failedRefunds: failed.map((one) => ({ reference: one.id, key: noteOf(one.notes, 'refund'), amountMinor: minorOf('razorpay', one.amount, currency) })), dispute: disputeOf(reference, disputes),
  };
}

/** `failed` may still become `authorized` and `captured`, days later. What was never captured is given back by itself, and then says `refunded`. */
function stateOf({ status, captured }: RazorpayPayment): SeenPayment['state'] | null {
  const isCaptured = captured === true || captured === 1;
  switch (status) {
    case 'captured': return 'captured';
    case 'refunded': return isCaptured ? 'captured' : 'failed';
    case 'authorized': return 'authorised';
    case 'failed': return 'failed';
    case 'created': return null;
  }
}

export function turnOf({ billing_start: start, billing_end: end }: RazorpayInvoice): SeenPayment['period'] {
  return typeof start === 'number' && typeof end === 'number' ? { start: new Date(start * 1000), end: new Date(end * 1000) } : null;
}

/** Null while nothing was paid for it. */
export function seenSubscription(one: RazorpaySubscription, payments: readonly SeenPayment[]): SeenSubscription | null {
  const state = stateOfPlan(one.status);
  const ends = payments.filter((payment) => payment.state === 'captured').map(({ period }) => period?.end.getTime() ?? 0);
  if (state === null || (state === 'ended' && ends.length === 0)) return null;
  // Whoever ended it at once ended what was paid, too.
  const end = ends.length === 0 ? null : new Date(Math.min(Math.max(...ends), one.status === 'cancelled' && typeof one.ended_at === 'number' ? one.ended_at * 1000 : Infinity));
  return { reference: one.id, order: noteOf(one.notes, 'purchase'), state, currentUntil: end, endsAtPeriodEnd: state === 'ended' ? false : null };
}

/** razorpay.com/docs/payments/subscriptions/states: `pending` is tried again, `halted` no more; both wait for another card. */
export function stateOfPlan(status: string): SeenSubscription['state'] | null {
  if (status === 'created' || status === 'authenticated') return null;
  if (status === 'cancelled' || status === 'completed' || status === 'expired') return 'ended';
  return status === 'active' ? 'active' : 'past_due';
}

function disputeOf(payment: string, disputes: readonly RazorpayDispute[]): SeenPayment['dispute'] {
  const states = disputes.filter(({ payment_id }) => payment_id === payment).map(({ status }) => stateOfDispute(status));
  return (['open', 'lost', 'won'] as const).find((state) => states.includes(state)) ?? null;
}

function stateOfDispute(status: string): Exclude<SeenPayment['dispute'], null> {
  if (status === 'lost') return 'lost';
  return status === 'won' || status === 'closed' ? 'won' : 'open';
}
