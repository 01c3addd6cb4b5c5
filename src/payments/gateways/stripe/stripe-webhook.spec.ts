import { createHmac } from 'node:crypto';
import { readStripeWebhook } from './stripe-webhook.js';

const secret = 'whsec_now';
const now = new Date('2026-11-20T12:00:00Z');
const stamp = now.getTime() / 1000;
const sign = (body: string, { at = stamp, by = secret } = {}) => createHmac('sha256', by).update(`${at}.${body}`).digest('hex');
const read = (body: string, header: string, { mode = 'test', secrets = [secret] }: { mode?: 'test' | 'live'; secrets?: string[] } = {}) => readStripeWebhook(Buffer.from(body), header, secrets, mode, now);
const event = (object: object, type = 'checkout.session.completed', livemode = false) => JSON.stringify({ id: 'evt_1', object: 'event', type, livemode, created: stamp - 5, data: { object } });
const signed = (body: string) => `t=${stamp},v1=${sign(body)}`;
const session = { object: 'checkout.session', id: 'cs_1', client_reference_id: 'order-1', payment_intent: 'pi_1', subscription: null, amount_total: 1050, currency: 'usd', customer_details: { email: 'pia@example.net' } };

describe('a webhook of Stripe', () => {
  const body = event(session);

  it('says what it is about, and nothing of a person', () => {
    expect(read(body, signed(body))).toEqual({
      eventId: 'evt_1', type: 'checkout.session.completed', mode: 'test', refs: { order: 'order-1', checkout: 'cs_1', payment: 'pi_1' }, amountMinor: 1050n, currency: 'USD', occurredAt: new Date((stamp - 5) * 1000),
    });
  });

  it('counts with either of two secrets, and with one right signature among several', () => {
    const both = { secrets: [secret, 'whsec_before'] };
    expect(read(body, `t=${stamp},v1=${sign(body, { by: 'whsec_before' })}`, both).eventId).toBe('evt_1');
    expect(read(body, `t=${stamp}, v1=${'0'.repeat(64)}, v1=${sign(body)}, v0=1`).eventId).toBe('evt_1');
  });

  it.each([
    ['without a signature', body, ''],
    ['without a time', body, `v1=${sign(body)}`],
    ['with a signature of another scheme only', body, `t=${stamp},v0=${sign(body)}`],
    ['of somebody else', body, `t=${stamp},v1=${sign(body, { by: 'whsec_other' })}`],
    ['with another time than was signed', body, `t=${stamp + 1},v1=${sign(body)}`],
    ['written anew with the same content', JSON.stringify(JSON.parse(body), null, 1), signed(body)],
    ['with one byte more', `${body} `, signed(body)],
    ['with a short signature', body, `t=${stamp},v1=${sign(body).slice(0, 10)}`],
  ])('is refused %s', (_how, said, header) => {
    expect(() => read(said, header)).toThrow('The webhook is unsigned');
  });

  it('is refused when it was signed more than five minutes ago, or ahead', () => {
    for (const [at, because] of [[stamp - 301, 'stale'], [stamp + 301, 'future']] as const) {
      expect(() => read(body, `t=${at},v1=${sign(body, { at })}`)).toThrow(`The webhook is ${because}`);
    }
    for (const at of [stamp - 300, stamp + 300]) expect(read(body, `t=${at},v1=${sign(body, { at })}`).eventId).toBe('evt_1');
  });

  it('is refused when its money is not of the kind the key is for', () => {
    const live = event(session, 'checkout.session.completed', true);
    expect(() => read(live, signed(live))).toThrow('The webhook is mode');
    expect(() => read(body, signed(body), { mode: 'live' })).toThrow('The webhook is mode');
    expect(read(live, signed(live), { mode: 'live' }).mode).toBe('live');
  });

  it('is refused when it cannot be read, however well it is signed', () => {
    for (const strange of ['', 'not json', '[]', '{"id":"evt_1"}']) expect(() => read(strange, signed(strange))).toThrow('The webhook is unreadable');
  });

  it.each([
    ['payment_intent.succeeded', { object: 'payment_intent', id: 'pi_1', amount: 500, currency: 'jpy', metadata: { purchase: 'order-1' } }, { order: 'order-1', payment: 'pi_1' }, 500n],
    ['charge.refunded', { object: 'charge', id: 'ch_1', payment_intent: 'pi_1', amount: 500, currency: 'jpy' }, { payment: 'pi_1' }, null],
    ['refund.failed', { object: 'refund', id: 're_1', payment_intent: { id: 'pi_1' }, amount: 100, currency: 'jpy' }, { payment: 'pi_1' }, null],
    ['charge.dispute.created', { object: 'dispute', id: 'dp_1', payment_intent: 'pi_1', amount: 500, currency: 'jpy' }, { payment: 'pi_1' }, null],
    ['customer.subscription.deleted', { object: 'subscription', id: 'sub_1', metadata: { purchase: 'order-1' }, currency: 'jpy' }, { order: 'order-1', subscription: 'sub_1' }, null],
    ['invoice.paid', { object: 'invoice', id: 'in_1', amount_paid: 700, amount_due: 700, currency: 'jpy', parent: { subscription_details: { subscription: 'sub_1', metadata: { purchase: 'order-1' } } } }, { order: 'order-1', subscription: 'sub_1' }, 700n],
    ['invoice.payment_failed', { object: 'invoice', id: 'in_1', amount_paid: 0, amount_due: 700, currency: 'jpy', subscription: 'sub_1' }, { subscription: 'sub_1' }, null],
    ['payout.paid', { object: 'payout', id: 'po_1', amount: 1, currency: 'jpy' }, {}, null],
  ])('of the type %s says where to look', (type, object, refs, amountMinor) => {
    const said = event(object, type);
    expect(read(said, signed(said))).toMatchObject({ type, refs, amountMinor, currency: amountMinor === null ? null : 'JPY' });
  });
});
