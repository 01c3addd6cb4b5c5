import { type Stripe } from 'stripe';
import { type Mode, type Refs, type Seen } from '../gateway.js';
import { chargeOf, type Dispute, disputeOf, idOf, modeOf, seenIntent, seenInvoice, seenSubscription } from './stripe-view.js';

const ALL = { limit: 1000 };

/** Looks at Stripe's own objects: a page, a payment, or a plan with everything that was paid for it. */
export class StripeLooks {
  constructor(private readonly stripe: Stripe, private readonly mode: Mode) {}

  async at(refs: Refs): Promise<Seen> {
    if (refs.subscription !== undefined) return this.atSubscription(refs.subscription);
    if (refs.checkout !== undefined) return this.atSession(refs.checkout);
    if (refs.payment !== undefined) return this.atPayment(refs.payment);
    // A page whose reply was lost is asked for again with its key; nobody was ever sent to it.
    return { mode: this.mode, payments: [], subscription: null, isOver: false };
  }

  private async atSession(id: string): Promise<Seen> {
    const session = await this.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge.refunds'] });
    const plan = idOf(session.subscription);
    if (plan !== null) return this.atSubscription(plan);
    const intent = session.payment_intent as Stripe.PaymentIntent | null;
    const payment = intent ? seenIntent(intent, session.client_reference_id, await this.disputeOf(intent)) : null;
    const isOver = session.status === 'expired' || (session.status === 'complete' && payment?.state === 'failed');
    return { mode: modeOf(session), payments: payment ? [payment] : [], subscription: null, isOver };
  }

  private async atPayment(id: string): Promise<Seen> {
    const intent = await this.stripe.paymentIntents.retrieve(id, { expand: ['latest_charge.refunds'] });
    const plan = intent.metadata.purchase === undefined ? await this.planOf(id) : null;
    if (plan !== null) return this.atSubscription(plan);
    const payment = seenIntent(intent, null, await this.disputeOf(intent));
    return { mode: modeOf(intent), payments: payment ? [payment] : [], subscription: null, isOver: intent.status === 'canceled' };
  }

  /** A payment of a plan does not say so itself: its invoice does. */
  private async planOf(payment: string): Promise<string | null> {
    const { data: [link] } = await this.stripe.invoicePayments.list({ payment: { type: 'payment_intent', payment_intent: payment }, limit: 1 });
    const id = link ? idOf(link.invoice) : null;
    if (id === null) return null;
    const invoice = await this.stripe.invoices.retrieve(id);
    return idOf(invoice.parent?.subscription_details?.subscription);
  }

  private async atSubscription(id: string): Promise<Seen> {
    const one = await this.stripe.subscriptions.retrieve(id);
    const order = one.metadata.purchase ?? null;
    const [invoices, charges] = await Promise.all([
      this.stripe.invoices.list({ subscription: id, limit: 100, expand: ['data.payments'] }).autoPagingToArray(ALL),
      this.stripe.charges.list({ customer: idOf(one.customer) ?? '', limit: 100, expand: ['data.refunds'] }).autoPagingToArray(ALL),
    ]);
    const disputes = await this.disputesOf(charges);
    const payments = invoices.map((invoice) => seenInvoice(invoice, charges, id, order, disputes)).filter((payment) => payment !== null);
    return { mode: modeOf(one), payments, subscription: seenSubscription(one, order, payments), isOver: false };
  }

  private async disputesOf(charges: readonly Stripe.Charge[]): Promise<Map<string, Dispute>> {
    const disputed = charges.filter((charge) => charge.disputed).map((charge) => idOf(charge.payment_intent)).filter((id) => id !== null);
    return new Map(await Promise.all(disputed.map(async (id) => [id, await this.disputesAbout(id)] as const)));
  }

  private async disputeOf(intent: Stripe.PaymentIntent): Promise<Dispute> {
    return chargeOf(intent)?.disputed === true ? this.disputesAbout(intent.id) : null;
  }

  private async disputesAbout(payment: string): Promise<Dispute> {
    const { data } = await this.stripe.disputes.list({ payment_intent: payment, limit: 100 });
    return disputeOf(data.map(({ status }) => status));
  }
}
