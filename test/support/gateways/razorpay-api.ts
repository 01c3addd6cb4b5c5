import { type Answer, type Asked } from './double-server.js';
import { type Notes, type Order, type Payment, type Plan, type RazorpayBooks, type Refund, type Subscription } from './razorpay-books.js';

const ok = (body: unknown): Answer => ({ status: 200, body });
const refuse = (description: string, reason = 'input_validation_failed', status = 400): Answer => ({ status, body: { error: { code: 'BAD_REQUEST_ERROR', description, source: 'business', step: 'payment_initiation', reason, metadata: {} } } });
const missing = (): Answer => refuse('The id provided does not exist', 'invalid_id');
const THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

export interface RazorpayDesk {
  readonly books: RazorpayBooks;
  readonly keyId: string;
  readonly keySecret: string;
  openOrder(said: Pick<Order, 'amount' | 'currency' | 'receipt' | 'notes'>): Order;
  addPlan(said: Omit<Plan, 'id' | 'entity'>): Plan;
  openSubscription(said: Pick<Subscription, 'plan_id' | 'quantity' | 'total_count' | 'notes'>): Subscription;
  giveBack(payment: Payment, amount: number, said: Pick<Refund, 'receipt' | 'notes'>): Refund;
  cancel(subscription: Subscription, atCycleEnd: boolean): void;
}

type Body = Record<string, unknown>;
const notesOf = (body: Body): Notes | [] => (body.notes as Notes | undefined) ?? [];

/** The part of Razorpay's API that is used here. Nothing is idempotent but refunds, and those by a header of their own. */
export class RazorpayApi {
  private readonly answered = new Map<string, { body: string; answer: Answer }>();

  constructor(private readonly desk: RazorpayDesk) {}

  answer(asked: Asked): Answer {
    const key = Buffer.from(`${this.desk.keyId}:${this.desk.keySecret}`).toString('base64');
    if (asked.headers.authorization !== `Basic ${key}`) return refuse('Authentication failed', 'NA', 401);
    const [, , kind = '', id = '', rest = ''] = asked.path.split('/');
    const body = asked.body === '' ? {} : (JSON.parse(asked.body) as Body);
    switch (`${asked.method} ${kind}${id === '' ? '' : ' one'}${rest === '' ? '' : ` ${rest}`}`) {
      case 'POST orders': return this.createOrder(body);
      case 'GET orders': return this.list(this.books.list(this.books.orders, (one) => one.receipt === asked.query.get('receipt')), asked);
      case 'GET orders one': return this.one(this.books.orders, id);
      case 'GET orders one payments': return this.list(this.books.list(this.books.payments, (one) => one.order_id === id), asked);
      case 'GET payments one': return this.one(this.books.payments, id);
      case 'GET payments one refunds': return this.list(this.books.list(this.books.refunds, (one) => one.payment_id === id), asked);
      case 'POST payments one refund': return this.refundOnce(id, body, asked);
      case 'GET disputes': return this.list(this.books.list(this.books.disputes), asked);
      case 'GET plans': return this.list(this.books.list(this.books.plans), asked);
      case 'POST plans': return ok(this.desk.addPlan({ ...(body as unknown as Plan), notes: notesOf(body) }));
      case 'GET invoices': return this.list(this.books.list(this.books.invoices, (one) => one.subscription_id === asked.query.get('subscription_id')), asked);
      case 'GET invoices one': return this.one(this.books.invoices, id);
      case 'GET subscriptions': return this.list(this.books.list(this.books.subscriptions, (one) => one.plan_id === asked.query.get('plan_id')), asked);
      case 'POST subscriptions': return this.createSubscription(body);
      case 'GET subscriptions one': return this.one(this.books.subscriptions, id);
      case 'POST subscriptions one cancel': return this.cancel(id, body);
      default: return refuse('The requested URL was not found on the server.', 'NA', 404);
    }
  }

  private get books(): RazorpayBooks {
    return this.desk.books;
  }

  private list(all: readonly unknown[], { query }: Asked): Answer {
    const [skip, count] = [Number(query.get('skip') ?? 0), Number(query.get('count') ?? 10)];
    const items = all.slice(skip, skip + count);
    return ok({ entity: 'collection', count: items.length, items });
  }

  private one(book: ReadonlyMap<string, unknown>, id: string): Answer {
    const found = book.get(id);
    return found === undefined ? missing() : ok(found);
  }

  private createOrder(body: Body): Answer {
    const { amount, currency, receipt } = body as { amount: number; currency: string; receipt?: string };
    if (!Number.isInteger(amount) || amount < 100) return refuse('Order amount less than minimum amount allowed');
    if (THREE_DECIMALS.has(currency) && amount % 10 !== 0) return refuse('The amount must end in 0');
    if ((receipt?.length ?? 0) > 40) return refuse('The receipt may not be greater than 40 characters.');
    return ok(this.desk.openOrder({ amount, currency, receipt: receipt ?? null, notes: notesOf(body) }));
  }

  private createSubscription(body: Body): Answer {
    const { plan_id, quantity = 1, total_count, expire_by } = body as { plan_id: string; quantity?: number; total_count: number; expire_by: number };
    if (!this.books.plans.has(plan_id)) return missing();
    if (!(expire_by > Date.now() / 1000)) return refuse('expire_by must be in the future');
    return ok(this.desk.openSubscription({ plan_id, quantity, total_count, notes: notesOf(body) }));
  }

  private refundOnce(id: string, body: Body, asked: Asked): Answer {
    const key = asked.headers['x-refund-idempotency'];
    if (typeof key !== 'string') return this.refund(id, body);
    if (!/^[\w-]{10,}$/.test(key)) return refuse('The idempotency key must be at least 10 characters');
    const before = this.answered.get(key);
    if (before && before.body !== asked.body) return refuse('Different request body sent for the same Idempotency key', 'idempotency_key_mismatch');
    const answer = before?.answer ?? this.refund(id, body);
    this.answered.set(key, { body: asked.body, answer });
    return answer;
  }

  private refund(id: string, body: Body): Answer {
    const payment = this.books.payments.get(id);
    if (!payment) return missing();
    if (!payment.captured) return refuse('The payment status should be captured for action to be taken', 'invalid_payment_status');
    const amount = Number(body.amount);
    const left = payment.amount - payment.amount_refunded;
    if (left === 0) return refuse('The payment has been fully refunded already', 'payment_already_refunded');
    if (amount > left) return refuse('The total refund amount is greater than the refund payment amount', 'refund_amount_exceeds_payment');
    return ok(this.desk.giveBack(payment, amount, { receipt: (body.receipt as string | undefined) ?? null, notes: notesOf(body) }));
  }

  private cancel(id: string, body: Body): Answer {
    const one = this.books.subscriptions.get(id);
    if (!one) return missing();
    if (one.status === 'cancelled' || one.status === 'expired') return refuse(`Subscription is not cancellable in ${one.status} status.`, 'invalid_subscription_status');
    if (body.cancel_at_cycle_end === 1 && one.status === 'created') return refuse('Subscription cannot be cancelled since no billing cycle is going on', 'invalid_subscription_status');
    this.desk.cancel(one, body.cancel_at_cycle_end === 1);
    return ok(one);
  }
}
