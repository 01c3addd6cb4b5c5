import { type SeenPayment } from './gateway.js';
import { seenPayment as paddlePayment } from './paddle/paddle-view.js';
import { seenPayment as paystackPayment } from './paystack/paystack-view.js';
import { type RazorpayPayment } from './razorpay/razorpay-shapes.js';
import { seenPayment as razorpayPayment } from './razorpay/razorpay-view.js';
import { seenIntent } from './stripe/stripe-view.js';

const OURS = '01a20448-9fc7-765b-8870-3f56a53ecdc1';
const of = { order: OURS, subscription: null, period: null };

function atStripe(amount_refunded: number): SeenPayment | null {
  const refund = (id: string, status: string, metadata: object): object => ({ id, status, amount: 300, metadata });
  const refunds = { data: [refund('re_made', 'succeeded', {}), refund('re_failed', 'failed', { refund: OURS })], has_more: false };
  const intent = { id: 'pi_1', status: 'succeeded', currency: 'usd', amount: 900, amount_received: 900, metadata: {}, latest_charge: { status: 'succeeded', amount_refunded, refunds } };
  return seenIntent(intent as unknown as Parameters<typeof seenIntent>[0], OURS, null);
}

function atRazorpay(amount_refunded: number): SeenPayment | null {
  const payment: RazorpayPayment = { id: 'pay_1', amount: 900, currency: 'INR', status: 'captured', captured: true, amount_refunded, order_id: 'order_1', invoice_id: null };
  return razorpayPayment(payment, { disputes: [], refunds: [{ id: 're_made', amount: 300, status: 'processed', notes: {} }, { id: 're_failed', amount: 300, status: 'failed', notes: { refund: OURS } }] }, of);
}

function atPaystack(status: string): SeenPayment | null {
  const transaction = { id: '1', domain: 'test' as const, status, reference: OURS, amount: 900, currency: 'NGN', paid_at: null, created_at: null, metadata: OURS, plan: null, plan_object: null, customer: null };
  return paystackPayment({ transaction, refunds: [{ id: 're_made', status: 'processed', amount: 300, merchant_note: null }, { id: 're_failed', status: 'failed', amount: 300, merchant_note: OURS }], disputes: [] }, { ...of, every: null });
}

function atPaddle(): SeenPayment | null {
  const transaction = { id: 'txn_1', status: 'completed', currencyCode: 'USD', origin: 'api', items: [], customData: null, subscriptionId: null, billingPeriod: null, payments: [], details: { totals: { total: '900', tax: '0', discount: '0' } } };
  const adjustment = (id: string, status: string, reason: string): object => ({ id, status, reason, action: 'refund', items: [], totals: { total: '300', currencyCode: 'USD' } });
  const adjustments = [adjustment('re_made', 'approved', 'At the desk'), adjustment('re_failed', 'rejected', OURS)];
  return paddlePayment(transaction as unknown as Parameters<typeof paddlePayment>[0], adjustments as unknown as Parameters<typeof paddlePayment>[1], OURS);
}

describe('a refund that a gateway could not make', () => {
  it.each([
    ['Stripe, which takes it out of its sum', atStripe(300)], ['Stripe, if it does not', atStripe(600)], ['Razorpay, which takes it out of its sum', atRazorpay(300)], ['Razorpay, if it does not', atRazorpay(600)],
    ['Paystack', atPaystack('success')], ['Paddle', atPaddle()],
  ])('is named at %s, and is no part of what went back', (_where, seen) => {
    expect(seen).toMatchObject({ state: 'captured', refundedMinor: 300n, failedRefunds: [{ reference: 're_failed', key: OURS, amountMinor: 300n }] });
  });

  it('is no whole payment that was reversed', () => {
    expect(paystackPayment({ transaction: { id: '1', domain: 'test', status: 'reversed', reference: OURS, amount: 900, currency: 'NGN', paid_at: null, created_at: null, metadata: null, plan: null, plan_object: null, customer: null }, refunds: [{ id: 're', status: 'failed', amount: 900 }], disputes: [] }, { ...of, every: null })).toMatchObject({ refundedMinor: 0n });
  });
});
