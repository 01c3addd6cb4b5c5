import { createHash, createHmac } from 'node:crypto';
import { type GatewayDouble, type SignedWebhook } from './double.js';
import { type Answer, type Asked, DoubleServer, seconds } from './double-server.js';
import { RazorpayApi, type RazorpayDesk } from './razorpay-api.js';
import { type Invoice, type Order, type Payment, type Plan, RazorpayBooks, type Refund, type Subscription, turnAfter } from './razorpay-books.js';

type How = 'paid' | 'declined' | 'authorised' | 'later';

/** Razorpay, as its library sees it. Whoever pays there has an address, a phone and a card, and Razorpay's webhooks tell all of it. */
export class RazorpayDouble extends DoubleServer implements GatewayDouble, RazorpayDesk {
  readonly books = new RazorpayBooks();
  readonly keyId: string;
  readonly keySecret = 'rzpKeySecret0123456789';
  readonly webhookSecret = 'rzpWebhookSecret0123456789';
  protected readonly broken: Answer = { status: 502, body: { error: { code: 'SERVER_ERROR', description: 'The server encountered an error', reason: 'NA' } } };
  private readonly api = new RazorpayApi(this);

  private constructor(mode: 'test' | 'live') {
    super();
    this.keyId = `rzp_${mode}_double0123456789`;
  }

  static async start({ mode = 'test' }: { mode?: 'test' | 'live' } = {}): Promise<RazorpayDouble> {
    const double = new RazorpayDouble(mode);
    await double.listen();
    return double;
  }

  get settings(): Readonly<Record<string, string>> {
    return { RAZORPAY_KEY_ID: this.keyId, RAZORPAY_KEY_SECRET: this.keySecret, RAZORPAY_WEBHOOK_SECRETS: this.webhookSecret, RAZORPAY_BASE_URL: this.url };
  }

  /** Razorpay signs no time. */
  sign(body: string, _at?: Date, secret: string = this.webhookSecret): SignedWebhook {
    const eventId = createHash('sha256').update(body).digest('hex').slice(0, 14);
    const { event: type } = JSON.parse(body) as { event: string };
    return { eventId, type, body, headers: { 'x-razorpay-signature': createHmac('sha256', secret).update(body).digest('hex'), 'x-razorpay-event-id': eventId } };
  }

  /** What the browser brings back from the page: a form that Razorpay signed. */
  comeBack(checkout: string, payment: string): Record<string, string> {
    const isPlan = checkout.startsWith('sub_');
    const signature = createHmac('sha256', this.keySecret).update(isPlan ? `${payment}|${checkout}` : `${checkout}|${payment}`).digest('hex');
    return { razorpay_payment_id: payment, [isPlan ? 'razorpay_subscription_id' : 'razorpay_order_id']: checkout, razorpay_signature: signature };
  }

  async pay(checkout: string, how: How = 'paid', amountMinor?: bigint): Promise<string> {
    if (checkout.startsWith('sub_')) return this.payPlan(this.books.get(this.books.subscriptions, checkout), how, amountMinor);
    const order = this.books.get(this.books.orders, checkout);
    if (order.status === 'paid') throw new Error(`The order ${checkout} is paid`);
    return this.tryToPay(order, how, null, amountMinor).id;
  }

  /** Also of a payment that failed: the bank says yes days later. */
  async complete(payment: string, how: 'captured' | 'failed'): Promise<void> {
    const one = this.books.get(this.books.payments, payment);
    if (how === 'captured') return this.capture(one);
    // What is not captured goes back by itself, and is called refunded although nobody had it.
    if (one.status === 'authorized') Object.assign(one, { status: 'refunded', amount_refunded: one.amount, refund_status: 'full' });
    this.tell('payment.failed', { payment: one });
  }

  async renew(subscription: string, how: 'paid' | 'failed' = 'paid'): Promise<string> {
    const one = this.books.get(this.books.subscriptions, subscription);
    const unpaid = this.books.list(this.books.invoices, (invoice) => invoice.subscription_id === subscription && invoice.status === 'issued')[0];
    return this.takeTurn(one, unpaid ?? this.bill(one, one.current_end ?? seconds()), how === 'paid' ? 'paid' : 'declined').id;
  }

