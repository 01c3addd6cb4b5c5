import { createHash } from 'node:crypto';
import { type Answer, type Asked, seconds } from './double-server.js';
import { type Charge, type Intent, type Invoice, type Notes, type Session, type StripeBooks, type Subscription } from './stripe-books.js';

const ok = (body: unknown): Answer => ({ status: 200, body });
const list = (data: readonly unknown[], url: string): Answer => ok({ object: 'list', data, has_more: false, url });
const refuse = (status: number, code: string, message: string, type = 'invalid_request_error'): Answer => ({ status, body: { error: { type, code, message } } });
const missing = (what: string): Answer => refuse(404, 'resource_missing', `No such ${what}`);

export interface StripeDesk {
  readonly books: StripeBooks;
  readonly secretKey: string;
  openPage(said: Omit<Session, 'id' | 'url' | 'object' | 'livemode'>): Session;
  giveBack(payment: string, amount: number, metadata: Notes): unknown;
  cancel(subscription: Subscription, when: 'period_end' | 'now'): void;
  readonly url: string;
}

/** The part of Stripe's API that is used here: idempotent by key, and with its own refusals. */
export class StripeApi {
  private readonly answered = new Map<string, { request: string; answer: Answer }>();

  constructor(private readonly desk: StripeDesk) {}

