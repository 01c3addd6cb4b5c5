import { createHash, createHmac } from 'node:crypto';
import { Period } from '../../../src/kernel/index.js';
import { type GatewayDouble, type SignedWebhook } from './double.js';
import { type Answer, type Asked, DoubleServer } from './double-server.js';
import { type PaystackDispute, type PaystackPlan, type PaystackRefund, type PaystackSubscription, type PaystackTransaction, paystackViews } from './paystack-records.js';

const TURNS: Readonly<Record<string, string>> = { monthly: 'P1M', quarterly: 'P3M', biannually: 'P6M', annually: 'P1Y' };
const no = (status: number, message: string, code: string): Answer => ({ status, body: { status: false, message, meta: { nextStep: 'See the documentation' }, type: 'validation_error', code } });
const yes = (data: unknown, meta?: object): Answer => ({ status: 200, body: { status: true, message: 'Done', data, ...(meta === undefined ? {} : { meta }) } });

/** Paystack on a loopback port. Amounts are in its subunits; whoever pays is somebody with a name, an address and a card. */
export class PaystackDouble extends DoubleServer implements GatewayDouble {
  protected readonly broken = no(500, 'An error occurred', 'api_error');
  private readonly plans: PaystackPlan[] = [];
  private readonly transactions: PaystackTransaction[] = [];
  private readonly subscriptions: PaystackSubscription[] = [];
  private readonly refunds: PaystackRefund[] = [];
  private readonly disputes: PaystackDispute[] = [];
  private readonly views;
  private readonly key: string;

  private constructor(private readonly mode: 'test' | 'live') {
    super();
    this.key = `sk_${mode}_0123456789abcdef0123456789abcdef01234567`;
    this.views = paystackViews(mode);
  }

  static async start({ mode = 'test' }: { mode?: 'test' | 'live' } = {}): Promise<PaystackDouble> {
    const double = new PaystackDouble(mode);
    await double.listen();
    return double;
  }

  get settings(): Readonly<Record<string, string>> {
    return { BUILT_IN_GATEWAY: 'false', PAYSTACK_SECRET_KEY: this.key, PAYSTACK_BASE_URL: this.url };
  }

  async pay(checkout: string, how: 'paid' | 'declined' | 'authorised' | 'later' = 'paid', amountMinor?: bigint): Promise<string> {
    const transaction = this.transactionOf(checkout);
    if (amountMinor !== undefined) transaction.amount = Number(amountMinor);
    if (how === 'paid') this.charge(transaction);
    // It says nothing of what waits, or is refused.
    else transaction.status = how === 'declined' ? 'failed' : 'pending';
    return transaction.reference;
  }

  async complete(payment: string, how: 'captured' | 'failed'): Promise<void> {
    const transaction = this.transactionOf(payment);
    if (how === 'captured') this.charge(transaction);
    else transaction.status = 'failed';
  }

  async renew(code: string, how: 'paid' | 'failed' = 'paid'): Promise<string> {
    const subscription = this.subscriptionOf(code);
    const transaction: PaystackTransaction = {
      id: this.number(), reference: this.newId('rnw'), status: how === 'paid' ? 'success' : 'failed', amount: subscription.plan.amount, currency: subscription.plan.currency,
      metadata: '', plan: subscription.plan, email: subscription.email, created: subscription.next, paid: how === 'paid' ? subscription.next : null,
    };
    this.transactions.push(transaction);
    subscription.status = how === 'paid' ? 'active' : 'attention';
    if (how === 'paid') {
      subscription.next = turnOf(subscription.plan).after(subscription.next);
      this.send({ event: 'charge.success', data: this.views.transaction(transaction, 'event') });
    }
    this.send({ event: how === 'paid' ? 'invoice.update' : 'invoice.payment_failed', data: this.views.invoice(subscription, transaction) });
    return transaction.reference;
  }

  async end(code: string): Promise<void> {
    const subscription = this.subscriptionOf(code);
    subscription.status = 'cancelled';
    this.send({ event: 'subscription.disable', data: this.views.subscription(subscription) });
  }

  async refund(payment: string, amountMinor: bigint): Promise<void> {
    this.giveBack(this.transactionOf(payment), Number(amountMinor), 'Asked for at the desk');
  }

  /** The bank sent the latest of them back, days after it was made. */
  failRefund(payment: string): void {
    const transaction = this.transactionOf(payment);
    const refund = this.refunds.findLast((one) => one.transaction === transaction && one.status === 'processed');
    if (!refund) throw new Error(`Nothing of ${payment} went back`);
    [refund.status, transaction.status] = ['failed', 'success'];
    this.send({ event: 'refund.failed', data: this.views.refundEvent(refund) });
  }

