import { createHmac } from 'node:crypto';
import { Period } from '../../../src/kernel/index.js';
import { type GatewayDouble, type SignedWebhook } from './double.js';
import { type Answer, type Asked, DoubleServer, seconds } from './double-server.js';
import { type PaddleAdjustment, adjustmentView, PADDLE_CUSTOMER, type PaddleCycle, type PaddleSubscription, subscriptionView, type PaddleTransaction, taxIn, transactionView } from './paddle-records.js';

const no = (status: number, code: string, type = 'request_error'): Answer => ({ status, body: { error: { type, code, detail: 'Not like this', documentation_url: `https://developer.paddle.com/v1/errors/shared/${code}` }, meta: { request_id: '1' } } });
const yes = (data: unknown, status = 200): Answer => ({ status, body: { data, meta: { request_id: '1' } } });

/** Paddle on a loopback port. Amounts hold their tax; whoever buys is somebody with a name, an address and a card. */
export class PaddleDouble extends DoubleServer implements GatewayDouble {
  protected readonly broken = no(500, 'internal_error', 'api_error');
  private readonly transactions: PaddleTransaction[] = [];
  private readonly subscriptions: PaddleSubscription[] = [];
  private readonly adjustments: PaddleAdjustment[] = [];
  private readonly key: string;
  private isRenewing = false;

  private constructor(mode: 'test' | 'live') {
    super();
    this.key = `pdl_${mode === 'live' ? 'live' : 'sdbx'}_apikey_01gtgztp8f4kek3yd4g1wrksa3_q6TGTJyvoIz7LDtXT65bX7_AQO`;
  }

  static async start({ mode = 'test' }: { mode?: 'test' | 'live' } = {}): Promise<PaddleDouble> {
    const double = new PaddleDouble(mode);
    await double.listen();
    return double;
  }

  get settings(): Readonly<Record<string, string>> {
    return { BUILT_IN_GATEWAY: 'false', PADDLE_API_KEY: this.key, PADDLE_WEBHOOK_SECRETS: 'pdl_ntfset_of_today', PADDLE_BASE_URL: this.url, PADDLE_CHECKOUT_URL: `${this.url}/checkout/hsc_1` };
  }

  async pay(checkout: string, how: 'paid' | 'declined' | 'authorised' | 'later' = 'paid', amountMinor?: bigint): Promise<string> {
    const transaction = this.transactionOf(checkout);
    if (amountMinor !== undefined) transaction.total = Number(amountMinor);
    if (how === 'paid') this.charge(transaction);
    else {
      transaction.attempt = { declined: 'error', authorised: 'authorized', later: 'pending_no_action_required' }[how];
      this.tell(how === 'declined' ? 'transaction.payment_failed' : 'transaction.updated', transactionView(transaction));
    }
    return transaction.id;
  }

  async complete(payment: string, how: 'captured' | 'failed'): Promise<void> {
    const transaction = this.transactionOf(payment);
    if (how === 'captured') return this.charge(transaction);
    transaction.attempt = 'error';
    this.tell('transaction.payment_failed', transactionView(transaction));
  }

  async renew(id: string, how: 'paid' | 'failed' = 'paid'): Promise<string> {
    const subscription = this.subscriptionOf(id);
    const missing = this.transactions.find((one) => one.subscription === id && one.status === 'past_due');
    const { first, period } = subscription;
    const transaction = missing ?? {
      id: this.newId('txn_'), status: 'past_due', origin: 'subscription_recurring', price: first.price, total: first.total, isTaxFree: first.isTaxFree, currency: first.currency, custom: first.custom, name: first.name, cycle: first.cycle, made: new Date(period.ends_at),
      attempt: 'error', subscription: id, period: { starts_at: period.ends_at, ends_at: turnOf(first.cycle).after(new Date(period.ends_at)).toISOString() },
    };
    if (missing === undefined) this.transactions.push(transaction);
    subscription.status = how === 'paid' ? 'active' : 'past_due';
    if (how === 'paid') {
      subscription.period = transaction.period ?? period;
      this.charge(transaction);
    } else this.tell('transaction.past_due', transactionView(transaction));
    this.tell(how === 'paid' ? 'subscription.updated' : 'subscription.past_due', subscriptionView(subscription));
    return transaction.id;
  }

