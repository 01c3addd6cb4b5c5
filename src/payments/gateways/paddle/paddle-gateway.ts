import { type Adjustment, type CreateTransactionRequestBody, type CurrencyCode, type Subscription } from '@paddle/paddle-node-sdk';
import { type Money, type Period } from '../../../kernel/index.js';
import { type Checkout, GatewayRefuses, type GatewayEvent, type Mode, type Order, type PaymentGateway, type RefundAnswer, type Refs, type Seen } from '../gateway.js';
import { takes, unitsOf } from '../minor-units.js';
import { PaddleApi } from './paddle-api.js';
import { orderOfSubscription, seenPayment, seenSubscription } from './paddle-view.js';
import { parsePaddleWebhook } from './paddle-webhook.js';

const ADDRESSES: Readonly<Record<Mode, string>> = { live: 'https://api.paddle.com', test: 'https://sandbox-api.paddle.com' };
const LISTED_AT_ONCE = 30;

export interface PaddleSettings {
  readonly key: string;
  readonly webhookSecrets: readonly string[];
  /** The one its key belongs to, unless it is said. */
  readonly baseUrl?: string | undefined;
  /** The hosted checkout of Paddle's dashboard, which is also where it is said where people come back to. */
  readonly checkoutUrl: string;
  readonly timeoutMs?: number;
}

/** Paddle sells in its own name: it writes the invoice, knows the buyer and answers for the tax. It is told what is bought, and nothing of whom. */
export class PaddleGateway implements PaymentGateway {
  readonly id = 'paddle';
  readonly mode: Mode;
  readonly isMerchantOfRecord = true;
  private readonly api: PaddleApi;

  constructor(private readonly settings: PaddleSettings) {
    this.mode = modeOf(settings);
    this.api = new PaddleApi(settings.key, settings.baseUrl?.replace(/\/$/, '') ?? ADDRESSES[this.mode], settings.timeoutMs ?? 10_000);
  }

  takes(currency: string): boolean {
    return takes('paddle', currency);
  }

  /** Asked again after a lost answer, it makes a second transaction; the first one's number is known to nobody, so nobody can pay it. */
  async createCheckout(order: Order): Promise<Checkout> {
    const wish = transactionOf(order);
    const { id } = await this.api.do((paddle) => paddle.transactions.create(wish));
    const page = new URL(this.settings.checkoutUrl);
    page.searchParams.set('transaction_id', id);
    return { reference: id, go: { kind: 'link', url: page.href } };
  }

  parseWebhook(raw: Buffer, headers: Readonly<Record<string, string | readonly string[] | undefined>>, now: Date): GatewayEvent {
    return parsePaddleWebhook(raw, headers['paddle-signature'], this.settings.webhookSecrets, this.mode, now);
  }

  async fetch(refs: Refs): Promise<Seen> {
    const id = refs.payment ?? refs.checkout;
    const found = id === undefined ? null : await this.api.find((paddle) => paddle.transactions.get(id));
    const subscription = await this.subscription(refs.subscription ?? found?.subscriptionId ?? null);
    const listed = subscription === null ? [] : await this.api.find((paddle) => all(paddle.transactions.list({ subscriptionId: [subscription.id], perPage: LISTED_AT_ONCE }))) ?? [];
    // Lists come a little later than what they list.
    const transactions = found === null || listed.some((one) => one.id === found.id) ? listed : [...listed, found];
    const adjustments = await this.adjustments(transactions.map((one) => one.id));
    const order = subscription === null ? null : orderOfSubscription(subscription);
    const payments = transactions.map((one) => seenPayment(one, adjustments.filter(({ transactionId }) => transactionId === one.id), order)).filter((seen) => seen !== null);
    return { mode: this.mode, payments, subscription: subscription === null ? null : seenSubscription(subscription), isOver: payments.length === 0 && found?.status === 'canceled' };
  }

