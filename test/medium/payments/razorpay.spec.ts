import { Money, newId } from '../../../src/kernel/index.js';
import { GatewayAway, GatewayRefuses, type Seen } from '../../../src/payments/gateways/gateway.js';
import { RazorpayGateway } from '../../../src/payments/gateways/razorpay/razorpay-gateway.js';
import { orderOf } from '../../support/gateways/orders.js';
import { RazorpayDouble } from '../../support/gateways/razorpay-double.js';

let double: RazorpayDouble;
let razorpay: RazorpayGateway;
const access = () => ({ keyId: double.keyId, keySecret: double.keySecret, webhookSecrets: [double.webhookSecret], baseUrl: double.url });
const onlyPayment = (seen: Seen) => seen.payments[0]!;

beforeAll(async () => {
  double = await RazorpayDouble.start();
  razorpay = await RazorpayGateway.from(access());
});
afterAll(async () => double.stop());
beforeEach(() => double.webhooks());

async function paid(amount = '499.00', currency = 'INR') {
  const order = orderOf(amount, currency);
  const { reference } = await razorpay.createCheckout(order);
  return { order, checkout: reference, payment: await double.pay(reference) };
}

const planned = (amount = '699.00', quantity = 1) => orderOf(amount, 'INR', { every: 'P1M', title: 'Practice plan, monthly', product: 'practice-monthly', quantity });
async function subscribed() {
  const order = planned();
  const { reference: subscription } = await razorpay.createCheckout(order);
  return { order, subscription, first: await double.pay(subscription) };
}

describe('a page of Razorpay', () => {
  it('is an order, made once for a purchase, and a form that tells nothing of who buys', async () => {
    const made = double.done.checkouts;
    const order = orderOf('499.00', 'INR');
    const first = await razorpay.createCheckout(order);
    expect(await razorpay.createCheckout(order)).toEqual(first);
    expect(double.done.checkouts).toBe(made + 1);
    expect(first.go).toEqual({
      kind: 'form', action: `${double.url}/v1/checkout/embedded`,
      fields: { key_id: double.keyId, order_id: first.reference, amount: '49900', currency: 'INR', name: order.title, callback_url: order.returnUrl, cancel_url: order.returnUrl },
    });
    expect(double.books.orders.get(first.reference)).toMatchObject({ amount: 49_900, currency: 'INR', receipt: order.id, notes: { purchase: order.id } });
  });

  it('of a plan is a subscription to the one plan that there is of a product and price', async () => {
    const plans = double.books.plans.size;
    const order = planned('3499.00');
    const first = await razorpay.createCheckout(order);
    expect(await razorpay.createCheckout(order)).toEqual(first);
    expect(first.go).toEqual({ kind: 'link', url: `${double.url}/i/${first.reference}` });
    // Another process, which has not seen the plan yet.
    const other = await RazorpayGateway.from(access());
    const three = await other.createCheckout(planned('10497.00', 3));
    expect(double.books.plans.size).toBe(plans + 1);
    expect(double.books.subscriptions.get(three.reference)).toMatchObject({ quantity: 3, total_count: 120, plan_id: double.books.subscriptions.get(first.reference)!.plan_id });
    await other.createCheckout(planned('3599.00'));
    expect(double.books.plans.size).toBe(plans + 2);
  });

  it.each([['10.50', 'USD', 1050], ['500', 'JPY', 500], ['295.990', 'KWD', 295_990], ['5000', 'UGX', 5000]])('counts %s %s as Razorpay does, and back again', async (amount, currency, units) => {
    const { checkout } = await paid(amount, currency);
    expect(double.books.orders.get(checkout)!.amount).toBe(units);
    expect(onlyPayment(await razorpay.fetch({ checkout }))).toMatchObject({ amountMinor: Money.parse(amount, currency).minor, currency });
  });

  it('knows its own hand when a browser comes back', async () => {
    const { checkout, payment } = await paid();
    const { subscription, first } = await subscribed();
    for (const [page, by] of [[checkout, payment], [subscription, first]] as const) {
      const fields = double.comeBack(page, by);
      expect(razorpay.isGenuineReturn(page, fields)).toBe(true);
      expect(razorpay.isGenuineReturn(page, { ...fields, razorpay_payment_id: 'pay_other' })).toBe(false);
    }
    expect(razorpay.isGenuineReturn(checkout, double.comeBack(subscription, first))).toBe(false);
  });
});