  async end(id: string): Promise<void> {
    const subscription = this.subscriptionOf(id);
    Object.assign(subscription, { status: 'canceled', endsAtPeriodEnd: false, canceledAt: new Date().toISOString() });
    this.tell('subscription.canceled', subscriptionView(subscription));
  }

  async refund(payment: string, amountMinor: bigint): Promise<void> {
    this.approve(this.adjust(this.transactionOf(payment), 'refund', Number(amountMinor), 'Asked for at the desk'));
  }

  /** The bank sent the latest of them back, days after it was made. */
  failRefund(payment: string): void {
    const adjustment = this.adjustments.findLast((one) => one.transaction.id === payment && one.action === 'refund' && one.status === 'approved');
    if (!adjustment) throw new Error(`Nothing of ${payment} went back`);
    adjustment.status = 'reversed';
    this.tell('adjustment.updated', adjustmentView(adjustment));
  }

  async dispute(payment: string, how: 'open' | 'won' | 'lost'): Promise<void> {
    const transaction = this.transactionOf(payment);
    this.adjust(transaction, { open: 'chargeback_warning', lost: 'chargeback', won: 'chargeback_reverse' }[how], transaction.total, 'fraud', 'approved');
  }

  /** Somebody put another card in place of the one of a plan: a transaction of nothing. */
  async changeCard(id: string): Promise<string> {
    const { first } = this.subscriptionOf(id);
    const transaction: PaddleTransaction = { ...first, id: this.newId('txn_'), origin: 'subscription_payment_method_change', price: 0, total: 0, made: new Date() };
    this.transactions.push(transaction);
    this.charge(transaction);
    return transaction.id;
  }

  /** A business says its tax number: before it pays, so that it pays no tax, or later, so that the tax comes back. */
  async nameTaxNumber(transactionId: string): Promise<void> {
    const transaction = this.transactionOf(transactionId);
    const tax = taxIn(transaction.total);
    if (transaction.attempt === 'captured') return this.approve(this.adjust(transaction, 'refund', tax, 'tax_id_added', 'pending_approval', true));
    Object.assign(transaction, { isTaxFree: true, total: transaction.total - tax });
  }

  /** For the next question, the half hour before a renewal, in which Paddle lets nobody change a subscription. */
  lockForRenewal(): void {
    this.isRenewing = true;
  }

  /** Nobody paid, and nobody can any more. */
  async close(checkout: string): Promise<void> {
    const transaction = this.transactionOf(checkout);
    transaction.status = 'canceled';
    this.tell('transaction.canceled', transactionView(transaction));
  }

  sign(body: string, at = new Date(), secret = 'pdl_ntfset_of_today'): SignedWebhook {
    const { event_id: eventId = '', event_type: type = '' } = JSON.parse(body) as { event_id?: string; event_type?: string };
    const ts = seconds(at);
    return { eventId, type, body, headers: { 'paddle-signature': `ts=${ts};h1=${createHmac('sha256', secret).update(`${ts}:${body}`).digest('hex')}` } };
  }

