import { type FactoryProvider } from '@nestjs/common';
import { Money, newId, Period } from '../../../src/kernel/index.js';
import { GatewayAway, GatewayRefuses, type PaymentGateway, type Seen } from '../../../src/payments/gateways/gateway.js';
import { gatewaysProviders } from '../../../src/payments/gateways/gateways.parts.js';
import { CONFIGURED_GATEWAYS } from '../../../src/payments/gateways/gateways.js';
import { StripeGateway } from '../../../src/payments/gateways/stripe/stripe-gateway.js';
import { Config, ConfigurationError } from '../../../src/platform/config/index.js';
import { orderOf } from '../../support/gateways/orders.js';
import { StripeDouble } from '../../support/gateways/stripe-double.js';

const OLD_SECRET = 'whsec_theOneBefore';
let double: StripeDouble;
let stripe: StripeGateway;
const onlyPayment = (seen: Seen) => seen.payments[0]!;
const bytes = (body: string) => Buffer.from(body);

beforeAll(async () => {
  double = await StripeDouble.start();
  stripe = await StripeGateway.from({ secretKey: double.secretKey, webhookSecrets: [double.webhookSecret, OLD_SECRET], baseUrl: double.url });
});
afterAll(async () => double.stop());
beforeEach(() => double.webhooks());

async function paid(amount = '9.00', currency = 'USD') {
  const order = orderOf(amount, currency);
  const { reference } = await stripe.createCheckout(order);
  return { order, checkout: reference, payment: await double.pay(reference) };
}

async function subscribed(every = 'P1M') {
  const order = orderOf('12.00', 'USD', { every, title: 'Practice plan' });
  const { reference } = await stripe.createCheckout(order);
  const first = await double.pay(reference);
  return { order, checkout: reference, first, subscription: double.books.get(double.books.sessions, reference).subscription! };
}

describe('a page of Stripe', () => {
  it('is made once for a purchase, told nothing of who buys, and is a link', async () => {
    const made = double.done.checkouts;
    const order = orderOf('18.00', 'USD', { quantity: 2 });
    const first = await stripe.createCheckout(order);
    expect(await stripe.createCheckout(order)).toEqual(first);
    expect(double.done.checkouts).toBe(made + 1);
    expect(first.go).toEqual({ kind: 'link', url: `${double.url}/c/pay/${first.reference}` });
    expect(double.books.sessions.get(first.reference)).toMatchObject({
      mode: 'payment', amount_total: 1800, currency: 'usd', client_reference_id: order.id, metadata: { purchase: order.id }, intentMetadata: { purchase: order.id }, expires_at: Math.floor(order.closesAt.getTime() / 1000),
    });
    expect(double.heard.at(-1)).toContain('[name]=2 × Ten interviews');
  });

  it('closes within what Stripe allows, however long the purchase may stay open', async () => {
    const now = Date.now();
    for (const [hours, fits] of [[0.1, 0.5], [100, 24]] as const) {
      const { reference } = await stripe.createCheckout(orderOf('9.00', 'USD', { closesAt: new Date(now + hours * 3_600_000) }));
      expect(Math.abs(double.books.sessions.get(reference)!.expires_at - (now / 1000 + fits * 3600))).toBeLessThan(300);
    }
  });

  it.each([['499.00', 'INR', 49_900], ['500', 'JPY', 500], ['5.120', 'KWD', 5120], ['5000', 'UGX', 500_000]])('counts %s %s as Stripe does, and back again', async (amount, currency, units) => {
    const { checkout } = await paid(amount, currency);
    expect(double.books.sessions.get(checkout)!.amount_total).toBe(units);
    expect(onlyPayment(await stripe.fetch({ checkout }))).toMatchObject({ amountMinor: Money.parse(amount, currency).minor, currency });
  });

  it('is not asked for in a currency or an amount that Stripe does not take', async () => {
    expect(stripe.takes('KPW')).toBe(false);
    for (const order of [orderOf('5.124', 'KWD'), orderOf('500.00', 'KPW')]) await expect(stripe.createCheckout(order)).rejects.toThrow(GatewayRefuses);
  });
});