describe('what becomes of a payment', () => {
  it('is declined, then paid in another try', async () => {
    const order = orderOf('499.00', 'INR');
    const { reference: checkout } = await razorpay.createCheckout(order);
    expect(await razorpay.fetch({ checkout })).toEqual({ mode: 'test', payments: [], subscription: null, isOver: false });
    const declined = await double.pay(checkout, 'declined');
    expect((await razorpay.fetch({ checkout })).payments).toMatchObject([{ reference: declined, state: 'failed' }]);
    const reference = await double.pay(checkout);
    const seen = await razorpay.fetch({ checkout });
    expect(seen.payments).toHaveLength(2);
    expect(seen.payments).toContainEqual({ reference, order: order.id, subscription: null, period: null, state: 'captured', amountMinor: 49_900n, currency: 'INR', refundedMinor: 0n, failedRefunds: [], dispute: null });
    expect(await razorpay.fetch({ payment: reference })).toEqual(seen);
  });

  it('is authorised late, after it was said to have failed, or goes back without ever having come', async () => {
    const { reference: checkout } = await razorpay.createCheckout(orderOf('499.00', 'INR'));
    const late = await double.pay(checkout, 'declined');
    await double.complete(late, 'captured');
    expect(await razorpay.fetch({ checkout })).toMatchObject({ payments: [{ reference: late, state: 'captured' }] });
    const { reference: other } = await razorpay.createCheckout(orderOf('499.00', 'INR'));
    const never = await double.pay(other, 'later');
    expect(await razorpay.fetch({ checkout: other })).toMatchObject({ payments: [{ state: 'authorised' }] });
    await double.complete(never, 'failed');
    expect(await razorpay.fetch({ checkout: other })).toMatchObject({ payments: [{ reference: never, state: 'failed', refundedMinor: 0n }] });
  });

  it('shows what was paid, not what was asked for', async () => {
    const { reference: checkout } = await razorpay.createCheckout(orderOf('499.00', 'INR'));
    await double.pay(checkout, 'paid', 49_899n);
    expect(onlyPayment(await razorpay.fetch({ checkout })).amountMinor).toBe(49_899n);
    const said = double.webhooks().map(({ body, headers }) => razorpay.parseWebhook(Buffer.from(body), headers));
    expect(said.map(({ type, amountMinor }) => [type, amountMinor])).toEqual([['payment.authorized', 49_899n], ['payment.captured', 49_899n], ['order.paid', 49_899n]]);
    expect(new Set(said.map(({ eventId }) => eventId)).size).toBe(3);
  });

  it('is disputed, won and lost', async () => {
    const { payment, checkout } = await paid();
    for (const how of ['open', 'won', 'lost'] as const) {
      await double.dispute(payment, how);
      expect(onlyPayment(await razorpay.fetch({ checkout })).dispute).toBe(how);
    }
  });
});

describe('a refund at Razorpay', () => {
  it('is made once however often it is asked for, and never more than was paid', async () => {
    const { payment } = await paid();
    const amount = Money.parse('499.00', 'INR');
    const wish = { key: newId(), amount: Money.parse('99.00', 'INR') };
    const made = double.done.refunds;
    double.troubleWriting('lost_reply');
    await expect(razorpay.refund({ reference: payment, amount }, wish)).rejects.toThrow(GatewayAway);
    const answers = [await razorpay.refund({ reference: payment, amount }, wish), await razorpay.refund({ reference: payment, amount }, wish)];
    expect(answers[0]).toEqual({ reference: expect.stringMatching(/^rfnd_/), state: 'done' });
    expect(answers[1]).toEqual(answers[0]);
    expect(double.done.refunds).toBe(made + 1);
    await double.refund(payment, 100n);
    expect(onlyPayment(await razorpay.fetch({ payment }))).toMatchObject({ state: 'captured', refundedMinor: 10_000n });
    await expect(razorpay.refund({ reference: payment, amount }, { key: newId(), amount })).rejects.toThrow(new GatewayRefuses('razorpay', 'refund_amount_exceeds_payment'));
    await razorpay.refund({ reference: payment, amount }, { key: newId(), amount: Money.parse('399.00', 'INR') });
    expect(onlyPayment(await razorpay.fetch({ payment }))).toMatchObject({ state: 'captured', refundedMinor: 49_900n });
  });

  it('carries the key by which Razorpay makes it one, which refuses it for another amount', async () => {
    const { payment } = await paid();
    const [key, other] = [newId(), newId()];
    await razorpay.refund({ reference: payment, amount: Money.parse('499.00', 'INR') }, { key, amount: Money.parse('1.00', 'INR') });
    expect(double.heard.at(-1)).toContain(`"x-refund-idempotency":"${key}"`);
    double.books.refunds.clear();
    await expect(razorpay.refund({ reference: payment, amount: Money.parse('499.00', 'INR') }, { key, amount: Money.parse('2.00', 'INR') })).rejects.toThrow(new GatewayRefuses('razorpay', 'idempotency_key_mismatch'));
    await expect(razorpay.refund({ reference: 'pay_unknown', amount: Money.parse('499.00', 'INR') }, { key: other, amount: Money.parse('2.00', 'INR') })).rejects.toThrow(new GatewayRefuses('razorpay', 'invalid_id'));
  });
});