  protected answer({ method, path, query, headers, body }: Asked): Answer {
    if (headers.authorization !== `bearer ${this.key}`) return no(403, 'invalid_token');
    const wish = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
    const [, what = '', which = '', more = ''] = path.split('/');
    const asked = `${method} /${what}${which === '' ? '' : '/:id'}${more === '' ? '' : `/${more}`}`;
    const answers: Readonly<Record<string, () => Answer>> = {
      'POST /transactions': () => this.create(wish),
      'GET /transactions': () => this.list(this.transactions.filter(({ subscription }) => among(query, 'subscription_id', subscription)).map(transactionView), query, path),
      'GET /transactions/:id': () => found(this.transactions.find(({ id }) => id === which), transactionView),
      'GET /subscriptions/:id': () => found(this.subscriptions.find(({ id }) => id === which), subscriptionView),
      'PATCH /subscriptions/:id': () => this.unschedule(which, wish),
      'POST /subscriptions/:id/cancel': () => this.cancel(which, wish),
      'GET /adjustments': () => this.list(this.adjustments.filter(({ transaction }) => among(query, 'transaction_id', transaction.id)).map(adjustmentView), query, path),
      'POST /adjustments': () => this.makeAdjustment(wish),
      'POST /customers/:id/portal-sessions': () => this.portal(which, wish),
    };
    return answers[asked]?.() ?? no(404, 'not_found');
  }

  private create(wish: Record<string, unknown>): Answer {
    const { items, custom_data: custom, currency_code: currency } = wish as { items: { price: { name: string; unit_price: { amount: string; currency_code: string }; tax_mode: string; billing_cycle?: PaddleCycle } }[]; custom_data: unknown; currency_code: string };
    const [price] = items.map((item) => item.price);
    if (price === undefined || price.unit_price.currency_code !== currency || price.tax_mode !== 'internal') return no(400, 'bad_request');
    const transaction: PaddleTransaction = {
      id: this.newId('txn_'), status: 'draft', origin: 'api', price: Number(price.unit_price.amount), total: Number(price.unit_price.amount), isTaxFree: false, currency, custom, name: price.name, cycle: price.billing_cycle ?? null, made: new Date(), attempt: null, subscription: null, period: null,
    };
    this.transactions.push(transaction);
    this.done.checkouts += 1;
    return yes(transactionView(transaction), 201);
  }

  private makeAdjustment(wish: Record<string, unknown>): Answer {
    const { transaction_id: id, type = 'partial', items, reason, action } = wish as { transaction_id: string; type?: string; items?: { amount: string; item_id: string }[]; reason: string; action: string };
    const transaction = this.transactions.find((one) => one.id === id);
    if (transaction === undefined) return no(404, 'not_found');
    const back = this.adjustments.filter((one) => one.transaction === transaction && one.action === 'refund' && one.status !== 'reversed').reduce((sum, one) => sum + one.amount, 0);
    const amount = type === 'full' ? transaction.total : Number(items?.[0]?.amount ?? 0);
    if (transaction.status !== 'completed' || back + amount > transaction.total) return no(400, 'adjustment_amount_above_remaining_allowed');
    const adjustment = this.adjust(transaction, action, amount, reason);
    const answer = yes(adjustmentView(adjustment), 201);
    this.done.refunds += 1;
    this.approve(adjustment);
    return answer;
  }

  private unschedule(id: string, { scheduled_change: change }: { scheduled_change?: unknown }): Answer {
    const subscription = this.subscriptions.find((one) => one.id === id);
    if (subscription === undefined || change !== null) return no(400, 'bad_request');
    subscription.endsAtPeriodEnd = false;
    return yes(subscriptionView(subscription));
  }

  private cancel(id: string, { effective_from: from }: { effective_from?: string }): Answer {
    const subscription = this.subscriptions.find((one) => one.id === id);
    if (subscription === undefined) return no(404, 'not_found');
    if (this.isRenewing) {
      this.isRenewing = false;
      return no(409, 'subscription_locked_renewal');
    }
    if (subscription.status === 'canceled' || subscription.endsAtPeriodEnd) return no(400, 'subscription_locked_pending_changes');
    if (from === 'immediately') Object.assign(subscription, { status: 'canceled', canceledAt: new Date().toISOString() });
    else subscription.endsAtPeriodEnd = true;
    this.done.cancellations += 1;
    this.tell(from === 'immediately' ? 'subscription.canceled' : 'subscription.updated', subscriptionView(subscription));
    return yes(subscriptionView(subscription));
  }