describe('what becomes of a payment', () => {
  it('is nothing while nobody pays, and over when the page has closed', async () => {
    const { reference: checkout } = await stripe.createCheckout(orderOf());
    expect(await stripe.fetch({ checkout })).toEqual({ mode: 'test', payments: [], subscription: null, isOver: false });
    double.expire(checkout);
    expect(await stripe.fetch({ checkout })).toMatchObject({ payments: [], isOver: true });
  });

  it('is declined, then paid on the same page', async () => {
    const order = orderOf();
    const { reference: checkout } = await stripe.createCheckout(order);
    const reference = await double.pay(checkout, 'declined');
    expect(await stripe.fetch({ checkout })).toMatchObject({ payments: [{ reference, state: 'failed' }], isOver: false });
    expect(await double.pay(checkout)).toBe(reference);
    const payment = { reference, order: order.id, subscription: null, period: null, state: 'captured', amountMinor: 900n, currency: 'USD', refundedMinor: 0n, failedRefunds: [], dispute: null };
    expect(await stripe.fetch({ checkout })).toEqual({ mode: 'test', payments: [payment], subscription: null, isOver: false });
    expect(await stripe.fetch({ payment: reference })).toMatchObject({ payments: [payment] });
  });

  it('is a promise until the money is there, and over when it never comes', async () => {
    for (const [how, state] of [['captured', 'captured'], ['failed', 'failed']] as const) {
      const { reference: checkout } = await stripe.createCheckout(orderOf());
      const payment = await double.pay(checkout, 'later');
      expect(await stripe.fetch({ checkout })).toMatchObject({ payments: [{ state: 'authorised', amountMinor: 900n }], isOver: false });
      await double.complete(payment, how);
      expect(await stripe.fetch({ checkout })).toMatchObject({ payments: [{ reference: payment, state }], isOver: how === 'failed' });
    }
  });

  it('shows what was paid, not what was asked for', async () => {
    const { reference: checkout } = await stripe.createCheckout(orderOf());
    await double.pay(checkout, 'paid', 899n);
    expect(onlyPayment(await stripe.fetch({ checkout })).amountMinor).toBe(899n);
    expect(double.webhooks().map(({ body, headers }) => stripe.parseWebhook(bytes(body), headers, new Date()).amountMinor)).toEqual([899n, 899n]);
  });

  it('is disputed, won and lost', async () => {
    const { payment } = await paid();
    const other = await paid();
    for (const how of ['open', 'won'] as const) {
      await double.dispute(payment, how);
      expect(onlyPayment(await stripe.fetch({ payment })).dispute).toBe(how);
    }
    await double.dispute(other.payment, 'open');
    await double.dispute(other.payment, 'lost');
    expect(onlyPayment(await stripe.fetch({ checkout: other.checkout })).dispute).toBe('lost');
  });

  it('is nothing that can be asked for when Stripe does not know it, or when no name of Stripe is known', async () => {
    await expect(stripe.fetch({ checkout: 'cs_test_unknown' })).rejects.toThrow(new GatewayRefuses('stripe', 'resource_missing'));
    expect(await stripe.fetch({ order: newId() })).toEqual({ mode: 'test', payments: [], subscription: null, isOver: false });
  });
});

