import { type Mode, type Refs, type Seen, type SeenPayment } from '../gateway.js';
import { type RazorpayClient } from './razorpay-client.js';
import { noteOf, type RazorpayInvoice, type RazorpayPayment, type RazorpayRefund } from './razorpay-shapes.js';
import { seenPayment, seenSubscription, stateOfPlan, turnOf } from './razorpay-view.js';

/** A payment is asked for by itself, so that of a long plan only the latest turns are looked at: a year of months, and the one before. */
const LATEST_TURNS = 13;

/** Looks at Razorpay's own objects: an order, a payment, or a subscription with what was paid for it. */
export class RazorpayLooks {
  constructor(private readonly client: RazorpayClient, private readonly mode: Mode) {}

  async at({ subscription, checkout, payment }: Refs): Promise<Seen> {
    const plan = subscription ?? (checkout?.startsWith('sub_') === true ? checkout : undefined);
    if (plan !== undefined) return this.atSubscription(plan, payment);
    if (checkout !== undefined) return this.atOrder(checkout);
    if (payment !== undefined) return this.atPayment(payment);
    return this.seen([]);
  }

  /** Orders stay open at Razorpay: when a page is over, is for us to say. */
  private async atOrder(id: string): Promise<Seen> {
    const [order, payments] = [await this.client.order(id), await this.client.paymentsOf(id)];
    const disputes = payments.some(({ status }) => status === 'captured' || status === 'refunded') ? await this.client.disputes() : [];
    const of = { order: order.receipt ?? noteOf(order.notes, 'purchase'), subscription: null, period: null };
    return this.seen(await Promise.all(payments.map(async (payment) => seenPayment(payment, { disputes, refunds: await this.refundsOf(payment) }, of))));
  }

  private async atPayment(id: string): Promise<Seen> {
    const payment = await this.client.payment(id);
    const plan = typeof payment.invoice_id === 'string' ? (await this.client.invoice(payment.invoice_id)).subscription_id : null;
    if (typeof plan === 'string') return this.atSubscription(plan, id);
    if (typeof payment.order_id === 'string') return this.atOrder(payment.order_id);
    return this.seen([seenPayment(payment, { disputes: await this.client.disputes(), refunds: await this.refundsOf(payment) }, { order: null, subscription: null, period: null })]);
  }

  private async atSubscription(id: string, wanted?: string): Promise<Seen> {
    const [one, invoices] = [await this.client.subscription(id), await this.client.invoicesOf(id)];
    const latest = latestOf(invoices, wanted);
    const disputes = latest.length > 0 ? await this.client.disputes() : [];
    const order = noteOf(one.notes, 'purchase');
    const payments = await Promise.all(latest.map(async ({ reference, period }) => {
      const payment = await this.client.payment(reference);
      // Of an older turn a refund is asked about once its webhook names it: each costs a question of its own.
      const refunds = reference === wanted || (payment.amount_refunded ?? 0) > 0 ? await this.refundsOf(payment) : null;
      return seenPayment(payment, { disputes, refunds }, { order, subscription: id, period });
    }));
    const seen = this.seen(payments);
    const subscription = seenSubscription(one, seen.payments);
    return { ...seen, subscription, isOver: subscription === null && stateOfPlan(one.status) === 'ended' };
  }

  private async refundsOf({ id, status }: RazorpayPayment): Promise<RazorpayRefund[] | null> {
    return status === 'captured' || status === 'refunded' ? this.client.refundsOf(id) : null;
  }

  private seen(payments: readonly (SeenPayment | null)[]): Seen {
    return { mode: this.mode, payments: payments.filter((payment) => payment !== null), subscription: null, isOver: false };
  }
}

function latestOf(invoices: readonly RazorpayInvoice[], wanted: string | undefined): { reference: string; period: SeenPayment['period'] }[] {
  const paid = invoices.flatMap((invoice) => (typeof invoice.payment_id === 'string' ? [{ reference: invoice.payment_id, period: turnOf(invoice) }] : []));
  const byEnd = paid.sort((a, b) => (b.period?.end.getTime() ?? 0) - (a.period?.end.getTime() ?? 0));
  return byEnd.filter(({ reference }, place) => place < LATEST_TURNS || reference === wanted);
}
