import { deliver, type GatewayDouble } from '../../support/gateways/double.js';
import { PaddleDouble } from '../../support/gateways/paddle-double.js';
import { PaystackDouble } from '../../support/gateways/paystack-double.js';
import { RazorpayDouble } from '../../support/gateways/razorpay-double.js';
import { StripeDouble } from '../../support/gateways/stripe-double.js';
import { mailsTo, mailTo } from '../../support/mails.js';
import { type Bought, type Person, Shop } from './shop.js';

type Name = 'stripe' | 'razorpay' | 'paystack' | 'paddle';
interface Refund { readonly id: string; readonly state: string; readonly because: string | null; readonly reason: string; readonly amount: { amount: string } }
interface SetApart { readonly id: string; readonly reference: string; readonly resolvedAt: string | null; readonly note: string | null; readonly refunds: Refund[]; readonly refundable: { amount: string } | null }
interface Apart { readonly ada: Person; readonly id: string; readonly payment: string; readonly paid: string }

const CURRENCIES = { stripe: 'USD', razorpay: 'INR', paystack: 'NGN', paddle: 'EUR' } as const;

/** Somebody paid, got nothing for it, and was told that the money comes back: nobody else would notice that it did not. */
describe('a refund of a payment that fits no order, which fails days after it was made', () => {
  let shop: Shop;
  let gateways: Readonly<Record<Exclude<Name, 'stripe'>, GatewayDouble>> & { readonly stripe: StripeDouble };
  let olga: Person;
  beforeAll(async () => {
    const [stripe, razorpay, paystack, paddle] = await Promise.all([StripeDouble.start(), RazorpayDouble.start(), PaystackDouble.start(), PaddleDouble.start()]);
    gateways = { stripe, razorpay, paystack, paddle };
    shop = await Shop.openWith('{ USD: stripe, INR: razorpay, NGN: paystack, EUR: paddle }', stripe, razorpay, paystack, paddle);
    olga = await shop.operator();
  });
  afterAll(() => shop.close());

  const told = async (name: Name, times = 1): Promise<void> => {
    await deliver(`${shop.world.url}/api/webhooks/${name}`, gateways[name].webhooks(), { times });
    await shop.world.settle();
  };
  /** One unit less than was asked for was paid. */
  const apart = async (name: Name): Promise<Apart> => {
    const ada = await shop.buyer();
    const { id: purchase, price: { amount } } = (await shop.buy(ada, 'ten-interviews', { currency: CURRENCIES[name] })).body as Bought;
    const minor = BigInt(amount.replace('.', '')) - 1n;
    const payment = await gateways[name].pay(await shop.pageOf(purchase), 'paid', minor);
    await shop.look(purchase);
    const found = (await shop.world.database.query<{ id: string }>('select id from payments.quarantine where reference = $1', [payment]))[0]!;
    return { ada, id: found.id, payment, paid: `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}` };
  };
  const giveBack = async ({ id, paid }: Apart, amount = paid): Promise<string> => {
    const { status, body } = await olga.visitor.post(`/api/operator/payments/quarantine/${id}/refunds`, { amount, reason: 'does_not_fit', says: 'One unit less.' });
    expect(status).toBe(201);
    await shop.world.settle();
    return (body as Refund).id;
  };
  const listed = async ({ id }: Apart, state: 'open' | 'resolved', who = olga): Promise<SetApart | undefined> =>
    ((await who.visitor.get(`/api/operator/payments/quarantine?state=${state}`)).body as { items: SetApart[] }).items.find((one) => one.id === id);
  /** Asks the gateway, as is done where no webhook comes: once the clock was moved, none is signed of now. */
  const look = async ({ id }: Apart): Promise<void> => {
    const { Looks } = await import('../../../src/payments/settlement/looks.js');
    await shop.world.app.get(Looks).lookAtSetApart(id);
    await shop.world.settle();
  };
  const stateOf = async (id: string): Promise<unknown> => (await shop.world.database.query('select state, because from payments.refund where id = $1', [id]))[0];
  const resolve = async ({ id }: Apart): Promise<void> => {
    expect((await olga.visitor.post(`/api/operator/payments/quarantine/${id}/resolution`, { note: 'It went back.' })).status).toBe(204);
  };
  const onItsWay = (refund: string): Promise<unknown> => shop.world.database.query(`update payments.refund set state = 'sent', done_at = null, look_at = clock.now() + interval '6 hours' where id = $1`, [refund]);
  const compare = async (): Promise<void> => {
    const { Reconciliation } = await import('../../../src/payments/invoices/reconciliation.js');
    const [{ day } = { day: '' }] = await shop.world.database.query<{ day: string }>(`select (clock.now() at time zone 'utc')::date::text as day`);
    await shop.world.app.get(Reconciliation).check(day, AbortSignal.timeout(30_000));
    await shop.world.settle();
  };
  const mails = async ({ email }: Person, about: RegExp): Promise<number> => (await mailsTo(shop.world, email)).filter(({ subject }) => about.test(subject)).length;
  const broken = async (): Promise<string[]> => {
    const { Invariants } = await import('../../../src/app/invariants/invariants.js');
    return (await shop.world.app.get(Invariants).check()).filter(({ name }) => name.startsWith('payments.')).flatMap(({ broken: what }) => what);
  };
  const FAILED = { state: 'failed', because: 'failed_later' };

  it.each(['stripe', 'razorpay', 'paystack', 'paddle'] as const)('is followed at %s: it waits for the operators again, who are told, and goes back anew', async (name) => {
    const one = await apart(name);
    const refund = await giveBack(one);
    await told(name, 2);
    expect([await stateOf(refund), (await listed(one, 'open'))?.refundable]).toEqual([{ state: 'done', because: null }, expect.objectContaining({ amount: '0.00' })]);
    await resolve(one);

    gateways[name].failRefund(one.payment);
    await told(name, 3);
    expect(await stateOf(refund)).toEqual(FAILED);
    expect([await listed(one, 'resolved'), await listed(one, 'open')]).toEqual([undefined, expect.objectContaining({
      resolvedAt: null, note: 'It went back.', refunds: [expect.objectContaining({ id: refund, ...FAILED })], refundable: expect.objectContaining({ amount: one.paid }),
    })]);
    const mail = (await mailsTo(shop.world, olga.email)).filter(({ text }) => text.includes(one.payment));
    expect(mail.map(({ subject, text }) => [subject, text.includes('Does not fit'), text.includes('credit note')])).toEqual([['A refund did not go through', true, false]]);
    expect((await mailTo(shop.world, one.ada.email, /could not be given back/)).text).toContain('did not fit');

    const second = await giveBack(one);
    await told(name, 2);
    expect([await stateOf(second), await stateOf(refund), (await listed(one, 'open'))?.refundable?.amount]).toEqual([{ state: 'done', because: null }, FAILED, '0.00']);
    expect([await mails(one.ada, /money back/), await mails(one.ada, /could not be given back/), await shop.bought(one.ada)]).toEqual([2, 1, 0]);
    expect(await broken()).toEqual([]);
  });

  it('is no second refund for an old view that comes after it, and none that was made at the gateway’s own desk is given twice', async () => {
    const one = await apart('stripe');
    const { RefundArrivals } = await import('../../../src/payments/refunds/refund-arrivals.js');
    await gateways.stripe.refund(one.payment, 300n);
    await told('stripe', 2);
    expect((await listed(one, 'open'))?.refunds.map(({ state, reason, amount }) => [state, reason, amount.amount])).toEqual([['done', 'at_gateway', '3.00']]);
    const refused = await olga.visitor.post(`/api/operator/payments/quarantine/${one.id}/refunds`, { amount: '6.00', reason: 'does_not_fit', says: 'All of it.' });
    expect(refused.body).toMatchObject({ code: 'payments.more_than_paid' });
    const refund = await giveBack(one, '5.99');
    await told('stripe', 2);
    gateways.stripe.failRefund(one.payment);
    await look(one);
    expect(await stateOf(refund)).toEqual(FAILED);
    await shop.world.app.get(RefundArrivals).seeSetApart(one.id, 899n, []);
    expect((await listed(one, 'open'))?.refundable?.amount).toBe('5.99');
    gateways.stripe.failRefund(one.payment);
    await told('stripe', 2);
    expect([(await listed(one, 'open'))?.refundable?.amount, await mails(one.ada, /could not be given back/), await broken()]).toEqual(['8.99', 1, []]);
  });

  it.each(['stripe', 'razorpay', 'paystack', 'paddle'] as const)('is found at %s in the night when no word of it comes, up to four weeks later', async (name) => {
    const one = await apart(name);
    const refund = await giveBack(one);
    await look(one);
    expect(await stateOf(refund)).toEqual({ state: 'done', because: null });
    gateways[name].failRefund(one.payment);
    await shop.world.database.moveClock('27 days');
    await compare();
    expect(await stateOf(refund)).toEqual(FAILED);
    olga = await shop.again(olga);
  });

  it('is found in the night where no answer ever came, and it was made after all: nobody gives it back a second time', async () => {
    const one = await apart('stripe');
    // By then nobody asks about its order any more.
    await shop.world.database.moveClock('5 days');
    await shop.world.settle();
    olga = await shop.again(olga);
    for (let times = 0; times < 3; times += 1) gateways.stripe.troubleWriting('lost_reply');
    const refund = await giveBack(one);
    expect(await stateOf(refund)).toEqual({ state: 'approved', because: null });
    await shop.world.database.moveClock('21 hours');
    await shop.world.settle();
    olga = await shop.again(olga);
    expect(await stateOf(refund)).toEqual({ state: 'failed', because: 'unanswered' });
    await compare();
    expect([(await listed(one, 'open'))?.refunds.map(({ state, reason }) => [state, reason]), (await listed(one, 'open'))?.refundable?.amount]).toEqual([[['failed', 'does_not_fit'], ['done', 'at_gateway']], '0.00']);
  });

  it('is followed while it is on its way, where no word of it comes: until it has arrived, has failed, or two weeks are over', async () => {
    const [arrives, fails, silent] = [await apart('stripe'), await apart('stripe'), await apart('stripe')];
    const refunds = [await giveBack(arrives), await giveBack(fails), await giveBack(silent)];
    gateways.stripe.failRefund(fails.payment);
    for (const refund of refunds) await onItsWay(refund);
    await shop.world.database.query(`with renamed as (update payments.quarantine set reference = 'pi_nobody_knows' where id = $1) update payments.refund set payment_reference = 'pi_nobody_knows' where quarantine_id = $1`, [silent.id]);
    await shop.world.database.moveClock('7 hours');
    await shop.world.settle();
    expect(await Promise.all(refunds.map(stateOf))).toEqual([{ state: 'done', because: null }, FAILED, { state: 'sent', because: null }]);
    await shop.world.database.moveClock('14 days');
    await shop.world.settle();
    await shop.world.database.moveClock('1 hour');
    await shop.world.settle();
    expect(await Promise.all(refunds.map(stateOf))).toEqual([{ state: 'done', because: null }, FAILED, { state: 'failed', because: 'not_arrived' }]);
    olga = await shop.again(olga);
  });

  it('is asked about before it is given up, also where nobody could look for two weeks', async () => {
    const one = await apart('stripe');
    const refund = await giveBack(one);
    await onItsWay(refund);
    await resolve(one);
    await shop.world.database.moveClock('15 days');
    await shop.world.settle();
    expect([await stateOf(refund), (await listed(one, 'resolved', await shop.again(olga)))?.refunds.length]).toEqual([{ state: 'done', because: null }, 1]);
    olga = await shop.again(olga);
    expect((await mailsTo(shop.world, olga.email)).filter(({ text }) => text.includes(one.payment))).toEqual([]);
  });
});
