import { type Stripe } from 'stripe';
import { type Money } from '../../../kernel/index.js';
import { type Checkout, type GatewayEvent, GatewayRefuses, type Mode, type Order, type PaymentGateway, type RefundAnswer, type Refs, type Seen } from '../gateway.js';
import { takes, unitsOf } from '../minor-units.js';
import { askStripe } from './stripe-errors.js';
import { StripeLooks } from './stripe-looks.js';
import { idOf } from './stripe-view.js';
import { readStripeWebhook } from './stripe-webhook.js';

export interface StripeSettings {
  readonly secretKey: string;
  readonly webhookSecrets: readonly string[];
  readonly baseUrl: string;
  readonly timeoutMs?: number;
}

/** Stripe takes a page's end between half an hour and a day from now; a minute less on either side for the way there. */
const SOONEST_MS = 31 * 60_000;
const LATEST_MS = 24 * 3_600_000 - 60_000;

/** Stripe: its own pages (Checkout) for payments and plans, and its portal. */
export class StripeGateway implements PaymentGateway {
  readonly id = 'stripe';
  readonly isMerchantOfRecord = false;
  readonly mode: Mode;
  private readonly looks: StripeLooks;

  private constructor(private readonly stripe: Stripe, private readonly settings: StripeSettings) {
    this.mode = modeOfKey(settings.secretKey);
    this.looks = new StripeLooks(stripe, this.mode);
  }

  /** Loads the library, too. */
  static async from(settings: StripeSettings): Promise<StripeGateway> {
    const { Stripe } = await import('stripe');
    const { hostname, port, protocol } = new URL(settings.baseUrl);
    const at = { host: hostname, protocol: protocol === 'http:' ? 'http' : 'https', ...(port === '' ? {} : { port }) } as const;
    return new StripeGateway(new Stripe(settings.secretKey, { ...at, timeout: settings.timeoutMs ?? 10_000, maxNetworkRetries: 2, telemetry: false }), settings);
  }

  takes(currency: string): boolean {
    return takes(this.id, currency);
  }

  async createCheckout(order: Order): Promise<Checkout> {
    const params = pageOf(order, new Date());
    // With the end in it, since the same key with another end is refused: whose reply was lost has sent nobody there.
    const session = await askStripe(() => this.stripe.checkout.sessions.create(params, { idempotencyKey: `checkout-${order.id}-${params.expires_at}` }));
    if (typeof session.url !== 'string') throw new GatewayRefuses(this.id, 'no_page');
    return { reference: session.id, go: { kind: 'link', url: session.url } };
  }

  parseWebhook(raw: Buffer, headers: Readonly<Record<string, string | readonly string[] | undefined>>, now: Date): GatewayEvent {
    return readStripeWebhook(raw, [headers['stripe-signature'] ?? ''].flat().join(','), this.settings.webhookSecrets, this.mode, now);
  }

  async fetch(refs: Refs): Promise<Seen> {
    return askStripe(() => this.looks.at(refs));
  }

  /** Keys are forgotten after a day at the earliest, so that of an older one its trace is looked for. */
  async refund(payment: { reference: string; amount: Money }, { key, amount }: { key: string; amount: Money }): Promise<RefundAnswer> {
    const units = unitsOf(this.id, amount);
    const refund = await askStripe(async () => {
      const { data } = await this.stripe.refunds.list({ payment_intent: payment.reference, limit: 100 });
      const made = data.find(({ metadata }) => metadata?.refund === key);
      return made ?? this.stripe.refunds.create({ payment_intent: payment.reference, amount: units, metadata: { refund: key } }, { idempotencyKey: `refund-${key}` });
    });
    return { reference: refund.id, state: stateOfRefund(refund.status) };
  }

  async cancel(subscription: string, when: 'period_end' | 'now'): Promise<void> {
    await askStripe(async () => {
      const one = await this.stripe.subscriptions.retrieve(subscription);
      if (one.status === 'canceled' || one.status === 'incomplete_expired') return;
      if (when === 'now') await this.stripe.subscriptions.cancel(subscription);
      else if (!one.cancel_at_period_end) await this.stripe.subscriptions.update(subscription, { cancel_at_period_end: true });
    });
  }

  async portal(subscription: string, returnUrl: string): Promise<string | null> {
    const { url } = await askStripe(async () => {
      const customer = idOf((await this.stripe.subscriptions.retrieve(subscription)).customer);
      return this.stripe.billingPortal.sessions.create({ customer: customer ?? '', return_url: returnUrl });
    });
    return url;
  }
}

/** Live and test are told apart by the key: `sk_live_…`, `rk_live_…` (docs.stripe.com/keys). */
function modeOfKey(key: string): Mode {
  return /^[rs]k_live_/.test(key) ? 'live' : 'test';
}

function pageOf(order: Order, now: Date): Stripe.Checkout.SessionCreateParams & { expires_at: number } {
  const metadata = { purchase: order.id };
  const closes = Math.min(Math.max(order.closesAt.getTime(), now.getTime() + SOONEST_MS), now.getTime() + LATEST_MS);
  const turn = order.every && { recurring: order.every.months % 12 === 0 ? { interval: 'year' as const, interval_count: order.every.months / 12 } : { interval: 'month' as const, interval_count: order.every.months } };
  const name = order.quantity > 1 ? `${order.quantity} × ${order.title}` : order.title;
  return {
    client_reference_id: order.id,
    metadata,
    line_items: [{ quantity: 1, price_data: { currency: order.amount.currency.toLowerCase(), unit_amount: unitsOf('stripe', order.amount), product_data: { name }, ...turn } }],
    ...(order.every ? { mode: 'subscription', subscription_data: { metadata } } : { mode: 'payment', payment_intent_data: { metadata } }),
    // What was shown is what is paid, in the currency it was shown in.
    adaptive_pricing: { enabled: false },
    success_url: order.returnUrl,
    cancel_url: order.returnUrl,
    expires_at: Math.floor(closes / 1000),
  };
}

function stateOfRefund(status: string | null): RefundAnswer['state'] {
  if (status === 'succeeded') return 'done';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}
