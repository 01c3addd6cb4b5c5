import { type Stripe } from 'stripe';
import { type Mode, type SeenPayment, type SeenSubscription } from '../gateway.js';
import { minorOf } from '../minor-units.js';

/** How Stripe's own objects look through the port. */

type Charge = Pick<Stripe.Charge, 'status' | 'amount_refunded' | 'refunds' | 'disputed' | 'payment_intent'>;
export type Dispute = SeenPayment['dispute'];

export const modeOf = (one: { livemode: boolean }): Mode => (one.livemode ? 'live' : 'test');

/** The id of what comes as an id, as a whole object, or not at all. */
export const idOf = (one: string | { id: string } | null | undefined): string | null => (typeof one === 'string' ? one : (one?.id ?? null));

const whole = <T extends object>(one: string | T | null | undefined): T | null => (typeof one === 'object' ? one : null);

/** A payment made once. Null while nobody tried to pay. */
export function seenIntent(intent: Stripe.PaymentIntent, order: string | null, dispute: Dispute): SeenPayment | null {
  const state = stateOfIntent(intent);
  if (state === null) return null;
  const currency = intent.currency.toUpperCase();
  const charge = whole(intent.latest_charge);
  return {
    reference: intent.id, order: order ?? intent.metadata.purchase ?? null, subscription: null, period: null, state, currency, dispute,
    amountMinor: minorOf('stripe', state === 'captured' ? intent.amount_received : intent.amount, currency),
    ...backOf(charge, currency),
  };
}

/** `refunds` are the latest ten. Nobody says whether `amount_refunded` still has those that failed in it: what is not among them is counted by neither. */
function backOf(charge: Charge | null, currency: string): Pick<SeenPayment, 'refundedMinor' | 'failedRefunds'> {
  const refunds = charge?.refunds?.data ?? [];
  const isFailed = ({ status }: Stripe.Refund): boolean => status === 'failed' || status === 'canceled';
  const made = refunds.filter((one) => !isFailed(one)).reduce((sum, { amount }) => sum + amount, 0);
  const all = charge?.amount_refunded ?? 0;
  return {
    refundedMinor: minorOf('stripe', charge?.refunds?.has_more === false ? Math.min(all, made) : all, currency),
    failedRefunds: refunds.filter(isFailed).map(({ id, metadata, amount }) => ({ reference: id, key: metadata?.refund ?? null, amountMinor: minorOf('stripe', amount, currency) })),
  };
}

export const chargeOf = (intent: Stripe.PaymentIntent): Charge | null => whole(intent.latest_charge);

function stateOfIntent(intent: Stripe.PaymentIntent): SeenPayment['state'] | null {
  const states: Partial<Record<string, SeenPayment['state']>> = { succeeded: 'captured', processing: 'authorised', requires_capture: 'authorised', canceled: 'failed' };
  return states[intent.status] ?? (intent.last_payment_error ? 'failed' : null);
}

/** What was paid, or tried to be paid, for one turn of a plan; null for an invoice without a payment of its own. */
export function seenInvoice(invoice: Stripe.Invoice, charges: readonly Charge[], subscription: string, order: string | null, disputes: ReadonlyMap<string, Dispute>): SeenPayment | null {
  const intents = (invoice.payments?.data ?? []).map(({ payment }) => idOf(payment.payment_intent)).filter((id) => id !== null);
  const tried = intents.flatMap((reference) => charges.filter((charge) => idOf(charge.payment_intent) === reference).map((charge) => ({ reference, charge })));
  const counts = tried.find(({ charge }) => charge.status === 'succeeded') ?? tried[0];
  const period = turnOf(invoice);
  if (!counts || !period) return null;
  const currency = invoice.currency.toUpperCase();
  const state = stateOfInvoice(invoice, counts.charge);
  return {
    reference: counts.reference, order, subscription, period, state, currency,
    amountMinor: minorOf('stripe', state === 'captured' ? invoice.amount_paid : invoice.amount_due, currency),
    ...backOf(counts.charge, currency),
    dispute: disputes.get(counts.reference) ?? null,
  };
}

function stateOfInvoice(invoice: Stripe.Invoice, charge: Charge): SeenPayment['state'] {
  if (charge.status === 'failed') return 'failed';
  return invoice.status === 'paid' && charge.status === 'succeeded' ? 'captured' : 'authorised';
}

/** Of the lines of an invoice, the one that reaches furthest is the turn; the invoice's own period is the one before. */
function turnOf(invoice: Stripe.Invoice): SeenPayment['period'] {
  const [last] = invoice.lines.data.map(({ period }) => period).sort((a, b) => b.end - a.end);
  return last ? { start: new Date(last.start * 1000), end: new Date(last.end * 1000) } : null;
}

/** Null while its first payment is not made. */
export function seenSubscription(one: Stripe.Subscription, order: string | null, payments: readonly SeenPayment[]): SeenSubscription | null {
  const state = stateOfSubscription(one.status);
  if (state === null) return null;
  return { reference: one.id, order, state, currentUntil: paidUntil(one, payments), endsAtPeriodEnd: state !== 'ended' && (one.cancel_at_period_end || one.cancel_at !== null) };
}

function stateOfSubscription(status: Stripe.Subscription['status']): SeenSubscription['state'] | null {
  if (status === 'incomplete') return null;
  if (status === 'canceled' || status === 'incomplete_expired') return 'ended';
  return status === 'active' || status === 'trialing' ? 'active' : 'past_due';
}

/** Stripe's own end of the period moves on before it is paid; and whoever ended a plan at once ended what was paid, too. */
function paidUntil(one: Stripe.Subscription, payments: readonly SeenPayment[]): Date | null {
  const ends = payments.filter(({ state }) => state === 'captured').map(({ period }) => period?.end.getTime() ?? 0);
  if (ends.length === 0) return null;
  return new Date(Math.min(Math.max(...ends), one.ended_at === null ? Infinity : one.ended_at * 1000));
}

/** One payment can be disputed more than once; what is open counts most, then what was lost. */
export function disputeOf(statuses: readonly string[]): Dispute {
  const states = statuses.map(stateOfDispute);
  return (['open', 'lost', 'won'] as const).find((state) => states.includes(state)) ?? null;
}

function stateOfDispute(status: string): Exclude<Dispute, null> {
  if (status === 'lost') return 'lost';
  return status === 'won' || status === 'warning_closed' || status === 'prevented' ? 'won' : 'open';
}