  /** Looked for among those that are there, by our key in the reason, before it is made. Paddle approves most of them itself, later. */
  async refund(payment: { readonly reference: string; readonly amount: Money }, { key, amount }: { readonly key: string; readonly amount: Money }): Promise<RefundAnswer> {
    const made = (await this.adjustments([payment.reference])).find(({ reason }) => reason === key);
    if (made !== undefined) return refundAnswer(made);
    const refund = { action: 'refund', transactionId: payment.reference, reason: key, taxMode: 'internal' } as const;
    if (amount.minor === payment.amount.minor) return refundAnswer(await this.api.do((paddle) => paddle.adjustments.create({ ...refund, type: 'full' })));
    const transaction = await this.api.find((paddle) => paddle.transactions.get(payment.reference));
    const [item] = transaction?.details?.lineItems ?? [];
    if (item === undefined) throw new GatewayRefuses('paddle', 'transaction_not_found');
    const part = { itemId: item.id, type: 'partial', amount: String(unitsOf('paddle', amount)) } as const;
    return refundAnswer(await this.api.do((paddle) => paddle.adjustments.create({ ...refund, type: 'partial', items: [part] })));
  }

  async cancel(subscription: string, when: 'period_end' | 'now'): Promise<void> {
    const found = await this.subscription(subscription);
    if (found === null) throw new GatewayRefuses('paddle', 'subscription_not_found');
    const isDone = found.status === 'canceled' || (when === 'period_end' && found.scheduledChange?.action === 'cancel');
    if (isDone) return;
    // What is to end with its turn cannot be ended at once, until it is not to end with its turn any more.
    if (found.scheduledChange?.action === 'cancel') await this.api.do((paddle) => paddle.subscriptions.update(subscription, { scheduledChange: null }));
    await this.api.do((paddle) => paddle.subscriptions.cancel(subscription, { effectiveFrom: when === 'now' ? 'immediately' : 'next_billing_period' }));
  }

  /** Whoever has the address is signed in there: it is asked for anew each time, and is for the browser that asked. */
  async portal(subscription: string): Promise<string | null> {
    const found = await this.subscription(subscription);
    if (found === null) return null;
    const session = await this.api.do((paddle) => paddle.customerPortalSessions.create(found.customerId, [found.id]));
    return session.urls.general.overview;
  }

  private async adjustments(transactions: readonly string[]): Promise<Adjustment[]> {
    if (transactions.length === 0) return [];
    return await this.api.find((paddle) => all(paddle.adjustments.list({ transactionId: [...transactions], perPage: LISTED_AT_ONCE }))) ?? [];
  }

  private async subscription(id: string | null): Promise<Subscription | null> {
    return id === null ? null : await this.api.find((paddle) => paddle.subscriptions.get(id));
  }
}

/** One item at the whole price, tax within it; `standard` is the tax category every seller at Paddle has. */
function transactionOf({ id, title, quantity, amount, every }: Order): CreateTransactionRequestBody {
  const name = quantity === 1 ? title : `${title} × ${quantity}`;
  const currencyCode = amount.currency as CurrencyCode;
  const price = {
    name, description: name, unitPrice: { amount: String(unitsOf('paddle', amount)), currencyCode }, taxMode: 'internal', quantity: { minimum: 1, maximum: 1 },
    product: { name, taxCategory: 'standard' }, ...(every === null ? {} : { billingCycle: turnOf(every) }),
  } as const;
  return { items: [{ quantity: 1, price }], customData: { order: id }, currencyCode, collectionMode: 'automatic' };
}

function turnOf(every: Period): { interval: 'month' | 'year'; frequency: number } {
  if (every.months === 0 || every.days > 0 || every.seconds > 0) throw new GatewayRefuses('paddle', 'interval');
  return every.months % 12 === 0 ? { interval: 'year', frequency: every.months / 12 } : { interval: 'month', frequency: every.months };
}

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of pages) list.push(one);
  return list;
}

function refundAnswer({ id, status }: Adjustment): RefundAnswer {
  if (status === 'approved') return { reference: id, state: 'done' };
  return { reference: id, state: status === 'pending_approval' ? 'pending' : 'failed' };
}

/** By the key, which must not be used where the other kind of money is. */
function modeOf({ key, baseUrl }: PaddleSettings): Mode {
  const [, kind] = /^pdl_(live|sdbx)_/.exec(key) ?? [];
  if (kind === undefined) throw new RangeError('PADDLE_API_KEY begins with neither pdl_live_ nor pdl_sdbx_');
  const mode = kind === 'live' ? 'live' : 'test';
  const isOther = baseUrl?.startsWith(ADDRESSES[mode === 'live' ? 'test' : 'live']) ?? false;
  if (isOther) throw new RangeError(`PADDLE_BASE_URL is not where a key of ${key.slice(0, 9)} works`);
  return mode;
}