describe('a refund at Stripe', () => {
  it('is made once however often it is asked for, also when its key is forgotten', async () => {
    const { payment } = await paid();
    const made = double.done.refunds;
    const wish = { key: newId(), amount: Money.parse('4.00', 'USD') };
    double.trouble('lost_reply', 2);
    const answers = [await stripe.refund({ reference: payment, amount: Money.parse('9.00', 'USD') }, wish), await stripe.refund({ reference: payment, amount: Money.parse('9.00', 'USD') }, wish)];
    expect(answers[0]).toEqual({ reference: expect.stringMatching(/^re_/), state: 'done' });
    expect(answers[1]).toEqual(answers[0]);
    expect(double.done.refunds).toBe(made + 1);
    await double.refund(payment, 100n);
    expect(onlyPayment(await stripe.fetch({ payment }))).toMatchObject({ state: 'captured', amountMinor: 900n, refundedMinor: 500n });
  });

  it('is never more than was paid', async () => {
    const { payment } = await paid();
    const amount = Money.parse('9.00', 'USD');
    await expect(stripe.refund({ reference: payment, amount }, { key: newId(), amount: Money.parse('9.01', 'USD') })).rejects.toThrow(new GatewayRefuses('stripe', 'amount_too_large'));
    await stripe.refund({ reference: payment, amount }, { key: newId(), amount });
    await expect(stripe.refund({ reference: payment, amount }, { key: newId(), amount })).rejects.toThrow(new GatewayRefuses('stripe', 'charge_already_refunded'));
  });
});

describe('a plan at Stripe', () => {
  it('is paid turn by turn, each payment with the turn it is for', async () => {
    const { order, checkout, first, subscription } = await subscribed();
    const second = await double.renew(subscription);
    const seen = await stripe.fetch({ checkout });
    expect(seen.payments.map(({ reference }) => reference).sort()).toEqual([first, second].sort());
    const [one, two] = [first, second].map((id) => seen.payments.find(({ reference }) => reference === id)!);
    expect(one).toMatchObject({ order: order.id, subscription, state: 'captured', amountMinor: 1200n, currency: 'USD' });
    expect(two!.period!.start).toEqual(one!.period!.end);
    expect(two!.period!.end).toEqual(Period.parse('P1M').after(one!.period!.end));
    expect(seen.subscription).toEqual({ reference: subscription, order: order.id, state: 'active', currentUntil: two!.period!.end, endsAtPeriodEnd: false });
    for (const refs of [{ subscription }, { payment: second }]) expect(await stripe.fetch(refs)).toEqual(seen);
  });

  it('is past due when a turn is not paid, until the very same bill is', async () => {
    const { subscription } = await subscribed('P1Y');
    const before = await stripe.fetch({ subscription });
    const missed = await double.renew(subscription, 'failed');
    const seen = await stripe.fetch({ subscription });
    expect(seen.subscription).toMatchObject({ state: 'past_due', currentUntil: before.subscription!.currentUntil });
    expect(seen.payments.find(({ reference }) => reference === missed)).toMatchObject({ state: 'failed', amountMinor: 1200n });
    expect(await double.renew(subscription)).toBe(missed);
    const after = await stripe.fetch({ subscription });
    expect(after.subscription!.state).toBe('active');
    expect(after.subscription!.currentUntil!.getUTCFullYear()).toBe(before.subscription!.currentUntil!.getUTCFullYear() + 1);
    await double.refund(missed, 200n);
    await double.dispute(missed, 'open');
    expect((await stripe.fetch({ subscription })).payments.find(({ reference }) => reference === missed)).toMatchObject({ refundedMinor: 200n, dispute: 'open' });
  });

  it('ends with its turn or at once, and asking twice is the same as once', async () => {
    const { subscription, checkout } = await subscribed();
    const before = double.done.cancellations;
    await stripe.cancel(subscription, 'period_end');
    await stripe.cancel(subscription, 'period_end');
    const paidUntil = (await stripe.fetch({ subscription })).subscription!;
    expect(paidUntil).toMatchObject({ state: 'active', endsAtPeriodEnd: true });
    await stripe.cancel(subscription, 'now');
    await stripe.cancel(subscription, 'now');
    await stripe.cancel(subscription, 'period_end');
    expect(double.done.cancellations).toBe(before + 2);
    const ended = (await stripe.fetch({ checkout })).subscription!;
    expect(ended).toMatchObject({ state: 'ended', endsAtPeriodEnd: false });
    expect(ended.currentUntil!.getTime()).toBeLessThan(paidUntil.currentUntil!.getTime());
  });

  it('has a page of Stripe for its card', async () => {
    const { subscription } = await subscribed();
    expect(await stripe.portal(subscription, 'https://viva.test/settings/billing')).toMatch(new RegExp(`^${double.url}/p/session/cus_`));
    expect(double.heard.at(-1)).toContain('return_url=https://viva.test/settings/billing');
  });
});

