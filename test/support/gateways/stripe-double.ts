import { createHmac } from 'node:crypto';
import { type GatewayDouble, type SignedWebhook } from './double.js';
import { type Answer, type Asked, DoubleServer, seconds } from './double-server.js';
import { StripeApi, type StripeDesk } from './stripe-api.js';
import { type Charge, type Intent, type Invoice, type Notes, type Session, StripeBooks, type Subscription, turnAfter } from './stripe-books.js';

/** Stripe counts these with two decimals, though they have none. */
const HUNDREDTHS = new Set(['ugx', 'isk']);

/** Stripe, as its library sees it. Whoever pays there has a name and a card, and Stripe's webhooks tell both. */
export class StripeDouble extends DoubleServer implements GatewayDouble, StripeDesk {
  readonly books = new StripeBooks();
  readonly secretKey: string;
  readonly webhookSecret = 'whsec_double0123456789';
  protected readonly broken: Answer = { status: 500, body: { error: { type: 'api_error', message: 'Something went wrong on our side.' } } };
  private readonly api = new StripeApi(this);

  private constructor(private readonly mode: 'test' | 'live') {
    super();
    this.secretKey = `sk_${mode}_double0123456789`;
  }

  static async start({ mode = 'test' }: { mode?: 'test' | 'live' } = {}): Promise<StripeDouble> {
    const double = new StripeDouble(mode);
    await double.listen();
    return double;
  }

  get settings(): Readonly<Record<string, string>> {
    return { STRIPE_SECRET_KEY: this.secretKey, STRIPE_WEBHOOK_SECRETS: this.webhookSecret, STRIPE_BASE_URL: this.url };
  }

  sign(body: string, at: Date = new Date(), secret: string = this.webhookSecret): SignedWebhook {
    const stamp = seconds(at);
    const { id, type } = JSON.parse(body) as { id: string; type: string };
    const signature = createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex');
    return { eventId: id, type, body, headers: { 'stripe-signature': `t=${stamp},v1=${signature},v0=${'0'.repeat(64)}` } };
  }

  async pay(checkout: string, how: 'paid' | 'declined' | 'authorised' | 'later' = 'paid', amountMinor?: bigint): Promise<string> {
    const session = this.books.get(this.books.sessions, checkout);
    if (session.status !== 'open') throw new Error(`The page ${checkout} is ${session.status}`);
    if (amountMinor !== undefined) session.amount_total = unitsOf(amountMinor, session.currency);
    const intent = this.books.intents.get(session.payment_intent ?? '') ?? this.intentOf(session);
    if (how === 'declined') return this.decline(intent);
    session.status = 'complete';
    session.customer_details = { email: 'payer@example.net', name: 'Pia Payer' };
    const plan = session.plan && this.subscribe(session, intent);
    this.charge(intent, how, plan?.customer ?? null);
    session.payment_status = how === 'paid' ? 'paid' : 'unpaid';
    if (plan) this.tell('customer.subscription.created', plan);
    this.tell('checkout.session.completed', session);
    return intent.id;
  }

