import { randomUUID } from 'node:crypto';
import { Money, Period } from '../../../src/kernel/index.js';
import { type GatewayEvent, type Order, type PaymentGateway } from '../../../src/payments/gateways/gateway.js';
import { PaddleGateway, type PaddleSettings } from '../../../src/payments/gateways/paddle/paddle-gateway.js';
import { type SignedWebhook } from '../../support/gateways/double.js';
import { PaddleDouble } from '../../support/gateways/paddle-double.js';
import { paddlePerson } from '../../support/gateways/paddle-records.js';

const MONTH = Period.parse('P1M');

describe('Paddle', () => {
  let double: PaddleDouble;
  let gateway: PaymentGateway;

  beforeAll(async () => {
    double = await PaddleDouble.start();
    gateway = gatewayOf(double);
  });
  beforeEach(() => void double.webhooks());
  afterAll(() => double.stop());

  describe('a pack', () => {
    it('is paid on a page of Paddle, which sells it in its own name, at the price that was shown', async () => {
      const order = orderOf({ amount: '9.00', quantity: 3 });
      const { reference, go } = await gateway.createCheckout(order);
      expect(go).toEqual({ kind: 'link', url: `${double.url}/checkout/hsc_1?transaction_id=${reference}` });
      expect(gateway.isMerchantOfRecord).toBe(true);
      expect(await gateway.fetch({ checkout: reference })).toEqual({ mode: 'test', payments: [], subscription: null, isOver: false });

      const payment = await double.pay(reference);
      const events = heard(gateway, double.webhooks());
      expect(events.map(({ type, refs, amountMinor, currency }) => ({ type, refs, amountMinor, currency }))).toEqual(['transaction.paid', 'transaction.completed'].map((type) => (
        { type, refs: { order: order.id, checkout: reference, payment }, amountMinor: 900n, currency: 'USD' })));
      expect((await gateway.fetch({ payment })).payments).toEqual([{
        reference: payment, order: order.id, subscription: null, period: null, state: 'captured', amountMinor: 900n, currency: 'USD', refundedMinor: 0n, failedRefunds: [], dispute: null,
      }]);
    });

    it('counts as ISO does, and takes nothing in a currency Paddle has not', async () => {
      const { reference } = await gateway.createCheckout(orderOf({ amount: '1200', currency: 'JPY' }));
      expect(double.heard.at(-1)).toContain('"unit_price":{"amount":"1200","currency_code":"JPY"}');
      await double.pay(reference);
      expect((await gateway.fetch({ checkout: reference })).payments[0]).toMatchObject({ amountMinor: 1200n, currency: 'JPY' });
      expect(['USD', 'INR', 'NGN', 'KWD', 'XXX'].map((currency) => gateway.takes(currency))).toEqual([true, true, false, false, false]);
      await expect(gateway.createCheckout(orderOf({ amount: '5.000', currency: 'KWD' }))).rejects.toMatchObject({ name: 'GatewayRefuses', because: 'currency' });
    });

    it('costs a business the price less the tax it owes itself, and is sold whole', async () => {
      const business = await gateway.createCheckout(orderOf({ amount: '9.00' }));
      await double.nameTaxNumber(business.reference);
      const payment = await double.pay(business.reference);
      expect(heard(gateway, double.webhooks()).map(({ amountMinor }) => amountMinor)).toEqual([900n, 900n]);
      expect((await gateway.fetch({ payment })).payments[0]).toMatchObject({ amountMinor: 900n, refundedMinor: 0n });
      await double.refund(payment, 750n);
      expect((await gateway.fetch({ payment })).payments[0]).toMatchObject({ amountMinor: 900n, refundedMinor: 900n });

      const later = await double.pay((await gateway.createCheckout(orderOf({ amount: '9.00' }))).reference);
      await double.nameTaxNumber(later);
      expect((await gateway.fetch({ payment: later })).payments[0]).toMatchObject({ amountMinor: 900n, refundedMinor: 0n });
    });

    it('is promised before it is there, can be refused and paid after all, or is over', async () => {
      const { reference } = await gateway.createCheckout(orderOf());
      const states = [];
      for (const become of [() => double.pay(reference, 'declined'), () => double.pay(reference, 'later'), () => double.complete(reference, 'failed'), () => double.complete(reference, 'captured')]) {
        await become();
        states.push((await gateway.fetch({ checkout: reference })).payments.map(({ state }) => state));
      }
      expect(states).toEqual([['failed'], ['authorised'], ['failed'], ['captured']]);
      const other = await gateway.createCheckout(orderOf());
      await double.close(other.reference);
      expect(await gateway.fetch({ checkout: other.reference })).toMatchObject({ payments: [], isOver: true });
    });

    it('says what was really paid, and is about nothing when nobody knows its number', async () => {
      const { reference } = await gateway.createCheckout(orderOf({ amount: '9.00' }));
      await double.pay(reference, 'paid', 899n);
      expect(heard(gateway, double.webhooks())[0]?.amountMinor).toBe(899n);
      expect((await gateway.fetch({ checkout: reference })).payments[0]?.amountMinor).toBe(899n);
      expect(await gateway.fetch({ payment: 'txn_never' })).toEqual({ mode: 'test', payments: [], subscription: null, isOver: false });
      expect(await gateway.fetch({ order: randomUUID() })).toMatchObject({ payments: [], subscription: null });
    });
  });

  describe('a plan', () => {
    const bought = async (): Promise<{ order: Order; payment: string; subscription: string }> => {
      const order = orderOf({ every: MONTH });
      const payment = await double.pay((await gateway.createCheckout(order)).reference);
      const subscription = heard(gateway, double.webhooks()).find(({ type }) => type === 'subscription.created')?.refs.subscription ?? '';
      return { order, payment, subscription };
    };

    it('is paid turn by turn, and each turn finds its purchase, however many there were', async () => {
      const { order, payment, subscription } = await bought();
      const turns = [payment];
      for (let turn = 0; turn < 31; turn += 1) turns.push(await double.renew(subscription));
      const events = heard(gateway, double.webhooks()).slice(-3);
      expect(events.map(({ type, refs }) => [type, refs.order, refs.payment, refs.checkout])).toEqual([
        ['transaction.paid', order.id, turns.at(-1), undefined], ['transaction.completed', order.id, turns.at(-1), undefined], ['subscription.updated', order.id, undefined, undefined],
      ]);
      for (const refs of [{ payment }, { subscription }]) {
        const seen = await gateway.fetch(refs);
        expect(seen.payments.map(({ reference }) => reference)).toEqual(turns);
        expect(new Set(seen.payments.map((one) => [one.order, one.subscription, one.state].join()))).toEqual(new Set([[order.id, subscription, 'captured'].join()]));
        expect(seen.payments[0]?.period?.end).toEqual(seen.payments[1]?.period?.start);
        expect(seen.subscription).toEqual({ reference: subscription, order: order.id, state: 'active', currentUntil: seen.payments.at(-1)?.period?.end, endsAtPeriodEnd: false });
      }
    });

    it('is past due while a payment is missing, and is not again once it came', async () => {
      const { subscription } = await bought();
      const missing = await double.renew(subscription, 'failed');
      expect(heard(gateway, double.webhooks()).map(({ type, amountMinor }) => [type, amountMinor])).toEqual([['transaction.past_due', null], ['subscription.past_due', null]]);
      const late = await gateway.fetch({ subscription });
      expect([late.subscription?.state, late.payments.map(({ state }) => state)]).toEqual(['past_due', ['captured', 'failed']]);
      expect(await double.renew(subscription)).toBe(missing);
      const seen = await gateway.fetch({ subscription });
      expect([seen.subscription?.state, seen.payments.map(({ state }) => state)]).toEqual(['active', ['captured', 'captured']]);
    });

    it('takes another card without that being a payment of it', async () => {
      const { subscription, payment } = await bought();
      const change = await double.changeCard(subscription);
      for (const { refs, amountMinor } of heard(gateway, double.webhooks())) expect([refs.payment, refs.checkout, refs.subscription, amountMinor]).toEqual([undefined, undefined, subscription, null]);
      expect((await gateway.fetch({ subscription })).payments.map(({ reference }) => reference)).toEqual([payment]);
      expect((await gateway.fetch({ payment: change })).payments.map(({ reference }) => reference)).toEqual([payment]);
    });

    it('ends with its turn or at once, once however often it is asked', async () => {
      const [{ subscription }, other] = [await bought(), await bought()];
      const before = double.done.cancellations;
      double.troubleWriting('lost_reply');
      await expect(gateway.cancel(subscription, 'period_end')).rejects.toMatchObject({ name: 'GatewayAway' });
      await gateway.cancel(subscription, 'period_end');
      expect((await gateway.fetch({ subscription })).subscription).toMatchObject({ state: 'active', endsAtPeriodEnd: true });
      await gateway.cancel(other.subscription, 'now');
      await gateway.cancel(other.subscription, 'now');
      expect(double.done.cancellations - before).toBe(2);
      const ended = (await gateway.fetch({ subscription: other.subscription })).subscription;
      expect(ended).toMatchObject({ state: 'ended', endsAtPeriodEnd: false });
      expect(ended?.currentUntil?.getTime()).toBeLessThanOrEqual(Date.now());
      await gateway.cancel(subscription, 'now');
      expect((await gateway.fetch({ subscription })).subscription?.state).toBe('ended');
      await expect(gateway.cancel('sub_never', 'now')).rejects.toMatchObject({ name: 'GatewayRefuses', because: 'subscription_not_found' });
    });

    it('cannot be ended while Paddle takes its next payment, which passes', async () => {
      const { subscription } = await bought();
      double.lockForRenewal();
      await expect(gateway.cancel(subscription, 'period_end')).rejects.toMatchObject({ name: 'GatewayAway', because: 'subscription_locked_renewal' });
      await gateway.cancel(subscription, 'period_end');
    });

    it('has a page where its card can be changed, with an address for each visit', async () => {
      const { subscription } = await bought();
      const [one, two] = [await gateway.portal(subscription, 'https://here.example'), await gateway.portal(subscription, 'https://here.example')];
      expect(one).toMatch(/^https:\/\/customer-portal\.paddle\.com\//);
      expect(one).not.toBe(two);
      expect(await gateway.portal('sub_never', 'https://here.example')).toBeNull();
    });
  });

  describe('money that goes back', () => {
    const paid = async (): Promise<{ reference: string; amount: Money }> => {
      const order = orderOf({ amount: '100.00' });
      const payment = await double.pay((await gateway.createCheckout(order)).reference);
      double.webhooks();
      return { reference: payment, amount: order.amount };
    };
    const ofIt = (amount: string): { key: string; amount: Money } => ({ key: randomUUID(), amount: Money.parse(amount, 'USD') });

    it('goes back once for each reason, also when the answer was lost, in parts and whole', async () => {
      const [payment, other] = [await paid(), await paid()];
      const before = double.done.refunds;
      const refund = ofIt('30.00');
      double.troubleWriting('lost_reply');
      await expect(gateway.refund(payment, refund)).rejects.toMatchObject({ name: 'GatewayAway' });
      expect([await gateway.refund(payment, refund), await gateway.refund(payment, refund)]).toMatchObject([{ state: 'done' }, { state: 'done' }]);
      expect(await gateway.refund(payment, ofIt('20.00'))).toMatchObject({ state: 'pending' });
      await gateway.refund(other, ofIt('100.00'));
      expect(double.done.refunds - before).toBe(3);
      expect((await gateway.fetch({ payment: payment.reference })).payments[0]).toMatchObject({ refundedMinor: 5000n, amountMinor: 10_000n });
      expect((await gateway.fetch({ payment: other.reference })).payments[0]).toMatchObject({ refundedMinor: 10_000n });
      await expect(gateway.refund(payment, ofIt('50.01'))).rejects.toMatchObject({ name: 'GatewayRefuses', because: 'adjustment_amount_above_remaining_allowed' });
      await expect(gateway.refund({ reference: 'txn_never', amount: payment.amount }, ofIt('1.00'))).rejects.toMatchObject({ because: 'transaction_not_found' });
    });

    it('counts once Paddle approved it, also from its own desk', async () => {
      const payment = await paid();
      await double.refund(payment.reference, 2500n);
      expect(heard(gateway, double.webhooks()).map(({ type, refs, amountMinor }) => [type, refs.payment, amountMinor])).toEqual([['adjustment.created', payment.reference, null], ['adjustment.updated', payment.reference, null]]);
      expect((await gateway.fetch({ payment: payment.reference })).payments[0]?.refundedMinor).toBe(2500n);
    });

    it('is disputed: warned of, taken, and given back', async () => {
      const payment = await paid();
      const stands = [];
      for (const how of ['open', 'lost', 'won'] as const) {
        await double.dispute(payment.reference, how);
        const [event] = heard(gateway, double.webhooks());
        stands.push((await gateway.fetch(event?.refs ?? {})).payments[0]?.dispute);
      }
      expect(stands).toEqual(['open', 'lost', 'won']);
    });
  });

  describe('a line that breaks', () => {
    it('makes another page when the answer was lost, and the first is known to nobody', async () => {
      const order = orderOf();
      double.trouble('lost_reply');
      await expect(gateway.createCheckout(order)).rejects.toMatchObject({ name: 'GatewayAway' });
      const payment = await double.pay((await gateway.createCheckout(order)).reference);
      expect((await gateway.fetch({ payment })).payments[0]?.order).toBe(order.id);
    });

    it('is away when it does not answer in time, answers with a fault or is not there, and reads twice before it says so', async () => {
      // Only what never comes is given up soon: on a busy machine a fault may take as long. It comes last, since whoever has given up may be heard only then.
      for (const [asked, trouble, because] of [[gateway, 'broken', 'internal_error'], [gateway, 'away', 'network'], [gatewayOf(double, { timeoutMs: 50 }), 'late', 'timeout']] as const) {
        double.trouble(trouble, 2);
        await expect(asked.fetch({ payment: 'txn_any' })).rejects.toMatchObject({ name: 'GatewayAway', because });
      }
      double.calm();
      double.trouble('away');
      expect(await gateway.fetch({ payment: 'txn_any' })).toMatchObject({ payments: [] });
    });

    it('is away with a key that is not right any more, so that no payment is taken for absent, and never asks for play money where the real money is', async () => {
      const payment = await double.pay((await gateway.createCheckout(orderOf())).reference);
      const other = gatewayOf(double, { key: 'pdl_sdbx_apikey_of_somebody_else' });
      await expect(other.createCheckout(orderOf())).rejects.toMatchObject({ name: 'GatewayAway', because: 'invalid_token' });
      await expect(other.fetch({ payment })).rejects.toMatchObject({ name: 'GatewayAway', because: 'invalid_token' });
      expect([gateway.mode, gatewayOf(double, { key: 'pdl_live_apikey_1' }).mode]).toEqual(['test', 'live']);
      expect(() => gatewayOf(double, { baseUrl: 'https://api.paddle.com' })).toThrow(/PADDLE_BASE_URL/);
      expect(() => gatewayOf(double, { key: 'pdl_live_apikey_1', baseUrl: 'https://sandbox-api.paddle.com' })).toThrow(/PADDLE_BASE_URL/);
      expect(() => gatewayOf(double, { key: 'an-old-key' })).toThrow(/PADDLE_API_KEY/);
    });
  });

  describe('a webhook', () => {
    const one = async (): Promise<SignedWebhook> => {
      await double.pay((await gateway.createCheckout(orderOf())).reference);
      const [webhook] = double.webhooks();
      if (webhook === undefined) throw new Error('nothing was sent');
      return webhook;
    };

    it('is taken with either of two secrets, with a signature of each, and with no other', async () => {
      const { body, headers } = await one();
      const other = gatewayOf(double, { webhookSecrets: ['pdl_ntfset_of_tomorrow', 'pdl_ntfset_of_today'] });
      expect(heard(other, [double.sign(body), double.sign(body, undefined, 'pdl_ntfset_of_tomorrow')])).toHaveLength(2);
      const [ts, h1] = (headers['paddle-signature'] ?? '').split(';');
      expect(heard(gateway, [{ ...double.sign(body), headers: { 'paddle-signature': `${ts};h1=${'0'.repeat(64)};${h1}` } }])).toHaveLength(1);
      for (const header of [`${ts};h1=${'0'.repeat(64)}`, h1, ts, `ts=1;${h1}`, '']) expect(() => heard(gateway, [{ ...double.sign(body), headers: { 'paddle-signature': header ?? '' } }])).toThrow('unsigned');
      expect(() => heard(gateway, [double.sign(body, undefined, 'pdl_ntfset_of_the_sandbox')])).toThrow('unsigned');
    });

    it('is of the last five minutes, and not of the future', async () => {
      const { body } = await one();
      const at = (seconds: number): SignedWebhook => double.sign(body, new Date(Date.now() + seconds * 1000));
      expect(heard(gateway, [at(-290), at(290)])).toHaveLength(2);
      expect(() => heard(gateway, [at(-302)])).toThrow('stale');
      expect(() => heard(gateway, [at(303)])).toThrow('future');
    });

    it('is taken byte by byte, and is the same event however often it comes', async () => {
      const webhook = await one();
      expect(heard(gateway, [webhook, double.sign(webhook.body)]).map(({ eventId }) => eventId)).toEqual([webhook.eventId, webhook.eventId]);
      expect(() => heard(gateway, [{ ...webhook, body: JSON.stringify(JSON.parse(webhook.body), null, 1) }])).toThrow('unsigned');
      expect(() => heard(gateway, [double.sign('{"event_id":"evt_1"}')])).toThrow('unreadable');
    });

    it('passes on nothing of the buyer, and Paddle hears of them nothing at all', async () => {
      const webhook = await one();
      expect(webhook.body).toContain(paddlePerson.name);
      const passed = JSON.stringify(heard(gateway, [webhook]), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      for (const personal of [...Object.values(paddlePerson), 'never-asked@candidates.example']) expect(passed).not.toContain(personal);
      expect(double.heard.join('\n')).not.toContain('never-asked@candidates.example');
    });
  });
});

function orderOf({ amount = '9.00', currency = 'USD', every = null as Period | null, quantity = 1 } = {}): Order {
  return {
    id: randomUUID(), title: 'Ten interviews', quantity, amount: Money.parse(amount, currency), every, product: 'ten-interviews', email: async () => 'never-asked@candidates.example',
    returnUrl: 'https://here.example/api/checkout/1/back', closesAt: new Date(Date.now() + 7_200_000),
  };
}

function gatewayOf(double: PaddleDouble, more: Partial<PaddleSettings> = {}): PaddleGateway {
  const { PADDLE_API_KEY: key = '', PADDLE_WEBHOOK_SECRETS: secrets = '', PADDLE_BASE_URL: baseUrl, PADDLE_CHECKOUT_URL: checkoutUrl = '' } = double.settings;
  return new PaddleGateway({ key, webhookSecrets: secrets.split(','), baseUrl, checkoutUrl, ...more });
}

function heard(gateway: PaymentGateway, webhooks: readonly SignedWebhook[]): GatewayEvent[] {
  return webhooks.map(({ body, headers }) => gateway.parseWebhook(Buffer.from(body), headers, new Date()));
}
