import { z } from 'zod';
import { type Money, Period } from '../../../kernel/index.js';
import { type Checkout, GatewayRefuses, type GatewayEvent, type Mode, type Order, type PaymentGateway, type RefundAnswer, type Refs, type Seen } from '../gateway.js';
import { takes, unitsOf } from '../minor-units.js';
import { PaystackClient } from './paystack-client.js';
import { disputesShape, initializedShape, linkShape, madePlanShape, type Refund, refundShape, type Subscription, subscriptionShape, type Transaction, transactionShape } from './paystack-shapes.js';
import { type Followed, seenPayment, seenSubscription, stateOf } from './paystack-view.js';
import { parsePaystackWebhook } from './paystack-webhook.js';

/** How often a plan is paid, in Paystack's words and in ours. */
const INTERVALS: Readonly<Partial<Record<string, string>>> = { P1M: 'monthly', P3M: 'quarterly', P6M: 'biannually', P1Y: 'annually' };
const planShape = z.object({ interval: z.string() });
/** A reply is lost now and then, but not so often. */
const MOST_PAGES_OF_ONE_ORDER = 9;

export interface PaystackSettings {
  readonly key: string;
  readonly oldKey?: string | undefined;
  readonly baseUrl: string;
  readonly timeoutMs?: number;
}

/** Paystack, by its HTTP API: it takes no payment without an e-mail address, and that is all it is told of somebody. */
export class PaystackGateway implements PaymentGateway {
  readonly id = 'paystack';
  readonly mode: Mode;
  readonly isMerchantOfRecord = false;
  private readonly client: PaystackClient;
  private readonly secrets: readonly string[];

  constructor({ key, oldKey, baseUrl, timeoutMs = 10_000 }: PaystackSettings) {
    const mode = /^sk_(live|test)_/.exec(key)?.[1] as Mode | undefined;
    if (mode === undefined) throw new RangeError('PAYSTACK_SECRET_KEY begins with neither sk_live_ nor sk_test_');
    this.mode = mode;
    this.client = new PaystackClient(baseUrl, key, timeoutMs);
    this.secrets = oldKey === undefined ? [key] : [key, oldKey];
  }

  takes(currency: string): boolean {
    return takes('paystack', currency);
  }

  async createCheckout(order: Order): Promise<Checkout> {
    const amount = unitsOf('paystack', order.amount);
    const email = await order.email();
    const plan = order.every === null ? {} : { plan: await this.planFor(order, amount, order.every), channels: ['card'] };
    const wish = {
      email, amount, currency: order.amount.currency, callback_url: order.returnUrl,
      metadata: JSON.stringify({ order: order.id, cancel_action: order.returnUrl }), ...plan,
    };
    for (let page = 1; page <= MOST_PAGES_OF_ONE_ORDER; page += 1) {
      const made = await this.initialize({ ...wish, reference: page === 1 ? order.id : `${order.id}.${page}` });
      if (made !== null) return { reference: made.reference, go: { kind: 'link', url: made.authorization_url } };
    }
    throw new GatewayRefuses('paystack', 'duplicate_reference');
  }

  parseWebhook(raw: Buffer, headers: Readonly<Record<string, string | readonly string[] | undefined>>): GatewayEvent {
    return parsePaystackWebhook(raw, headers['x-paystack-signature'], this.secrets, this.mode);
  }

  async fetch(refs: Refs): Promise<Seen> {
    const reference = refs.payment ?? refs.checkout ?? refs.order;
    const found = reference === undefined ? null : await this.transaction(reference);
    const plan = found === null ? null : (found.plan_object ?? found.plan);
    if (refs.subscription !== undefined || plan !== null) {
      const subscription = refs.subscription === undefined ? await this.subscriptionOf(found, plan?.code) : await this.subscription(refs.subscription);
      if (subscription !== null) return this.plan(subscription, found);
    }
    // A subscription is made a moment after its first payment.
    const every = plan === null ? null : await this.everyOf(plan.code);
    const seen = found === null ? null : seenPayment(await this.followed(found), { order: plan?.order ?? null, subscription: null, every });
    return { mode: found?.domain ?? this.mode, payments: seen === null ? [] : [seen], subscription: null, isOver: false };
  }

  /** Looked for among those that are there, by our key in the note nobody else reads, before it is made. */
  async refund(payment: { readonly reference: string; readonly amount: Money }, { key, amount }: { readonly key: string; readonly amount: Money }): Promise<RefundAnswer> {
    const transaction = await this.transaction(payment.reference);
    if (transaction === null) throw new GatewayRefuses('paystack', 'transaction_not_found');
    const made = (await this.refunds(transaction)).find(({ merchant_note: note }) => note === key);
    return refundAnswer(made ?? await this.client.post('/refund', {
      transaction: transaction.id, amount: unitsOf('paystack', amount), currency: amount.currency, merchant_note: key,
    }, refundShape));
  }