  async end(subscription: string): Promise<void> {
    this.finish(this.books.get(this.books.subscriptions, subscription));
  }

  async refund(payment: string, amountMinor: bigint): Promise<void> {
    this.giveBack(this.books.get(this.books.payments, payment), Number(amountMinor), { receipt: null, notes: [] });
  }

  /** The bank sent the latest of them back, days after it was made. */
  failRefund(payment: string): void {
    const paid = this.books.get(this.books.payments, payment);
    const [refund] = this.books.list(this.books.refunds, (one) => one.payment_id === payment && one.status === 'processed');
    if (!refund) throw new Error(`Nothing of ${payment} went back`);
    refund.status = 'failed';
    paid.amount_refunded -= refund.amount;
    Object.assign(paid, { refund_status: paid.amount_refunded === 0 ? null : 'partial', status: 'captured' });
    this.tell('refund.failed', { refund, payment: paid });
  }

  async dispute(payment: string, how: 'open' | 'won' | 'lost'): Promise<void> {
    const paid = this.books.get(this.books.payments, payment);
    const before = this.books.list(this.books.disputes, (one) => one.payment_id === payment)[0];
    const dispute = before ?? { id: this.newId('disp_'), entity: 'dispute', payment_id: payment, amount: paid.amount, currency: paid.currency, phase: 'chargeback', status: 'open' };
    dispute.status = how;
    this.books.disputes.set(dispute.id, dispute);
    this.tell(how === 'open' ? 'payment.dispute.created' : `payment.dispute.${how}`, { payment: paid, dispute });
  }

  /** Nobody came in time; orders never end. */
  expire(subscription: string): void {
    const one = this.books.get(this.books.subscriptions, subscription);
    one.status = 'expired';
    this.tell('subscription.cancelled', { subscription: one });
  }

  openOrder(said: Pick<Order, 'amount' | 'currency' | 'receipt' | 'notes'>): Order {
    this.done.checkouts += 1;
    return this.addOrder(said);
  }

  addPlan(said: Omit<Plan, 'id' | 'entity'>): Plan {
    const plan: Plan = { ...said, id: this.newId('plan_'), entity: 'plan' };
    this.books.plans.set(plan.id, plan);
    return plan;
  }

  openSubscription(said: Pick<Subscription, 'plan_id' | 'quantity' | 'total_count' | 'notes'>): Subscription {
    const id = this.newId('sub_');
    const one: Subscription = { ...said, id, entity: 'subscription', status: 'created', paid_count: 0, current_start: null, current_end: null, ended_at: null, short_url: `${this.url}/i/${id}` };
    this.books.subscriptions.set(id, one);
    this.done.checkouts += 1;
    return one;
  }

  giveBack(payment: Payment, amount: number, said: Pick<Refund, 'receipt' | 'notes'>): Refund {
    const refund: Refund = { ...said, id: this.newId('rfnd_'), entity: 'refund', amount, currency: payment.currency, payment_id: payment.id, status: 'processed' };
    payment.amount_refunded += amount;
    const isFull = payment.amount_refunded === payment.amount;
    Object.assign(payment, { refund_status: isFull ? 'full' : 'partial', status: isFull ? 'refunded' : 'captured' });
    this.books.refunds.set(refund.id, refund);
    this.done.refunds += 1;
    this.tell('refund.created', { refund, payment });
    this.tell('refund.processed', { refund, payment });
    return refund;
  }

  /** A cancellation at the end of the cycle shows nowhere until then. */
  cancel(subscription: Subscription, atCycleEnd: boolean): void {
    this.done.cancellations += 1;
    if (!atCycleEnd) this.finish(subscription);
  }

  protected answer(asked: Asked): Answer {
    return this.api.answer(asked);
  }

