import { type z } from 'zod';
import { GatewayAway, GatewayRefuses } from '../gateway.js';
import { disputeShape, invoiceShape, listOf, orderShape, paymentShape, planShape, refundShape, subscriptionShape } from './razorpay-shapes.js';

type Library = InstanceType<typeof import('razorpay')>;
/** The axios instance inside the library, which has settings and headers that the library does not pass on. */
interface Wire {
  readonly defaults: { baseURL: string; timeout: number };
  post(path: string, body: object, options: { headers: Record<string, string> }): Promise<{ data: unknown }>;
}

export interface RazorpayAccess {
  readonly keyId: string;
  readonly keySecret: string;
  readonly baseUrl: string;
  readonly timeoutMs?: number;
}

const MOST_PAGES = 10;
const PAGE = 100;

/** Razorpay's library, with what it lacks: a time limit, an error for a broken connection, and lists that go on. */
export class RazorpayClient {
  private constructor(private readonly library: Library, private readonly wire: Wire) {}

  /** Loads the library, too. */
  static async from({ keyId, keySecret, baseUrl, timeoutMs = 10_000 }: RazorpayAccess): Promise<RazorpayClient> {
    const { default: Razorpay } = await import('razorpay');
    const library = new Razorpay({ key_id: keyId, key_secret: keySecret });
    const wire = (library.api as unknown as { rq: Wire }).rq;
    wire.defaults.baseURL = baseUrl.replace(/\/$/, '');
    wire.defaults.timeout = timeoutMs;
    return new RazorpayClient(library, wire);
  }

  createOrder = (wish: Parameters<Library['orders']['create']>[0]) => this.ask(orderShape, () => this.library.orders.create(wish));
  order = (id: string) => this.ask(orderShape, () => this.library.orders.fetch(id));
  payment = (id: string) => this.ask(paymentShape, () => this.library.payments.fetch(id));
  createPlan = (wish: Parameters<Library['plans']['create']>[0]) => this.ask(planShape, () => this.library.plans.create(wish));
  createSubscription = (wish: Parameters<Library['subscriptions']['create']>[0]) => this.ask(subscriptionShape, () => this.library.subscriptions.create(wish));
  subscription = (id: string) => this.ask(subscriptionShape, () => this.library.subscriptions.fetch(id));
  cancel = (id: string, atCycleEnd: boolean) => this.ask(subscriptionShape, () => this.library.subscriptions.cancel(id, atCycleEnd));
  invoice = (id: string) => this.ask(invoiceShape, () => this.library.invoices.fetch(id));
  invoicesOf = (subscription: string) => this.all(invoiceShape, (page) => this.library.invoices.all({ subscription_id: subscription, ...page }));
  plans = () => this.all(planShape, (page) => this.library.plans.all(page));
  subscriptionsOf = (plan: string, from: Date) => this.all(subscriptionShape, (page) => this.library.subscriptions.all({ plan_id: plan, from: Math.floor(from.getTime() / 1000), ...page }));
  disputes = () => this.all(disputeShape, (page) => this.library.disputes.all(page));
  refundsOf = (payment: string) => this.all(refundShape, (page) => this.library.refunds.all({ payment_id: payment, ...page } as object));

  async ordersWith(receipt: string) {
    return (await this.ask(listOf(orderShape), () => this.library.orders.all({ receipt }))).items;
  }

  async paymentsOf(order: string) {
    return (await this.ask(listOf(paymentShape), () => this.library.orders.fetchPayments(order))).items;
  }

  /** The library cannot send the header that makes it one refund: razorpay.com/docs/api/refunds/normal-refunds-idempotent. */
  async refund(payment: string, key: string, amount: number) {
    const wish = { amount, speed: 'normal', receipt: key, notes: { refund: key } };
    return this.ask(refundShape, async () => (await this.wire.post(`/v1/payments/${encodeURIComponent(payment)}/refund`, wish, { headers: { 'X-Refund-Idempotency': key } })).data);
  }

  private async all<T extends z.ZodType>(item: T, page: (which: { count: number; skip: number }) => Promise<unknown>): Promise<z.infer<T>[]> {
    const found: z.infer<T>[] = [];
    for (let turn = 0; turn < MOST_PAGES; turn += 1) {
      const { items } = await this.ask(listOf(item), () => page({ count: PAGE, skip: turn * PAGE }));
      found.push(...items);
      if (items.length < PAGE) break;
    }
    return found;
  }

  private async ask<T extends z.ZodType>(shape: T, what: () => Promise<unknown>): Promise<z.infer<T>> {
    const answer = shape.safeParse(await what().catch((error: unknown) => Promise.reject(faultOf(error))));
    if (!answer.success) throw new GatewayAway('razorpay', 'unreadable');
    return answer.data;
  }
}

/** The library rejects with `{ statusCode, error }`, and with a TypeError when nobody answered; its wire with an error that has the response. */
function faultOf(error: unknown): GatewayAway | GatewayRefuses {
  const said = error as { statusCode?: number; error?: { code?: unknown; reason?: unknown }; response?: { status: number; data?: { error?: { code?: unknown; reason?: unknown } } } } | null;
  const status = said?.statusCode ?? said?.response?.status;
  const { code, reason } = said?.error ?? said?.response?.data?.error ?? {};
  const because = [reason, code].find((word): word is string => typeof word === 'string' && /^[A-Za-z_]{3,80}$/.test(word) && word !== 'NA') ?? `status_${status ?? 'none'}`;
  // 401: our key is wrong; 409: the same request is still at work; 429: too many of them. All of it can pass.
  const isForGood = status !== undefined && status >= 400 && status < 500 && ![401, 403, 408, 409, 429].includes(status);
  return isForGood ? new GatewayRefuses('razorpay', because) : new GatewayAway('razorpay', because);
}