describe('a plan at Razorpay', () => {
  it('is paid turn by turn, each payment with the turn it is for', async () => {
    const { order, subscription, first } = await subscribed();
    const second = await double.renew(subscription);
    const seen = await razorpay.fetch({ subscription });
    expect(seen.payments.map(({ reference }) => reference)).toEqual([second, first]);
    const [two, one] = seen.payments;
    expect(one).toMatchObject({ order: order.id, subscription, state: 'captured', amountMinor: 69_900n, currency: 'INR' });
    expect(two!.period!.start).toEqual(one!.period!.end);
    expect(seen.subscription).toEqual({ reference: subscription, order: order.id, state: 'active', currentUntil: two!.period!.end, endsAtPeriodEnd: null });
    for (const refs of [{ checkout: subscription }, { payment: first }]) expect(await razorpay.fetch(refs)).toEqual(seen);
    await double.refund(second, 100n);
    expect((await razorpay.fetch({ subscription })).payments.map(({ refundedMinor }) => refundedMinor)).toEqual([100n, 0n]);
  });

  it('is nothing until it is paid, and over when nobody came', async () => {
    const { reference: checkout } = await razorpay.createCheckout(planned());
    expect(await razorpay.fetch({ checkout })).toEqual({ mode: 'test', payments: [], subscription: null, isOver: false });
    double.expire(checkout);
    expect(await razorpay.fetch({ checkout })).toEqual({ mode: 'test', payments: [], subscription: null, isOver: true });
  });

  it('is past due while a turn is not paid, and ends with its turn or at once', async () => {
    const { subscription } = await subscribed();
    const before = (await razorpay.fetch({ subscription })).subscription!;
    await double.renew(subscription, 'failed');
    expect((await razorpay.fetch({ subscription })).subscription).toMatchObject({ state: 'past_due', currentUntil: before.currentUntil });
    await double.renew(subscription);
    const cancelled = double.done.cancellations;
    await razorpay.cancel(subscription, 'period_end');
    expect((await razorpay.fetch({ subscription })).subscription).toMatchObject({ state: 'active', endsAtPeriodEnd: null });
    await razorpay.cancel(subscription, 'now');
    await razorpay.cancel(subscription, 'now');
    expect(double.done.cancellations).toBe(cancelled + 2);
    const ended = (await razorpay.fetch({ subscription })).subscription!;
    expect(ended).toMatchObject({ state: 'ended', endsAtPeriodEnd: false });
    expect(ended.currentUntil!.getTime()).toBeLessThan(before.currentUntil!.getTime());
    const { reference: unpaid } = await razorpay.createCheckout(planned());
    await razorpay.cancel(unpaid, 'period_end');
    expect(double.books.subscriptions.get(unpaid)!.status).toBe('cancelled');
    expect(await razorpay.portal()).toBeNull();
  });
});

describe('when Razorpay is away', () => {
  it.each(['lost_reply', 'broken', 'away', 'late'] as const)('that is said (%s), and the same order is one order all the same', async (kind) => {
    const hasty = await RazorpayGateway.from({ ...access(), timeoutMs: kind === 'late' ? 1_000 : 10_000 });
    for (const order of [orderOf('499.00', 'INR'), planned()]) {
      await hasty.createCheckout(planned());
      const made = double.done.checkouts;
      double.troubleWriting(kind);
      await expect(hasty.createCheckout(order)).rejects.toThrow(GatewayAway);
      await hasty.createCheckout(order);
      expect(double.done.checkouts).toBe(made + 1);
    }
  });

  it('a wrong key is for us to mend, and what Razorpay does not know is refused', async () => {
    const stranger = await RazorpayGateway.from({ ...access(), keySecret: 'wrong' });
    await expect(stranger.fetch({ checkout: 'order_1' })).rejects.toThrow(GatewayAway);
    await expect(razorpay.fetch({ checkout: 'order_unknown' })).rejects.toThrow(new GatewayRefuses('razorpay', 'invalid_id'));
    expect((await RazorpayGateway.from({ ...access(), keyId: 'rzp_live_1' })).mode).toBe('live');
  });
});

it('has told Razorpay in all of this nothing of anybody', () => {
  expect(double.heard.length).toBeGreaterThan(50);
  expect(double.heard.join('\n')).not.toMatch(/email|contact|prefill|customer_id|address/);
});