describe('when Stripe is away', () => {
  it('nothing is bought twice over a reply that was lost, an error, or a connection that broke', async () => {
    for (const kind of ['lost_reply', 'broken', 'away'] as const) {
      const made = double.done.checkouts;
      double.trouble(kind);
      await stripe.createCheckout(orderOf());
      expect(double.done.checkouts).toBe(made + 1);
    }
  });

  it('that is said after three tries, and the same may be tried again', async () => {
    const order = orderOf();
    const made = double.done.checkouts;
    double.trouble('broken', 3);
    await expect(stripe.createCheckout(order)).rejects.toThrow(GatewayAway);
    double.trouble('lost_reply', 3);
    await expect(stripe.createCheckout(order)).rejects.toThrow(GatewayAway);
    await stripe.createCheckout(order);
    expect(double.done.checkouts).toBe(made + 1);
  });

  it('nobody waits for an answer that comes too late, or for a key that is wrong', async () => {
    const hasty = await StripeGateway.from({ secretKey: double.secretKey, webhookSecrets: [], baseUrl: double.url, timeoutMs: 1_000 });
    const made = double.done.checkouts;
    double.trouble('late');
    await hasty.createCheckout(orderOf());
    expect(double.done.checkouts).toBe(made + 1);
    const stranger = await StripeGateway.from({ secretKey: 'sk_test_other', webhookSecrets: [], baseUrl: double.url });
    await expect(stranger.createCheckout(orderOf())).rejects.toThrow(GatewayAway);
  });
});

it('has told Stripe in all of this nothing of anybody', () => {
  expect(double.heard.length).toBeGreaterThan(50);
  expect(double.heard.join('\n')).not.toMatch(/email|phone|address|customer_details|payment_method|platform/);
});

describe('the gateways of a place', () => {
  /** As the module does when it starts. */
  const started = async (set: Record<string, string>, declared: readonly string[]): Promise<PaymentGateway[]> => {
    const { useFactory } = gatewaysProviders.find((one) => (one as FactoryProvider).provide === CONFIGURED_GATEWAYS) as FactoryProvider<PaymentGateway[]>;
    const config = Config.read({ SECRET: 'k3J9-vQ2x_Zr7Lw8Tn5Yp1Bd6Hc4Fs0M', DATABASE_URL: 'postgres://app@db/viva', ...set });
    return useFactory(config, null, { processor: (id: string) => (declared.includes(id) ? { id } : null) });
  };

  it('are those that have a key, for play money or for real; one that people were not told of stops the start', async () => {
    const all = {
      STRIPE_SECRET_KEY: 'rk_test_1', STRIPE_WEBHOOK_SECRETS: 'w', RAZORPAY_KEY_ID: 'rzp_live_1', RAZORPAY_KEY_SECRET: 's', RAZORPAY_WEBHOOK_SECRETS: 'w', PAYSTACK_SECRET_KEY: 'sk_live_2',
      PADDLE_API_KEY: 'pdl_sdbx_1', PADDLE_WEBHOOK_SECRETS: 'w', PADDLE_CHECKOUT_URL: 'https://pay.paddle.test/checkout/1',
    };
    const gateways = await started(all, ['stripe', 'razorpay', 'paystack', 'paddle']);
    expect(gateways.map(({ id, mode }) => [id, mode])).toEqual([['stripe', 'test'], ['razorpay', 'live'], ['paystack', 'live'], ['paddle', 'test']]);
    expect(await started({}, [])).toEqual([]);
    await expect(started(all, ['stripe', 'razorpay', 'paystack'])).rejects.toThrow(ConfigurationError);
  });
});
