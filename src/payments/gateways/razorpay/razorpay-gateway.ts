import { type Money, type Period } from '../../../kernel/index.js';
import { type Checkout, type GatewayEvent, GatewayRefuses, type Mode, type Order, type PaymentGateway, type RefundAnswer, type Refs, type Seen } from '../gateway.js';
import { takes, unitsOf } from '../minor-units.js';
import { type RazorpayAccess, RazorpayClient } from './razorpay-client.js';
import { RazorpayLooks } from './razorpay-looks.js';
import { noteOf } from './razorpay-shapes.js';
import { stateOfPlan } from './razorpay-view.js';
import { isSignedReturn, readRazorpayWebhook } from './razorpay-webhook.js';

export interface RazorpaySettings extends RazorpayAccess {
  readonly webhookSecrets: readonly string[];
}

/** Razorpay wants to know how often at most. */
const YEARS = 10;
const A_DAY_MS = 86_400_000;

/** Razorpay: orders that are paid at its hosted checkout, and subscriptions at a page of its own. */
export class RazorpayGateway implements PaymentGateway {
  readonly id = 'razorpay';
  readonly isMerchantOfRecord = false;
  readonly mode: Mode;
  private readonly looks: RazorpayLooks;
  /** Plans that were found or made, by what they are for. */
  private readonly plans = new Map<string, string>();

  private constructor(private readonly client: RazorpayClient, private readonly settings: RazorpaySettings) {
    this.mode = settings.keyId.startsWith('rzp_live_') ? 'live' : 'test';
    this.looks = new RazorpayLooks(client, this.mode);
  }

  /** Loads the library, too. */
  static async from(settings: RazorpaySettings): Promise<RazorpayGateway> {
    return new RazorpayGateway(await RazorpayClient.from(settings), settings);
  }

  takes(currency: string): boolean {
    return takes(this.id, currency);
  }

  async createCheckout(order: Order): Promise<Checkout> {
    return order.every === null ? this.orderPage(order) : this.subscriptionPage(order, order.every);
  }

  parseWebhook(raw: Buffer, headers: Readonly<Record<string, string | readonly string[] | undefined>>): GatewayEvent {
    return readRazorpayWebhook(raw, (name) => [headers[name] ?? ''].flat().join(','), this.settings.webhookSecrets, this.mode);
  }

  isGenuineReturn(checkout: string, fields: Readonly<Record<string, string>>): boolean {
    return isSignedReturn(checkout, fields, this.settings.keySecret);
  }

  async fetch(refs: Refs): Promise<Seen> {
    return this.looks.at(refs);
  }

  async refund(payment: { reference: string; amount: Money }, { key, amount }: { key: string; amount: Money }): Promise<RefundAnswer> {
    const units = unitsOf(this.id, amount);
    const made = (await this.client.refundsOf(payment.reference)).find(({ notes }) => noteOf(notes, 'refund') === key);
    const { id: reference, status } = made ?? (await this.client.refund(payment.reference, key, units));
    if (status === 'processed') return { reference, state: 'done' };
    return { reference, state: status === 'failed' ? 'failed' : 'pending' };
  }

  async cancel(subscription: string, when: 'period_end' | 'now'): Promise<void> {
    const state = stateOfPlan((await this.client.subscription(subscription)).status);
    if (state === 'ended') return;
    // Without a payment there is no turn that it could end with.
    await this.client.cancel(subscription, when === 'period_end' && state !== null);
  }

  async portal(): Promise<string | null> {
    return null;
  }

  /** Orders have no key that makes them one, but can be found by their receipt. */
  private async orderPage(order: Order): Promise<Checkout> {
    const { currency } = order.amount;
    const amount = unitsOf(this.id, order.amount);
    const [made] = await this.client.ordersWith(order.id);
    const { id: reference } = made ?? (await this.client.createOrder({ amount, currency, receipt: order.id, payment_capture: true, notes: { purchase: order.id } }));
    // razorpay.com/docs/payments/payment-gateway/web-integration/hosted: a form to its own page, and no script on ours.
    const fields = { key_id: this.settings.keyId, order_id: reference, amount: String(amount), currency, name: order.title, callback_url: order.returnUrl, cancel_url: order.returnUrl };
    return { reference, go: { kind: 'form', action: `${this.settings.baseUrl.replace(/\/$/, '')}/v1/checkout/embedded`, fields } };
  }

  private async subscriptionPage(order: Order, every: Period): Promise<Checkout> {
    const plan = await this.planFor(order, every);
    // One that was made and whose reply was lost; whoever still waits for a page does not wait for longer than a day.
    const before = (await this.client.subscriptionsOf(plan, new Date(Date.now() - A_DAY_MS))).find(({ notes }) => noteOf(notes, 'purchase') === order.id);
    const made = before ?? (await this.client.createSubscription({
      plan_id: plan, quantity: order.quantity, total_count: Math.floor((YEARS * 12) / every.months), customer_notify: 1, expire_by: Math.floor(order.closesAt.getTime() / 1000), notes: { purchase: order.id },
    }));
    if (typeof made.short_url !== 'string') throw new GatewayRefuses(this.id, 'no_page');
    return { reference: made.id, go: { kind: 'link', url: made.short_url } };
  }

  /** A plan of Razorpay is for good, so that there is one for each product and price, found by its note. */
  private async planFor({ product, title, quantity, amount }: Order, every: Period): Promise<string> {
    const { currency } = amount;
    const one = unitsOf(this.id, { minor: amount.minor / BigInt(quantity), currency });
    const key = `${product} ${currency} ${one} ${every.iso}`;
    const known = this.plans.get(key) ?? (await this.client.plans()).find(({ notes }) => noteOf(notes, 'plan') === key)?.id;
    const isYears = every.months % 12 === 0;
    const plan = known ?? (await this.client.createPlan({
      period: isYears ? 'yearly' : 'monthly', interval: isYears ? every.months / 12 : every.months, item: { name: title, amount: one, currency }, notes: { plan: key },
    })).id;
    this.plans.set(key, plan);
    return plan;
  }
}