  /** Paystack charges no more from this moment, and the turn that is paid stays paid, also with `now`: it has no other end. */
  async cancel(subscription: string): Promise<void> {
    const found = await this.subscription(subscription);
    if (found === null) throw new GatewayRefuses('paystack', 'subscription_not_found');
    if (found.status !== 'active' && found.status !== 'attention') return;
    await this.client.post('/subscription/disable', { code: subscription, token: found.email_token }, z.unknown());
  }

  async portal(subscription: string): Promise<string | null> {
    return (await this.client.find(`/subscription/${encodeURIComponent(subscription)}/manage/link`, linkShape))?.link ?? null;
  }

  /** A plan for each purchase, since a renewal names its plan and not its subscription. One whose answer was lost is used by nobody. */
  private async planFor(order: Order, amount: number, every: Period): Promise<string> {
    const interval = INTERVALS[every.iso];
    if (interval === undefined) throw new GatewayRefuses('paystack', 'interval');
    const wish = { name: order.title, description: order.id, amount, interval, currency: order.amount.currency, send_invoices: false, send_sms: false };
    return (await this.client.post('/plan', wish, madePlanShape)).plan_code;
  }

  /** Null for a reference that is used: by a page whose address was lost with the answer, so that nobody can pay there. */
  private async initialize(wish: object): Promise<{ reference: string; authorization_url: string } | null> {
    try {
      return await this.client.post('/transaction/initialize', wish, initializedShape);
    } catch (error) {
      if (error instanceof GatewayRefuses && error.because === 'duplicate_reference') return null;
      throw error;
    }
  }

  private transaction(reference: string): Promise<Transaction | null> {
    return this.client.find(`/transaction/verify/${encodeURIComponent(reference)}`, transactionShape);
  }

  private subscription(code: string): Promise<Subscription | null> {
    return this.client.find(`/subscription/${encodeURIComponent(code)}`, subscriptionShape);
  }

  private async subscriptionOf(transaction: Transaction | null, plan: string | undefined): Promise<Subscription | null> {
    if (!transaction?.customer || plan === undefined) return null;
    const all = await this.client.list(`/subscription?customer=${encodeURIComponent(transaction.customer)}`, subscriptionShape);
    return all.find((one) => one.plan?.code === plan) ?? null;
  }

  /** A subscription with all that was paid for it: what its customer paid for its plan, which no other subscription has. */
  private async plan(subscription: Subscription, found: Transaction | null): Promise<Seen> {
    const code = subscription.plan?.code ?? '';
    const of = subscription.customer === null ? [] : await this.client.list(`/transaction?customer=${encodeURIComponent(subscription.customer)}`, transactionShape);
    const paid = of.filter((one) => one.plan?.code === code);
    // Lists come a little later than what they list.
    const all = found === null || paid.some(({ reference }) => reference === found.reference) ? paid : [...paid, found];
    const order = subscription.plan?.order ?? all.find(({ metadata }) => metadata)?.metadata ?? null;
    const about = { order, subscription: subscription.subscription_code, every: await this.everyOf(code) };
    const payments = [];
    for (const transaction of all) payments.push(seenPayment(await this.followed(transaction), about));
    const seen = payments.filter((one) => one !== null);
    return { mode: subscription.domain, payments: seen, subscription: seenSubscription(subscription, seen, order, new Date()), isOver: false };
  }

  private async everyOf(plan: string): Promise<Period | null> {
    const found = await this.client.find(`/plan/${encodeURIComponent(plan)}`, planShape);
    const iso = Object.keys(INTERVALS).find((one) => INTERVALS[one] === found?.interval);
    return iso === undefined ? null : Period.parse(iso);
  }

  private async followed(transaction: Transaction): Promise<Followed> {
    if (stateOf(transaction) !== 'captured') return { transaction, refunds: [], disputes: [] };
    const disputes = await this.client.find(`/dispute/transaction/${encodeURIComponent(transaction.id)}`, disputesShape) ?? [];
    return { transaction, refunds: await this.refunds(transaction), disputes };
  }

  private refunds(transaction: Transaction): Promise<Refund[]> {
    return this.client.list(`/refund?transaction=${encodeURIComponent(transaction.id)}`, refundShape);
  }
}

function refundAnswer({ id, status }: Refund): RefundAnswer {
  if (status === 'processed') return { reference: id, state: 'done' };
  return { reference: id, state: status === 'failed' ? 'failed' : 'pending' };
}