  async complete(payment: string, how: 'captured' | 'failed'): Promise<void> {
    const intent = this.books.get(this.books.intents, payment);
    const isAsync = intent.status === 'processing';
    const session = this.books.sessionOf(payment) ?? this.pageOfInvoice(payment);
    if (how === 'captured') this.charge(intent, 'paid', this.books.chargeOf(payment).customer);
    else this.decline(intent);
    if (!session || !isAsync) return;
    session.payment_status = how === 'captured' ? 'paid' : 'unpaid';
    this.tell(how === 'captured' ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed', session);
  }

  async renew(subscription: string, how: 'paid' | 'failed' = 'paid'): Promise<string> {
    const one = this.books.get(this.books.subscriptions, subscription);
    const unpaid = this.books.list(this.books.invoices, (invoice) => invoice.status === 'open' && invoice.parent.subscription_details.subscription === subscription)[0];
    const intent = unpaid ? this.books.get(this.books.intents, unpaid.payment) : this.nextTurn(one);
    if (how === 'paid') this.charge(intent, 'paid', one.customer);
    else this.decline(intent, one.customer);
    one.status = how === 'paid' ? 'active' : 'past_due';
    this.tell('customer.subscription.updated', one);
    return intent.id;
  }

  async end(subscription: string): Promise<void> {
    this.finish(this.books.get(this.books.subscriptions, subscription));
  }

  async refund(payment: string, amountMinor: bigint): Promise<void> {
    this.giveBack(payment, unitsOf(amountMinor, this.books.get(this.books.intents, payment).currency), {});
  }

  /** The bank sent the latest of them back, days after it was made. */
  failRefund(payment: string): void {
    const [refund] = this.books.list(this.books.refunds, (one) => one.payment_intent === payment && one.status === 'succeeded');
    if (!refund) throw new Error(`Nothing of ${payment} went back`);
    refund.status = 'failed';
    this.books.chargeOf(payment).amount_refunded -= refund.amount;
    this.tell('refund.failed', refund);
  }

  async dispute(payment: string, how: 'open' | 'won' | 'lost'): Promise<void> {
    const charge = this.books.chargeOf(payment);
    const before = this.books.list(this.books.disputes, (one) => one.payment_intent === payment)[0];
    const dispute = before ?? { id: this.newId('dp_'), object: 'dispute', amount: charge.amount, currency: charge.currency, payment_intent: payment, status: 'needs_response' };
    charge.disputed = true;
    dispute.status = how === 'open' ? 'needs_response' : how;
    this.books.disputes.set(dispute.id, dispute);
    this.tell(how === 'open' ? 'charge.dispute.created' : 'charge.dispute.closed', dispute);
  }

  /** Nobody came in time. */
  expire(checkout: string): void {
    const session = this.books.get(this.books.sessions, checkout);
    session.status = 'expired';
    this.tell('checkout.session.expired', session);
  }

  openPage(said: Omit<Session, 'id' | 'url' | 'object' | 'livemode'>): Session {
    const id = this.newId(`cs_${this.mode}_`);
    const session: Session = { ...said, id, object: 'checkout.session', livemode: this.mode === 'live', url: `${this.url}/c/pay/${id}` };
    this.books.sessions.set(id, session);
    this.done.checkouts += 1;
    return session;
  }

  giveBack(payment: string, amount: number, metadata: Notes): object {
    const charge = this.books.chargeOf(payment);
    const refund = { id: this.newId('re_'), object: 'refund' as const, amount, currency: charge.currency, payment_intent: payment, status: 'succeeded' as const, metadata };
    charge.amount_refunded += amount;
    this.books.refunds.set(refund.id, refund);
    this.done.refunds += 1;
    this.tell('refund.created', refund);
    this.tell('charge.refunded', charge);
    return refund;
  }

  cancel(subscription: Subscription, when: 'period_end' | 'now'): void {
    this.done.cancellations += 1;
    if (when === 'now') return this.finish(subscription);
    subscription.cancel_at_period_end = true;
    subscription.cancel_at = subscription.items.data[0]?.current_period_end ?? null;
    this.tell('customer.subscription.updated', subscription);
  }

  protected answer(asked: Asked): Answer {
    return this.api.answer(asked);
  }

  private tell(type: string, object: object): void {
    this.send({ id: this.newId('evt_'), object: 'event', api_version: '2026-10-28.endive', created: seconds(), livemode: this.mode === 'live', type, data: { object } });
  }

  private intentOf(session: Session): Intent {
    const intent = this.newIntent(session.amount_total, session.currency, session.intentMetadata);
    if (session.mode === 'payment') session.payment_intent = intent.id;
    return intent;
  }

  private newIntent(amount: number, currency: string, metadata: Notes): Intent {
    const intent: Intent = {
      id: this.newId('pi_'), object: 'payment_intent', amount, amount_received: 0, currency, status: 'requires_payment_method', metadata, livemode: this.mode === 'live', latest_charge: null, last_payment_error: null,
    };
    this.books.intents.set(intent.id, intent);
    return intent;
  }

  private decline(intent: Intent, customer: string | null = null): string {
    intent.status = 'requires_payment_method';
    intent.last_payment_error = { code: 'card_declined', type: 'card_error' };
    this.addCharge(intent, 'failed', customer ?? this.books.charges.get(intent.latest_charge ?? '')?.customer ?? null);
    this.tell('payment_intent.payment_failed', intent);
    const invoice = this.books.invoiceOf(intent.id);
    if (invoice) this.tell('invoice.payment_failed', invoice);
    return intent.id;
  }

  private charge(intent: Intent, how: 'paid' | 'authorised' | 'later', customer: string | null): void {
    intent.last_payment_error = null;
    intent.status = ({ paid: 'succeeded', authorised: 'requires_capture', later: 'processing' } as const)[how];
    this.addCharge(intent, how === 'later' ? 'pending' : 'succeeded', customer);
    if (how === 'later') return this.tell('payment_intent.processing', intent);
    if (how === 'authorised') return this.tell('payment_intent.amount_capturable_updated', intent);
    intent.amount_received = intent.amount;
    this.tell('payment_intent.succeeded', intent);
    const invoice = this.books.invoiceOf(intent.id);
    if (!invoice) return;
    Object.assign(invoice, { status: 'paid', amount_paid: intent.amount });
    this.tell('invoice.paid', invoice);
  }

  /** A charge that was promised is kept or not; every other attempt is a charge of its own. */
  private addCharge(intent: Intent, status: Charge['status'], customer: string | null): void {
    const promised = this.books.charges.get(intent.latest_charge ?? '');
    if (promised?.status === 'pending') return void (promised.status = status);
    const charge: Charge = {
      id: this.newId('ch_'), object: 'charge', amount: intent.amount, amount_refunded: 0, currency: intent.currency, customer, payment_intent: intent.id, status, disputed: false, livemode: this.mode === 'live',
      payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
    };
    this.books.charges.set(charge.id, charge);
    intent.latest_charge = charge.id;
  }

  private subscribe(session: Session, intent: Intent): Subscription {
    const plan = session.plan ?? { metadata: {}, interval: 'month', count: 1 };
    const start = seconds();
    const one: Subscription = {
      id: this.newId('sub_'), object: 'subscription', customer: this.newId('cus_'), status: 'active', metadata: plan.metadata, livemode: this.mode === 'live', currency: session.currency,
      cancel_at_period_end: false, cancel_at: null, ended_at: null, items: { object: 'list', data: [{ current_period_start: start, current_period_end: turnAfter(start, plan) }] }, amount: intent.amount, plan,
    };
    this.books.subscriptions.set(one.id, one);
    session.subscription = one.id;
    this.bill(one, intent);
    return one;
  }

  private nextTurn(one: Subscription): Intent {
    const [turn] = one.items.data;
    if (turn) Object.assign(turn, { current_period_start: turn.current_period_end, current_period_end: turnAfter(turn.current_period_end, one.plan) });
    const intent = this.newIntent(one.amount, one.currency, {});
    this.bill(one, intent);
    return intent;
  }

  private bill(one: Subscription, intent: Intent): void {
    const period = one.items.data.map((turn) => ({ period: { start: turn.current_period_start, end: turn.current_period_end } }));
    const invoice: Invoice = {
      id: this.newId('in_'), object: 'invoice', customer: one.customer, status: 'open', amount_due: intent.amount, amount_paid: 0, currency: one.currency, livemode: this.mode === 'live',
      parent: { type: 'subscription_details', subscription_details: { subscription: one.id, metadata: one.metadata } }, lines: { object: 'list', data: period }, payment: intent.id,
    };
    this.books.invoices.set(invoice.id, invoice);
  }

  private pageOfInvoice(payment: string): Session | null {
    const subscription = this.books.invoiceOf(payment)?.parent.subscription_details.subscription;
    return [...this.books.sessions.values()].find((one) => one.subscription !== null && one.subscription === subscription) ?? null;
  }

  private finish(one: Subscription): void {
    one.status = 'canceled';
    one.ended_at = seconds();
    this.tell('customer.subscription.deleted', one);
  }
}

function unitsOf(minor: bigint, currency: string): number {
  return Number(HUNDREDTHS.has(currency) ? minor * 100n : minor);
}
