import { deliver } from '../../support/gateways/double.js';
import { RazorpayDouble } from '../../support/gateways/razorpay-double.js';
import { StripeDouble } from '../../support/gateways/stripe-double.js';
import { mailsTo, mailTo } from '../../support/mails.js';
import { type Person, Shop } from './shop.js';

interface Refund { readonly id: string; readonly state: string; readonly reason: string; readonly because: string | null; readonly amount: { amount: string } }
interface Found { readonly id: string; readonly refunded: { amount: string }; readonly refundable: { amount: string }; readonly refunds: Refund[]; readonly invoices: { kind: string }[] }

/** A bank may send money back days after the gateway called a refund made: an account is closed, a card was replaced. */
describe('a refund that fails days after it counted', () => {
  let shop: Shop;
  let stripe: StripeDouble;
  let razorpay: RazorpayDouble;
  let olga: Person;
  beforeAll(async () => {
    [stripe, razorpay] = [await StripeDouble.start(), await RazorpayDouble.start()];
    shop = await Shop.open(stripe, razorpay);
    olga = await shop.operator();
  });
  afterAll(() => shop.close());

  const find = async (reference: string): Promise<Found> => ((await olga.visitor.get(`/api/operator/payments/found?reference=${encodeURIComponent(reference)}`)).body as { payments: Found[] }).payments[0]!;
  const giveBack = async (id: string, amount: string): Promise<string> => {
    const { body } = await olga.visitor.post(`/api/operator/payments/payments/${id}/refunds`, { amount, reason: 'unwanted', says: 'She wrote to us.' });
    await shop.world.settle();
    return (body as Refund).id;
  };
  const stateOf = async (id: string): Promise<unknown> => (await shop.world.database.query('select state, because from payments.refund where id = $1', [id]))[0];
  const mails = async ({ email }: Person, about: RegExp): Promise<number> => (await mailsTo(shop.world, email)).filter(({ subject }) => about.test(subject)).length;
  const told = async (gateway: 'stripe' | 'razorpay', times = 1): Promise<void> => {
    await deliver(`${shop.world.url}/api/webhooks/${gateway}`, { stripe, razorpay }[gateway].webhooks(), { times });
    await shop.world.settle();
  };
  const booked = async (id: string): Promise<string[]> => (await shop.world.database.query<{ amount: string }>('select amount_minor::text as amount from payments.money_back where payment_id = $1 order by at, id', [id])).map(({ amount }) => amount);
  const compare = async (): Promise<void> => {
    const { Reconciliation } = await import('../../../src/payments/invoices/reconciliation.js');
    const [{ day } = { day: '' }] = await shop.world.database.query<{ day: string }>(`select (clock.now() at time zone 'utc')::date::text as day`);
    await shop.world.app.get(Reconciliation).check(day, AbortSignal.timeout(30_000));
    await shop.world.settle();
  };
  const differences = async (): Promise<unknown[]> => {
    await compare();
    return shop.world.database.query('select reference, what, ours, theirs from payments.difference');
  };
  const broken = async (): Promise<string[]> => {
    const { Invariants } = await import('../../../src/app/invariants/invariants.js');
    return (await shop.world.app.get(Invariants).check()).filter(({ name }) => name.startsWith('payments.')).flatMap(({ broken: what }) => what);
  };

  it.each([['stripe', 'USD', '9.00', '4.50'], ['razorpay', 'INR', '499.00', '249.50']] as const)('counts no more at %s: credits come back, both sides are told, and it can be given back anew under the same credit note', async (name, currency, price, half) => {
    const gateway = { stripe, razorpay }[name];
    const ada = await shop.buyer();
    const { payment, id: purchase } = await shop.paid(ada, gateway, 'ten-interviews', { currency });
    const { id } = await find(payment);
    const refund = await giveBack(id, half);
    await told(name);
    expect([await stateOf(refund), await shop.bought(ada), (await find(payment)).refundable.amount]).toEqual([{ state: 'done', because: null }, 5, half]);

    gateway.failRefund(payment);
    await told(name, 3);
    await shop.look(purchase);
    expect([await stateOf(refund), await shop.bought(ada)]).toEqual([{ state: 'failed', because: 'failed_later' }, 10]);
    const found = await find(payment);
    expect([found.refunded.amount, found.refundable.amount, found.invoices.map(({ kind }) => kind)]).toEqual(['0.00', price, ['invoice', 'credit_note']]);
    expect((await mailTo(shop.world, olga.email, /did not go through/)).text).toContain(payment);
    expect((await mailTo(shop.world, ada.email, /could not be given back/)).text).toContain(half);
    // The credit note says what is owed: whoever it was written for finds it.
    expect((await shop.historyOf(ada)).map(({ kind, state, invoice }) => [kind, state, invoice?.kind])).toEqual([['refund', 'not_arrived', 'credit_note'], ['payment', 'captured', 'invoice']]);
    const minor = half.replace('.', '');
    expect([await booked(id), await differences()]).toEqual([[minor, `-${minor}`], []]);

    const second = await giveBack(id, half);
    await told(name);
    expect([await stateOf(second), await shop.bought(ada), await booked(id)]).toEqual([{ state: 'done', because: null }, 5, [minor, `-${minor}`, minor]]);
    expect((await find(payment)).invoices.map(({ kind }) => kind)).toEqual(['invoice', 'credit_note']);
    expect([await mails(ada, /money back/), await mails(ada, /could not be given back/)]).toEqual([2, 1]);
    expect((await shop.historyOf(ada)).map(({ kind, state }) => [kind, state])).toEqual([['refund', 'refunded'], ['refund', 'not_arrived'], ['payment', 'captured']]);
    expect([await differences(), await broken()]).toEqual([[], []]);
  });

  it('is told at once where it was still on its way', async () => {
    const ada = await shop.buyer();
    const { payment } = await shop.paid(ada, stripe);
    const refund = await giveBack((await find(payment)).id, '9.00');
    await shop.world.database.query(`update payments.refund set state = 'sent', done_at = null where id = $1`, [refund]);
    stripe.failRefund(payment);
    await told('stripe');
    expect([await stateOf(refund), await shop.bought(ada)]).toEqual([{ state: 'failed', because: 'failed_later' }, 10]);
  });

  it('is known by its amount where it was made at the gateway’s own desk, and what was made beside it stays', async () => {
    const ada = await shop.buyer();
    const { payment, id: purchase } = await shop.paid(ada, stripe);
    await stripe.refund(payment, 100n);
    await stripe.refund(payment, 200n);
    await shop.look(purchase);
    stripe.failRefund(payment);
    await shop.look(purchase);
    const { refunds, refundable } = await find(payment);
    expect(refunds.map(({ state, reason, amount }) => [state, reason, amount.amount])).toEqual([['failed', 'at_gateway', '2.00'], ['done', 'at_gateway', '1.00']]);
    expect([refundable.amount, await shop.bought(ada), await broken()]).toEqual(['8.00', 9, []]);
  });

  it('can be given back anew where we had given it up, and it was made after all', async () => {
    const ada = await shop.buyer();
    const { payment } = await shop.paid(ada, stripe);
    const { id } = await find(payment);
    const refund = await giveBack(id, '9.00');
    await shop.world.database.query(`update payments.refund set state = 'failed', because = 'unanswered', gateway_reference = null, done_at = null where id = $1`, [refund]);
    const { RefundArrivals } = await import('../../../src/payments/refunds/refund-arrivals.js');
    await shop.world.app.get(RefundArrivals).see(id);
    stripe.failRefund(payment);
    await told('stripe', 2);
    const { refunds, refundable } = await find(payment);
    expect(refunds.map(({ reason, because }) => [reason, because])).toEqual([['unwanted', 'unanswered'], ['at_gateway', 'failed_later']]);
    expect([refundable.amount, await shop.bought(ada), await broken()]).toEqual(['9.00', 10, []]);
  });

  it('is found in the night when no word of it comes, up to four weeks later, of a plan as well', async () => {
    const [ada, eve] = [await shop.buyer(), await shop.buyer()];
    const [{ payment }, { payment: turn }] = [await shop.paid(ada, stripe), await shop.paid(eve, razorpay, 'practice-monthly', { currency: 'INR' })];
    const credits = await shop.bought(eve);
    const refund = await giveBack((await find(payment)).id, '9.00');
    await told('stripe');
    const ofPlan = await giveBack((await find(turn)).id, (await find(turn)).refundable.amount);
    await told('razorpay');
    expect(await shop.bought(eve)).toBeLessThan(credits);
    stripe.failRefund(payment);
    razorpay.failRefund(turn);
    await shop.world.database.moveClock('27 days');
    await compare();
    const failed = { state: 'failed', because: 'failed_later' };
    expect([await stateOf(refund), await shop.bought(await shop.again(ada)), await stateOf(ofPlan), await shop.bought(await shop.again(eve))]).toEqual([failed, 10, failed, credits]);
  });
});
