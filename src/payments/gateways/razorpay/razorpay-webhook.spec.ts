import { createHmac } from 'node:crypto';
import { hmac } from '../signatures.js';
import { isSignedReturn, readRazorpayWebhook } from './razorpay-webhook.js';

const secret = 'rzpWebhookSecret';
const sign = (body: string, by = secret) => createHmac('sha256', by).update(body).digest('hex');
const read = (body: string, signature: string, secrets = [secret], eventId = 'evt1') =>
  readRazorpayWebhook(Buffer.from(body), (name) => ({ 'x-razorpay-signature': signature, 'x-razorpay-event-id': eventId })[name] ?? '', secrets, 'test');
const event = (type: string, payload: Record<string, object>) =>
  JSON.stringify({ entity: 'event', account_id: 'acc_1', event: type, contains: Object.keys(payload), payload: Object.fromEntries(Object.entries(payload).map(([name, entity]) => [name, { entity }])), created_at: 1_795_000_000 });
const payment = { id: 'pay_1', entity: 'payment', amount: 49_900, currency: 'INR', status: 'captured', order_id: 'order_1', invoice_id: null, email: 'pia@example.net', contact: '+919876543210', notes: [] };

describe('what Razorpay publishes about its signatures', () => {
  // test/utils/razorpay-utils.spec.js of github.com/razorpay/razorpay-node: the body of a webhook.
  it('is what a webhook is checked with', () => {
    expect(hmac('sha256', '123456', Buffer.from('{"a":1,"b":2,"c":{"d":3}}'))).toBe('2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc');
  });

  // The order: razorpay.com/docs, "Generate Signature on Your Server". The subscription: the tests of github.com/razorpay/razorpay-python.
  const published = [
    ['an order', 'order_IEIaMR65cu6nz3', 'pay_IH4NVgf4Dreq1l', '0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f'],
    ['a subscription', 'sub_ID6MOhgkcoHj9I', 'pay_IDZNwZZFtnjyym', '601f383334975c714c91a7d97dd723eb56520318355863dcf3821c0d07a17693'],
  ] as const;

  it.each(published)('is what a return from the page of %s is checked with', (_of, checkout, razorpay_payment_id, razorpay_signature) => {
    const keySecret = 'EnLs21M47BllR3X8PSFtjtbd';
    const fields = { razorpay_payment_id, razorpay_signature };
    expect(isSignedReturn(checkout, fields, keySecret)).toBe(true);
    expect(isSignedReturn(checkout, fields, 'another')).toBe(false);
    expect(isSignedReturn(`${checkout}x`, fields, keySecret)).toBe(false);
    expect(isSignedReturn(checkout, { ...fields, razorpay_payment_id: 'pay_other' }, keySecret)).toBe(false);
    for (const nothing of [{}, { razorpay_payment_id }, { razorpay_signature }]) expect(isSignedReturn(checkout, nothing, keySecret)).toBe(false);
  });
});

describe('a webhook of Razorpay', () => {
  const body = event('payment.captured', { payment });

  it('says what it is about, and nothing of a person', () => {
    expect(read(body, sign(body))).toEqual({
      eventId: 'evt1', type: 'payment.captured', mode: 'test', refs: { checkout: 'order_1', payment: 'pay_1' }, amountMinor: 49_900n, currency: 'INR', occurredAt: new Date(1_795_000_000_000),
    });
  });

  it('counts with either of two secrets, and has a name of its own where Razorpay gives none', () => {
    expect(read(body, sign(body, 'before'), [secret, 'before']).eventId).toBe('evt1');
    expect(read(body, sign(body), [secret], '').eventId).toMatch(/^[0-9a-f]{64}$/);
    expect(read(body, sign(body), [secret], '').eventId).toBe(read(body, sign(body), [secret], '').eventId);
  });

  it.each([
    ['without a signature', body, ''],
    ['of somebody else, or of the other mode, which has another secret', body, sign(body, 'live')],
    ['written anew with the same content', JSON.stringify(JSON.parse(body), null, 1), sign(body)],
    ['with another amount', body.replace('49900', '49901'), sign(body)],
  ])('is refused %s', (_how, said, signature) => {
    expect(() => read(said, signature)).toThrow('The webhook is unsigned');
  });

  it('is refused when it cannot be read, however well it is signed', () => {
    for (const strange of ['', 'not json', '[]', '{"event":"payment.captured"}']) expect(() => read(strange, sign(strange))).toThrow('The webhook is unreadable');
  });

  const turn = { ...payment, invoice_id: 'inv_1', order_id: 'order_of_turn' };
  const subscription = { id: 'sub_1', entity: 'subscription', notes: { purchase: 'purchase-1' } };
  it.each([
    ['order.paid', { payment, order: { id: 'order_1', receipt: 'purchase-1', notes: { purchase: 'purchase-1' } } }, { order: 'purchase-1', checkout: 'order_1', payment: 'pay_1' }, 49_900n],
    ['subscription.charged', { subscription, payment: turn }, { order: 'purchase-1', checkout: 'sub_1', payment: 'pay_1', subscription: 'sub_1' }, 49_900n],
    ['subscription.cancelled', { subscription }, { order: 'purchase-1', checkout: 'sub_1', subscription: 'sub_1' }, null],
    ['payment.captured', { payment: turn }, { payment: 'pay_1' }, 49_900n],
    ['refund.processed', { refund: { id: 'rfnd_1', payment_id: 'pay_1', amount: 100 }, payment }, { checkout: 'order_1', payment: 'pay_1' }, null],
    ['payment.dispute.created', { payment, dispute: { id: 'disp_1', payment_id: 'pay_1' } }, { checkout: 'order_1', payment: 'pay_1' }, null],
    ['settlement.processed', { settlement: { id: 'setl_1' } }, {}, null],
  ])('of the type %s says where to look', (type, payload, refs, amountMinor) => {
    const said = event(type, payload);
    expect(read(said, sign(said))).toMatchObject({ type, refs, amountMinor });
    expect(Object.keys(read(said, sign(said)).refs).sort()).toEqual(Object.keys(refs).sort());
  });
});