  private portal(customer: string, { subscription_ids: ids = [] }: { subscription_ids?: string[] }): Answer {
    if (customer !== PADDLE_CUSTOMER) return no(404, 'customer_not_found');
    const overview = `https://customer-portal.paddle.com/cpl_1?action=overview&token=${this.newId('pga_')}`;
    const urls = { general: { overview }, subscriptions: ids.map((id) => ({ id, cancel_subscription: `${overview}&cancel=${id}`, update_subscription_payment_method: `${overview}&update=${id}` })) };
    return yes({ id: this.newId('cpls_'), customer_id: customer, urls, created_at: new Date().toISOString() }, 201);
  }

  /** Pages that end after `per_page`; the next one is an address of its own. */
  private list(data: readonly object[], query: URLSearchParams, path: string): Answer {
    const [perPage, after] = [Number(query.get('per_page') ?? 10), Number(query.get('after') ?? 0)];
    const next = new URL(path, this.url);
    next.search = new URLSearchParams({ ...Object.fromEntries(query), after: String(after + perPage) }).toString();
    const pagination = { per_page: perPage, next: next.href, has_more: after + perPage < data.length, estimated_total: data.length };
    return { status: 200, body: { data: data.slice(after, after + perPage), meta: { request_id: '1', pagination } } };
  }

  private charge(transaction: PaddleTransaction): void {
    Object.assign(transaction, { attempt: 'captured', status: 'paid' });
    const isNew = transaction.cycle !== null && transaction.subscription === null;
    this.tell('transaction.paid', transactionView(transaction));
    if (isNew) this.subscribe(transaction);
    transaction.status = 'completed';
    this.tell('transaction.completed', transactionView(transaction));
  }

  private subscribe(first: PaddleTransaction): void {
    const now = new Date();
    const period = { starts_at: now.toISOString(), ends_at: turnOf(first.cycle).after(now).toISOString() };
    const subscription: PaddleSubscription = { id: this.newId('sub_'), status: 'active', first, period, endsAtPeriodEnd: false, canceledAt: null };
    Object.assign(first, { subscription: subscription.id, period });
    this.subscriptions.push(subscription);
    this.tell('subscription.created', subscriptionView(subscription));
  }

  private adjust(transaction: PaddleTransaction, action: string, amount: number, reason: string, status = 'pending_approval', ofTax = false): PaddleAdjustment {
    const adjustment = { id: this.newId('adj_'), transaction, action, full: amount === transaction.total, amount, reason, ofTax, status, made: new Date() };
    this.adjustments.push(adjustment);
    this.tell('adjustment.created', adjustmentView(adjustment));
    return adjustment;
  }

  private approve(adjustment: PaddleAdjustment): void {
    adjustment.status = 'approved';
    this.tell('adjustment.updated', adjustmentView(adjustment));
  }

  private tell(type: string, data: object): void {
    this.send({ event_id: this.newId('evt_'), event_type: type, occurred_at: new Date().toISOString(), notification_id: this.newId('ntf_'), data });
  }

  private transactionOf(id: string): PaddleTransaction {
    const one = this.transactions.find((transaction) => transaction.id === id);
    if (one === undefined) throw new Error(`Paddle's double has no transaction ${id}`);
    return one;
  }

  private subscriptionOf(id: string): PaddleSubscription {
    const one = this.subscriptions.find((subscription) => subscription.id === id);
    if (one === undefined) throw new Error(`Paddle's double has no subscription ${id}`);
    return one;
  }
}

const turnOf = (cycle: PaddleCycle | null): Period => Period.parse(`P${cycle?.frequency ?? 1}${cycle?.interval === 'year' ? 'Y' : 'M'}`);
const found = <T>(one: T | undefined, view: (one: T) => object): Answer => (one === undefined ? no(404, 'entity_not_found') : yes(view(one)));
/** Lists are asked for with one id or several, parted by commas. */
const among = (query: URLSearchParams, name: string, id: string | null): boolean => query.get(name)?.split(',').includes(id ?? '') ?? false;