  async dispute(payment: string, how: 'open' | 'won' | 'lost'): Promise<void> {
    const transaction = this.transactionOf(payment);
    const known = this.disputes.find((one) => one.transaction === transaction);
    const dispute = known ?? { id: this.number(), transaction, status: 'awaiting-merchant-feedback', resolution: null };
    if (known === undefined) this.disputes.push(dispute);
    if (how !== 'open') Object.assign(dispute, { status: 'resolved', resolution: how === 'won' ? 'declined' : 'merchant-accepted' });
    if (how === 'lost') transaction.status = 'reversed';
    this.send({ event: how === 'open' ? 'charge.dispute.create' : 'charge.dispute.resolve', data: this.views.dispute(dispute) });
  }

  /** Paystack files a dispute away without a word about who was right. */
  archiveDispute(payment: string): void {
    const dispute = this.disputes.find(({ transaction }) => transaction.reference === payment);
    if (dispute) dispute.status = 'archived';
  }

  sign(body: string, _at?: Date, secret = this.key): SignedWebhook {
    const eventId = createHash('sha256').update(body).digest('hex');
    return { eventId, type: (JSON.parse(body) as { event: string }).event, body, headers: { 'x-paystack-signature': createHmac('sha512', secret).update(body).digest('hex') } };
  }

  protected answer({ method, path, query, headers, body }: Asked): Answer {
    if (headers.authorization !== `Bearer ${this.key}`) return no(401, 'Invalid key', 'invalid_Key');
    const wish = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
    const [, what = '', which = '', more = ''] = path.split('/').map(decodeURIComponent);
    const asked = `${method} /${what}/${which}`;
    if (asked === 'POST /transaction/initialize') return this.initialize(wish);
    if (asked === 'POST /plan/') return this.makePlan(wish);
    if (asked === 'POST /refund/') return this.makeRefund(wish);
    if (asked === 'POST /subscription/disable') return this.disable(wish);
    if (method !== 'GET') return no(404, 'Not here', 'not_found');
    return which === '' ? this.list(what, query) : this.one(what, which, more);
  }

  private initialize(wish: Record<string, unknown>): Answer {
    const { reference, amount, currency, email, metadata, plan } = wish as { reference: string; amount: number; currency: string; email?: string; metadata: string; plan?: string };
    if (email === undefined || !email.includes('@')) return no(400, 'Invalid Email Address Passed', 'invalid_email_address');
    if (this.transactions.some((one) => one.reference === reference)) return no(400, 'Duplicate Transaction Reference', 'duplicate_reference');
    const of = this.plans.find(({ code }) => code === plan) ?? null;
    if (plan !== undefined && of === null) return no(400, 'Invalid plan', 'invalid_plan');
    this.transactions.push({ id: this.number(), reference, status: 'abandoned', amount: of?.amount ?? amount, currency, metadata, plan: of, email, created: new Date(), paid: null });
    this.done.checkouts += 1;
    return yes({ authorization_url: `${this.url}/page/${reference}`, access_code: this.newId('ac'), reference });
  }

  private makePlan(wish: Record<string, unknown>): Answer {
    const { name, description, amount, interval, currency } = wish as Omit<PaystackPlan, 'id' | 'code'>;
    if (TURNS[interval] === undefined) return no(400, 'Invalid interval', 'invalid_params');
    const plan = { id: this.number(), code: this.newId('PLN_'), name, description, amount, interval, currency };
    this.plans.push(plan);
    return { ...yes(this.views.plan(plan)), status: 201 };
  }

  private makeRefund(wish: Record<string, unknown>): Answer {
    const { transaction: of, amount, merchant_note: note } = wish as { transaction: string; amount: number; merchant_note: string };
    const transaction = this.transactions.find((one) => String(one.id) === String(of) || one.reference === of);
    if (transaction === undefined) return no(404, 'Transaction not found', 'transaction_not_found');
    const back = this.backOf(transaction);
    if (transaction.status !== 'success' || back + amount > transaction.amount) return no(400, 'Refund amount cannot be more than the transaction amount', 'invalid_refund_amount');
    this.done.refunds += 1;
    return yes({ ...this.views.refund(this.giveBack(transaction, amount, note)), status: 'pending' });
  }