  answer(asked: Asked): Answer {
    if (asked.headers.authorization !== `Bearer ${this.desk.secretKey}`) return refuse(401, 'api_key_invalid', 'Invalid API Key provided');
    const key = asked.headers['idempotency-key'];
    if (asked.method !== 'POST' || typeof key !== 'string') return this.do(asked);
    const request = createHash('sha256').update(`${asked.path}\n${asked.body}`).digest('hex');
    const before = this.answered.get(key);
    if (before && before.request !== request) {
      return { status: 400, body: { error: { type: 'idempotency_error', message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.' } } };
    }
    const answer = before?.answer ?? this.do(asked);
    this.answered.set(key, { request, answer });
    return answer;
  }

  private do(asked: Asked): Answer {
    const [, , kind = '', id = '', rest = ''] = asked.path.split('/');
    switch (`${asked.method} ${kind}`) {
      case 'POST checkout': return this.createSession(new URLSearchParams(asked.body));
      case 'GET checkout': return this.session(rest, asked.query);
      case 'GET payment_intents': return this.intent(id);
      case 'GET invoice_payments': return this.invoicePayments(asked.query.get('payment[payment_intent]') ?? '');
      case 'GET invoices': return id === '' ? this.invoices(asked.query) : this.invoice(id);
      case 'GET charges': return this.charges(asked.query);
      case 'GET disputes': return list(this.books.list(this.books.disputes, (one) => one.payment_intent === asked.query.get('payment_intent')), '/v1/disputes');
      case 'GET refunds': return list(this.books.list(this.books.refunds, (one) => one.payment_intent === asked.query.get('payment_intent')), '/v1/refunds');
      case 'POST refunds': return this.refund(new URLSearchParams(asked.body));
      case 'GET subscriptions':
      case 'POST subscriptions':
      case 'DELETE subscriptions': return this.subscription(asked, id);
      case 'POST billing_portal': return ok({ id: 'bps_1', object: 'billing_portal.session', url: `${this.desk.url}/p/session/${new URLSearchParams(asked.body).get('customer')}` });
      default: return refuse(404, 'url_invalid', `Unrecognized request URL (${asked.method}: ${asked.path})`);
    }
  }

  private get books(): StripeBooks {
    return this.desk.books;
  }

  private createSession(form: URLSearchParams): Answer {
    const item = 'line_items[0]';
    const price = `${item}[price_data]`;
    const [unit, quantity] = [Number(form.get(`${price}[unit_amount]`)), Number(form.get(`${item}[quantity]`))];
    const currency = form.get(`${price}[currency]`) ?? '';
    const wrong = faultOf(form, unit, currency);
    if (wrong) return wrong;
    const mode = form.get('mode') === 'subscription' ? 'subscription' : 'payment';
    const interval = form.get(`${price}[recurring][interval]`) === 'year' ? 'year' : 'month';
    return ok(this.desk.openPage({
      mode, status: 'open', payment_status: 'unpaid', amount_total: unit * quantity, currency, client_reference_id: form.get('client_reference_id'), metadata: notesIn(form, 'metadata'),
      expires_at: Number(form.get('expires_at')), payment_intent: null, subscription: null, customer_details: null, intentMetadata: notesIn(form, 'payment_intent_data[metadata]'),
      plan: mode === 'subscription' ? { metadata: notesIn(form, 'subscription_data[metadata]'), interval, count: Number(form.get(`${price}[recurring][interval_count]`) ?? 1) } : null,
    }));
  }

  private session(id: string, query: URLSearchParams): Answer {
    const session = this.books.sessions.get(id);
    if (!session) return missing('checkout.session');
    const isWhole = query.get('expand[0]') === 'payment_intent.latest_charge.refunds';
    const intent = this.books.intents.get(session.payment_intent ?? '');
    return ok({ ...session, payment_intent: isWhole && intent ? this.whole(intent) : session.payment_intent });
  }

  private intent(id: string): Answer {
    const intent = this.books.intents.get(id);
    return intent ? ok(this.whole(intent)) : missing('payment_intent');
  }

  private whole(intent: Intent): object {
    const charge = this.books.charges.get(intent.latest_charge ?? '');
    return { ...intent, latest_charge: charge ? this.withRefunds(charge) : null };
  }

  private charges(query: URLSearchParams): Answer {
    const all = this.books.list(this.books.charges, (one) => one.customer === query.get('customer'));
    return list(query.get('expand[0]') === 'data.refunds' ? all.map((charge) => this.withRefunds(charge)) : all, '/v1/charges');
  }

  /** At most ten of them, as in every list within an object. */
  private withRefunds(charge: Charge): object {
    const refunds = charge.status === 'succeeded' ? this.books.list(this.books.refunds, (one) => one.payment_intent === charge.payment_intent) : [];
    return { ...charge, refunds: { object: 'list', data: refunds.slice(0, 10), has_more: refunds.length > 10, url: `/v1/charges/${charge.id}/refunds` } };
  }

  private invoicePayments(payment: string): Answer {
    const invoice = this.books.invoiceOf(payment);
    return list(invoice ? [paymentOf(invoice)] : [], '/v1/invoice_payments');
  }

  private invoice(id: string): Answer {
    const invoice = this.books.invoices.get(id);
    return invoice ? ok(invoice) : missing('invoice');
  }

  private invoices(query: URLSearchParams): Answer {
    const isWhole = query.get('expand[0]') === 'data.payments';
    const all = this.books.list(this.books.invoices, (one) => one.parent.subscription_details.subscription === query.get('subscription'));
    return list(all.map((invoice) => (isWhole ? { ...invoice, payments: { object: 'list', data: [paymentOf(invoice)], has_more: false } } : invoice)), '/v1/invoices');
  }

  private refund(form: URLSearchParams): Answer {
    const payment = form.get('payment_intent') ?? '';
    const intent = this.books.intents.get(payment);
    if (!intent) return missing('payment_intent');
    if (intent.status !== 'succeeded') return refuse(400, 'payment_intent_unexpected_state', 'This PaymentIntent does not have a successful charge to refund.');
    const charge = this.books.chargeOf(payment);
    const left = charge.amount - charge.amount_refunded;
    if (left === 0) return refuse(400, 'charge_already_refunded', 'Charge has already been refunded.');
    const amount = Number(form.get('amount'));
    if (amount > left) return refuse(400, 'amount_too_large', 'Refund amount is greater than unrefunded amount on charge.');
    return ok(this.desk.giveBack(payment, amount, notesIn(form, 'metadata')));
  }

  private subscription({ method, body }: Asked, id: string): Answer {
    const one = this.books.subscriptions.get(id);
    if (!one || (method === 'DELETE' && one.status === 'canceled')) return missing('subscription');
    if (method === 'POST' && one.status === 'canceled') return refuse(400, 'subscription_canceled', 'A canceled subscription can only update its cancellation_details and metadata.');
    if (method === 'DELETE') this.desk.cancel(one, 'now');
    if (method === 'POST' && new URLSearchParams(body).get('cancel_at_period_end') === 'true') this.desk.cancel(one, 'period_end');
    return ok(one);
  }
}

function paymentOf(invoice: Invoice): object {
  return { id: `inpay_${invoice.id}`, object: 'invoice_payment', invoice: invoice.id, status: invoice.status, payment: { type: 'payment_intent', payment_intent: invoice.payment } };
}

function notesIn(form: URLSearchParams, where: string): Notes {
  return Object.fromEntries([...form].filter(([name]) => name.startsWith(`${where}[`)).map(([name, value]) => [name.slice(where.length + 1, -1), value]));
}

function faultOf(form: URLSearchParams, unit: number, currency: string): Answer | null {
  if ([...form.keys()].some((name) => name.startsWith('payment_method_types'))) return refuse(400, 'parameter_unknown', 'Received unknown parameter: payment_method_types');
  if (/^(ugx|isk)$/.test(currency) && unit % 100 !== 0) return refuse(400, 'invalid_charge_amount_no_decimal_compatible', 'Invalid amount.');
  if (/^(bhd|jod|kwd|omr|tnd)$/.test(currency) && unit % 10 !== 0) return refuse(400, 'parameter_invalid_integer', 'Invalid amount.');
  const open = Number(form.get('expires_at')) - seconds();
  if (open < 30 * 60 || open > 24 * 3600) return refuse(400, 'parameter_invalid_integer', 'The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.');
  return null;
}
