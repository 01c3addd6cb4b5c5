import { createHmac, randomUUID } from 'node:crypto';
import { Money, Period } from '../../../src/kernel/index.js';
import { type GatewayEvent, type Order, type PaymentGateway } from '../../../src/payments/gateways/gateway.js';
import { PaystackGateway } from '../../../src/payments/gateways/paystack/paystack-gateway.js';
import { subscriptionShape } from '../../../src/payments/gateways/paystack/paystack-shapes.js';
import { seenSubscription } from '../../../src/payments/gateways/paystack/paystack-view.js';
import { type SignedWebhook } from '../../support/gateways/double.js';
import { PaystackDouble } from '../../support/gateways/paystack-double.js';
import { paystackPerson } from '../../support/gateways/paystack-records.js';

const EMAIL = 'buyer@candidates.example';
const MONTH = Period.parse('P1M');

describe('Paystack', () => {
  let double: PaystackDouble;
  let gateway: PaymentGateway;

  beforeAll(async () => {
    double = await PaystackDouble.start();
    gateway = gatewayOf(double);
  });
  beforeEach(() => void double.webhooks());
  afterAll(() => double.stop());

  describe('a pack', () => {
    it('is paid on a page of Paystack, under the number of the purchase', async () => {
      const order = orderOf({ amount: '9000.00' });
      const { reference, go } = await gateway.createCheckout(order);
      expect(go).toEqual({ kind: 'link', url: `${double.url}/page/${order.id}` });
      expect(await gateway.fetch({ order: order.id, checkout: reference })).toEqual({ mode: 'test', payments: [], subscription: null, isOver: false });

      const payment = await double.pay(reference);
      const [event] = heard(gateway, double.webhooks());
      expect(event).toMatchObject({ type: 'charge.success', mode: 'test', refs: { order: order.id, checkout: reference, payment }, amountMinor: 900_000n, currency: 'NGN' });
      expect((await gateway.fetch(event?.refs ?? {})).payments).toEqual([{
        reference: payment, order: order.id, subscription: null, period: null, state: 'captured', amountMinor: 900_000n, currency: 'NGN', refundedMinor: 0n, failedRefunds: [], dispute: null,
      }]);
    });

    it('counts francs in hundredths with Paystack, and whole here', async () => {
      const { reference } = await gateway.createCheckout(orderOf({ amount: '5000', currency: 'XOF' }));
      expect(double.heard.at(-1)).toContain('"amount":500000,"currency":"XOF"');
      await double.pay(reference);
      expect(heard(gateway, double.webhooks())[0]).toMatchObject({ amountMinor: 5000n, currency: 'XOF' });
      expect((await gateway.fetch({ checkout: reference })).payments[0]).toMatchObject({ amountMinor: 5000n, currency: 'XOF' });
      expect(['NGN', 'GHS', 'KES', 'ZAR', 'USD', 'XOF', 'EUR', 'INR', 'XXX'].filter((currency) => gateway.takes(currency))).toEqual(['NGN', 'GHS', 'KES', 'ZAR', 'USD', 'XOF']);
    });

    it('is promised before it is there, and can be refused and paid after all', async () => {
      const { reference } = await gateway.createCheckout(orderOf());
      const states = [];
      for (const become of [() => double.pay(reference, 'declined'), () => double.pay(reference, 'later'), () => double.complete(reference, 'captured')]) {
        await become();
        states.push((await gateway.fetch({ checkout: reference })).payments.map(({ state }) => state));
      }
      expect(states).toEqual([['failed'], ['authorised'], ['captured']]);
    });

    it('says what was really paid, whatever was asked', async () => {
      const { reference } = await gateway.createCheckout(orderOf({ amount: '9000.00' }));
      await double.pay(reference, 'paid', 899_999n);
      expect((await gateway.fetch({ checkout: reference })).payments[0]?.amountMinor).toBe(899_999n);
    });

    it('is about nothing when nobody knows its number', async () => {
      expect(await gateway.fetch({ payment: 'never-seen' })).toMatchObject({ payments: [], subscription: null });
      expect(await gateway.fetch({ subscription: 'SUB_never' })).toMatchObject({ payments: [], subscription: null });
    });
  });

  describe('a plan', () => {
    const bought = async (): Promise<{ order: Order; payment: string; subscription: string }> => {
      const order = orderOf({ every: MONTH });
      const payment = await double.pay((await gateway.createCheckout(order)).reference);
      const subscription = heard(gateway, double.webhooks()).find(({ type }) => type === 'subscription.create')?.refs.subscription ?? '';
      return { order, payment, subscription };
    };

    it('is paid turn by turn, and each turn finds its purchase', async () => {
      const { order, payment, subscription } = await bought();
      // Somebody who has two plans of the same price, as with two organisations.
      const other = await bought();
      const second = await double.renew(subscription);
      const events = heard(gateway, double.webhooks());
      expect(events.map(({ type, refs }) => [type, refs.order ?? null, refs.payment])).toEqual([['charge.success', order.id, second], ['invoice.update', null, second]]);

      for (const refs of [{ order: order.id }, { payment: second }, { subscription }]) {
        const seen = await gateway.fetch(refs);
        expect(seen.payments.map((one) => [one.reference, one.order, one.subscription, one.state])).toEqual([[payment, order.id, subscription, 'captured'], [second, order.id, subscription, 'captured']]);
        const [one, two] = seen.payments;
        expect(one?.period?.end).toEqual(two?.period?.start);
        expect(seen.subscription).toEqual({ reference: subscription, order: order.id, state: 'active', currentUntil: two?.period?.end, endsAtPeriodEnd: false });
      }
      expect((await gateway.fetch({ subscription: other.subscription })).payments.map(({ reference }) => reference)).toEqual([other.payment]);
    });

    it('is past due while a payment is missing, and is not again once it came', async () => {
      const { subscription } = await bought();
      await double.renew(subscription, 'failed');
      const [event] = heard(gateway, double.webhooks());
      expect(event).toMatchObject({ type: 'invoice.payment_failed', refs: { subscription }, amountMinor: null });
      expect((await gateway.fetch({ subscription })).subscription?.state).toBe('past_due');
      await double.renew(subscription);
      const seen = await gateway.fetch({ subscription });
      expect([seen.subscription?.state, seen.payments.map(({ state }) => state)]).toEqual(['active', ['captured', 'failed', 'captured']]);
    });

    it('ends with the turn that is paid, once however often it is asked, and cannot be ended by a made-up number', async () => {
      const { subscription } = await bought();
      const before = double.done.cancellations;
      double.troubleWriting('lost_reply');
      await expect(gateway.cancel(subscription, 'period_end')).rejects.toThrow('network');
      for (const when of ['period_end', 'now'] as const) await gateway.cancel(subscription, when);
      expect(double.done.cancellations - before).toBe(1);
      expect((await gateway.fetch({ subscription })).subscription).toMatchObject({ state: 'active', endsAtPeriodEnd: true });
      await double.end(subscription);
      expect(heard(gateway, double.webhooks()).map(({ type, refs }) => [type, refs.subscription])).toEqual([['subscription.not_renew', subscription], ['subscription.disable', subscription]]);
      expect((await gateway.fetch({ subscription })).subscription).toMatchObject({ state: 'ended', endsAtPeriodEnd: false });
      await expect(gateway.cancel('SUB_never', 'now')).rejects.toMatchObject({ name: 'GatewayRefuses', because: 'subscription_not_found' });
    });

    it('is over when its last paid turn is past and it is not to go on, although Paystack calls it so until it would have been paid again', async () => {
      const { payments, subscription } = await gateway.fetch({ subscription: (await bought()).subscription });
      const until = payments[0]?.period?.end.getTime() ?? 0;
      const stopped = subscriptionShape.parse({ domain: 'test', status: 'non-renewing', subscription_code: subscription?.reference, email_token: 'tok' });
      expect([until - 1, until].map((now) => seenSubscription(stopped, payments, null, new Date(now)).state)).toEqual(['active', 'ended']);
      expect(seenSubscription(stopped, [], null, new Date(until)).state).toBe('active');
    });

    it('has a page where its card can be changed', async () => {
      const { subscription } = await bought();
      expect(await gateway.portal(subscription, 'https://here.example')).toMatch(/^https:\/\/paystack\.com\/manage\/subscriptions\//);
      expect(await gateway.portal('SUB_never', 'https://here.example')).toBeNull();
    });

    it('is sold for turns Paystack knows', async () => {
      await expect(gateway.createCheckout(orderOf({ every: Period.parse('P2M') }))).rejects.toMatchObject({ name: 'GatewayRefuses', because: 'interval' });
    });
  });

  describe('money that goes back', () => {
    const paid = async (): Promise<{ reference: string; amount: Money }> => {
      const order = orderOf({ amount: '100.00' });
      return { reference: await double.pay((await gateway.createCheckout(order)).reference), amount: order.amount };
    };
    const ofIt = (amount: string): { key: string; amount: Money } => ({ key: randomUUID(), amount: Money.parse(amount, 'NGN') });

    it('goes back once for each reason, also when the answer was lost', async () => {
      const payment = await paid();
      const refund = ofIt('30.00');
      const before = double.done.refunds;
      double.troubleWriting('lost_reply');
      await expect(gateway.refund(payment, refund)).rejects.toMatchObject({ name: 'GatewayAway', because: 'network' });
      expect([await gateway.refund(payment, refund), await gateway.refund(payment, refund)]).toMatchObject([{ state: 'done' }, { state: 'done' }]);
      expect(await gateway.refund(payment, ofIt('20.00'))).toMatchObject({ state: 'pending' });
      expect(double.done.refunds - before).toBe(2);
      expect((await gateway.fetch({ payment: payment.reference })).payments[0]?.refundedMinor).toBe(5000n);
      await expect(gateway.refund(payment, ofIt('50.01'))).rejects.toMatchObject({ name: 'GatewayRefuses', because: 'invalid_refund_amount' });
    });

    it('is seen when it was sent from the desk of Paystack', async () => {
      const payment = await paid();
      double.webhooks();
      await double.refund(payment.reference, 10_000n);
      const events = heard(gateway, double.webhooks());
      expect(events.map(({ type, refs, amountMinor }) => [type, refs.payment, amountMinor])).toEqual([['refund.pending', payment.reference, null], ['refund.processed', payment.reference, null]]);
      expect((await gateway.fetch({ payment: payment.reference })).payments[0]).toMatchObject({ state: 'captured', refundedMinor: 10_000n });
    });

    it('is disputed, won and lost', async () => {
      const [one, other] = [await paid(), await paid()];
      double.webhooks();
      const stands = async (payment: { reference: string }, how: 'open' | 'won' | 'lost'): Promise<unknown> => {
        await double.dispute(payment.reference, how);
        const [event] = heard(gateway, double.webhooks());
        const seen = (await gateway.fetch(event?.refs ?? {})).payments[0];
        return [event?.type, seen?.state, seen?.dispute, seen?.refundedMinor];
      };
      expect([await stands(one, 'open'), await stands(one, 'won')]).toEqual([['charge.dispute.create', 'captured', 'open', 0n], ['charge.dispute.resolve', 'captured', 'won', 0n]]);
      expect([await stands(other, 'open'), await stands(other, 'lost')]).toEqual([['charge.dispute.create', 'captured', 'open', 0n], ['charge.dispute.resolve', 'captured', 'lost', 10_000n]]);
    });

    it('is not disputed any more when Paystack filed the dispute away', async () => {
      const { reference: payment } = await paid();
      await double.dispute(payment, 'open');
      double.archiveDispute(payment);
      expect((await gateway.fetch({ payment })).payments[0]?.dispute).toBe('won');
    });
  });

  describe('a line that breaks', () => {
    it('makes a new page when the address of the first was lost, and its purchase is found all the same', async () => {
      const order = orderOf();
      double.trouble('lost_reply');
      await expect(gateway.createCheckout(order)).rejects.toMatchObject({ name: 'GatewayAway', because: 'network' });
      const { reference } = await gateway.createCheckout(order);
      expect(reference).toBe(`${order.id}.2`);
      const payment = await double.pay(reference);
      expect((await gateway.fetch({ checkout: reference })).payments[0]).toMatchObject({ reference: payment, order: order.id });
    });

    it('is away when it does not answer in time, answers with a fault or is not there, and reads twice before it says so', async () => {
      // Only what never comes is given up soon: on a busy machine a fault may take as long. It comes last, since whoever has given up may be heard only then.
      for (const [asked, trouble, because] of [[gateway, 'broken', 'http_500'], [gateway, 'away', 'network'], [gatewayOf(double, { timeoutMs: 50 }), 'late', 'timeout']] as const) {
        double.trouble(trouble, 2);
        await expect(asked.fetch({ payment: 'any' })).rejects.toMatchObject({ name: 'GatewayAway', because });
      }
      double.calm();
      double.trouble('away');
      expect(await gateway.fetch({ payment: 'any' })).toMatchObject({ payments: [] });
    });

    it('is away with a key that is not right any more, so that no payment is taken for absent, and does not begin with one of no mode', async () => {
      const payment = await double.pay((await gateway.createCheckout(orderOf())).reference);
      const other = new PaystackGateway({ key: 'sk_test_of_somebody_else', baseUrl: double.url });
      await expect(other.createCheckout(orderOf())).rejects.toThrow('paystack is away: http_401');
      await expect(other.fetch({ payment })).rejects.toThrow('paystack is away: http_401');
      expect(() => new PaystackGateway({ key: 'pk_test_public', baseUrl: double.url })).toThrow(/PAYSTACK_SECRET_KEY/);
    });
  });

  describe('a webhook', () => {
    const one = async (): Promise<SignedWebhook> => {
      await double.pay((await gateway.createCheckout(orderOf())).reference);
      const [webhook] = double.webhooks();
      if (webhook === undefined) throw new Error('nothing was sent');
      return webhook;
    };

    it('is taken with the key of today and with the one before it, and with no other', async () => {
      const { body } = await one();
      const [today, before, never] = [double.sign(body), double.sign(body, undefined, 'sk_test_the_old_one'), double.sign(body, undefined, 'sk_test_never_ours')];
      expect(heard(gatewayOf(double, { oldKey: 'sk_test_the_old_one' }), [today, before])).toHaveLength(2);
      for (const forged of [before, never]) expect(() => heard(gateway, [forged])).toThrow('unsigned');
      expect(() => heard(gateway, [{ ...today, headers: {} }])).toThrow('unsigned');
    });

    it('is taken byte by byte, and is the same event however often it comes', async () => {
      const webhook = await one();
      expect(heard(gateway, [webhook])[0]?.eventId).toBe(heard(gateway, [webhook])[0]?.eventId);
      const again = JSON.stringify(JSON.parse(webhook.body), null, 1);
      expect(() => heard(gateway, [{ ...webhook, body: again }])).toThrow('unsigned');
      expect(() => heard(gateway, [{ ...double.sign(webhook.body), body: 'not json', headers: double.sign('{"event":"x"}').headers }])).toThrow('unsigned');
      expect(() => heard(gateway, [{ ...webhook, body: '[]', headers: signed('[]', double) }])).toThrow('unreadable');
    });

    it('gives every event of a whole story a number of its own', async () => {
      const { reference } = await gateway.createCheckout(orderOf({ every: MONTH }));
      await double.pay(reference);
      const subscription = heard(gateway, double.webhooks())[1]?.refs.subscription ?? '';
      for (const how of ['paid', 'failed', 'paid'] as const) await double.renew(subscription, how);
      for (const amount of [100n, 200n, 100n]) await double.refund(reference, amount);
      await double.end(subscription);
      // Two refunds of one amount have no name yet while they wait; once the money goes, they have.
      const ids = heard(gateway, double.webhooks()).filter(({ type }) => type !== 'refund.pending').map(({ eventId }) => eventId);
      expect(ids).toHaveLength(9);
      expect(new Set(ids).size).toBe(9);
    });

    it('is about nothing of ours when it is of a transfer, a customer or whatever comes next', () => {
      for (const data of [{ domain: 'test', id: {}, status: 3, transaction: 7, subscription: [], metadata: 0, plan: 'PLN_1', amount: null }, { customer_code: 'CUS_1', email: EMAIL, identification: {} }]) {
        expect(heard(gateway, [double.sign(JSON.stringify({ event: 'transfer.success', data }))])[0]?.refs).toEqual({});
      }
    });

    it('is refused when it is of the other mode, whoever signed it', async () => {
      const live = (await one()).body.replace('"domain":"test"', '"domain":"live"');
      expect(() => heard(gateway, [double.sign(live)])).toThrow('mode');
    });

    it('passes on nothing of the person, and Paystack hears of them an e-mail address alone', async () => {
      const passed = JSON.stringify(heard(gateway, [await one()]), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      for (const personal of [EMAIL, ...Object.values(paystackPerson)]) expect(passed).not.toContain(personal);
      const said = double.heard.filter((request) => request.startsWith('POST /transaction/initialize')).at(-1) ?? '';
      const { email, ...rest } = JSON.parse(said.slice(said.lastIndexOf('\n'))) as Record<string, unknown>;
      expect(email).toBe(EMAIL);
      expect(Object.keys(rest).sort()).toEqual(['amount', 'callback_url', 'currency', 'metadata', 'reference']);
    });
  });
});

function orderOf({ amount = '100.00', currency = 'NGN', every = null as Period | null } = {}): Order {
  return {
    id: randomUUID(), title: 'Ten interviews', quantity: 1, amount: Money.parse(amount, currency), every, product: 'ten-interviews', email: async () => EMAIL,
    returnUrl: 'https://here.example/api/checkout/1/back', closesAt: new Date(Date.now() + 7_200_000),
  };
}

function gatewayOf(double: PaystackDouble, more: { oldKey?: string; timeoutMs?: number } = {}): PaystackGateway {
  return new PaystackGateway({ key: double.settings.PAYSTACK_SECRET_KEY ?? '', baseUrl: double.url, ...more });
}

function heard(gateway: PaymentGateway, webhooks: readonly SignedWebhook[]): GatewayEvent[] {
  return webhooks.map(({ body, headers }) => gateway.parseWebhook(Buffer.from(body), headers, new Date()));
}

function signed(body: string, double: PaystackDouble): Record<string, string> {
  return { 'x-paystack-signature': createHmac('sha512', double.settings.PAYSTACK_SECRET_KEY ?? '').update(body).digest('hex') };
}