  private disable(wish: Record<string, unknown>): Answer {
    const subscription = this.subscriptions.find(({ code, token }) => code === wish.code && token === wish.token);
    if (subscription === undefined || !['active', 'attention'].includes(subscription.status)) return no(404, 'Subscription with code not found or already inactive', 'subscription_not_found');
    subscription.status = 'non-renewing';
    this.done.cancellations += 1;
    this.send({ event: 'subscription.not_renew', data: this.views.subscription(subscription) });
    return yes(undefined);
  }

  private one(what: string, which: string, more: string): Answer {
    if (what === 'transaction') {
      const transaction = this.transactions.find(({ reference }) => reference === more);
      return transaction ? yes(this.views.transaction(transaction, 'verified')) : no(400, 'Transaction reference not found.', 'transaction_not_found');
    }
    if (what === 'dispute') {
      const dispute = this.disputes.find(({ transaction }) => String(transaction.id) === more);
      return dispute ? yes(this.views.dispute(dispute)) : no(404, 'Dispute not found', 'not_found');
    }
    if (what === 'plan') {
      const plan = this.plans.find(({ code }) => code === which);
      return plan ? yes(this.views.plan(plan)) : no(404, 'Plan not found', 'not_found');
    }
    const subscription = this.subscriptions.find(({ code }) => code === which);
    if (what !== 'subscription' || subscription === undefined) return no(404, 'Not found', 'not_found');
    return more === 'manage' ? yes({ link: `https://paystack.com/manage/subscriptions/${which}?subscription_token=x` }) : yes(this.views.subscription(subscription));
  }

  private list(what: string, query: URLSearchParams): Answer {
    const lists: Readonly<Record<string, () => unknown[]>> = {
      transaction: () => this.transactions.filter(({ email }) => String(this.views.customer(email).id) === query.get('customer')).map((one) => this.views.transaction(one, 'listed')),
      subscription: () => this.subscriptions.filter(({ email }) => String(this.views.customer(email).id) === query.get('customer')).map((one) => this.views.subscription(one)),
      refund: () => this.refunds.filter(({ transaction }) => String(transaction.id) === query.get('transaction')).map((one) => this.views.refund(one)),
    };
    const all = lists[what]?.();
    if (all === undefined) return no(404, 'Not found', 'not_found');
    const [perPage, page] = [Number(query.get('perPage') ?? 50), Number(query.get('page') ?? 1)];
    return yes(all.slice((page - 1) * perPage, page * perPage), { total: all.length, perPage, page, pageCount: Math.ceil(all.length / perPage) });
  }

  private charge(transaction: PaystackTransaction): void {
    Object.assign(transaction, { status: 'success', paid: new Date() });
    this.send({ event: 'charge.success', data: this.views.transaction(transaction, 'event') });
    if (transaction.plan === null || this.subscriptions.some(({ plan }) => plan === transaction.plan)) return;
    const next = turnOf(transaction.plan).after(transaction.paid ?? new Date());
    const subscription: PaystackSubscription = { id: this.number(), code: this.newId('SUB_'), token: this.newId('tok'), status: 'active', plan: transaction.plan, email: transaction.email, made: new Date(), next };
    this.subscriptions.push(subscription);
    this.send({ event: 'subscription.create', data: this.views.subscription(subscription) });
  }

  private giveBack(transaction: PaystackTransaction, amount: number, note: string): PaystackRefund {
    const refund: PaystackRefund = { id: this.number(), transaction, amount, note, status: 'processed' };
    this.refunds.push(refund);
    if (this.backOf(transaction) >= transaction.amount) transaction.status = 'reversed';
    for (const status of ['pending', 'processed']) this.send({ event: `refund.${status}`, data: this.views.refundEvent({ ...refund, status }) });
    return refund;
  }

  private backOf(transaction: PaystackTransaction): number {
    return this.refunds.filter((one) => one.transaction === transaction && one.status !== 'failed').reduce((sum, one) => sum + one.amount, 0);
  }

  private transactionOf(wanted: string): PaystackTransaction {
    const found = this.transactions.find(({ reference }) => reference === wanted);
    if (found === undefined) throw new Error(`Paystack's double has no transaction ${wanted}`);
    return found;
  }

  private subscriptionOf(wanted: string): PaystackSubscription {
    const found = this.subscriptions.find(({ code }) => code === wanted);
    if (found === undefined) throw new Error(`Paystack's double has no subscription ${wanted}`);
    return found;
  }

  private number(): number {
    return 900_000_000 + this.plans.length + this.transactions.length + this.subscriptions.length + this.refunds.length + this.disputes.length;
  }
}

const turnOf = ({ interval }: PaystackPlan): Period => Period.parse(TURNS[interval] ?? 'P1M');