  private tell(event: string, about: Readonly<Record<string, object>>): void {
    const payload = Object.fromEntries(Object.entries(about).map(([name, entity]) => [name, { entity }]));
    this.send({ entity: 'event', account_id: 'acc_double', event, contains: Object.keys(about), payload, created_at: seconds() });
  }

  private addOrder(said: Pick<Order, 'amount' | 'currency' | 'receipt' | 'notes'>): Order {
    const order: Order = { ...said, id: this.newId('order_'), entity: 'order', amount_paid: 0, status: 'created' };
    this.books.orders.set(order.id, order);
    return order;
  }

  private payPlan(one: Subscription, how: How, amountMinor?: bigint): string {
    if (one.status !== 'created') throw new Error(`The subscription ${one.id} is ${one.status}`);
    // Whoever is declined at the page has no turn yet, and tries again.
    if (how === 'declined') return this.tryToPay(this.addOrder(this.priceOf(one)), how, null).id;
    return this.takeTurn(one, this.bill(one, seconds()), how, amountMinor).id;
  }

  private tryToPay(order: Order, how: How, invoice: Invoice | null, amountMinor?: bigint): Payment {
    const payment: Payment = {
      id: this.newId('pay_'), entity: 'payment', amount: amountMinor === undefined ? order.amount : Number(amountMinor), currency: order.currency, status: how === 'declined' ? 'failed' : 'authorized', captured: false,
      amount_refunded: 0, refund_status: null, order_id: order.id, invoice_id: invoice?.id ?? null, email: 'payer@example.net', contact: '+919876543210', card: { name: 'Pia Payer', last4: '1111', network: 'Visa' }, notes: [],
    };
    this.books.payments.set(payment.id, payment);
    order.status = 'attempted';
    this.tell(how === 'declined' ? 'payment.failed' : 'payment.authorized', { payment: { ...payment } });
    if (invoice && how !== 'declined') invoice.payment_id = payment.id;
    if (how === 'paid') this.capture(payment);
    return payment;
  }

  private capture(payment: Payment): void {
    const order = this.books.get(this.books.orders, payment.order_id);
    Object.assign(payment, { status: 'captured', captured: true });
    Object.assign(order, { status: 'paid', amount_paid: payment.amount });
    this.tell('payment.captured', { payment });
    const invoice = this.books.invoices.get(payment.invoice_id ?? '');
    if (!invoice) return this.tell('order.paid', { payment, order });
    const one = this.books.get(this.books.subscriptions, invoice.subscription_id);
    Object.assign(invoice, { status: 'paid', payment_id: payment.id });
    Object.assign(one, { status: 'active', paid_count: one.paid_count + 1, current_start: invoice.billing_start, current_end: invoice.billing_end });
    this.tell('subscription.charged', { subscription: one, payment });
  }

  private takeTurn(one: Subscription, invoice: Invoice, how: How, amountMinor?: bigint): Payment {
    const payment = this.tryToPay(this.books.get(this.books.orders, invoice.order_id), how, invoice, amountMinor);
    if (how === 'declined') {
      one.status = 'pending';
      this.tell('subscription.pending', { subscription: one });
    }
    return payment;
  }

  private bill(one: Subscription, start: number): Invoice {
    const price = this.priceOf(one);
    const end = turnAfter(start, this.books.get(this.books.plans, one.plan_id));
    const invoice: Invoice = {
      id: this.newId('inv_'), entity: 'invoice', subscription_id: one.id, status: 'issued', payment_id: null, amount: price.amount, currency: price.currency, billing_start: start, billing_end: end, order_id: this.addOrder(price).id,
    };
    this.books.invoices.set(invoice.id, invoice);
    return invoice;
  }

  private priceOf(one: Subscription): Pick<Order, 'amount' | 'currency' | 'receipt' | 'notes'> {
    const { item } = this.books.get(this.books.plans, one.plan_id);
    return { amount: item.amount * one.quantity, currency: item.currency, receipt: null, notes: [] };
  }

  private finish(one: Subscription): void {
    Object.assign(one, { status: 'cancelled', ended_at: seconds() });
    this.tell('subscription.cancelled', { subscription: one });
  }
}
