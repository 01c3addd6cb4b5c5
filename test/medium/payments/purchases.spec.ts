import { randomUUID } from 'node:crypto';
import { Money } from '../../../src/kernel/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { Purchases } from '../../../src/payments/index.js';
import { openApi } from '../../../src/app/index.js';
import { deliver } from '../../support/gateways/double.js';
import { RazorpayDouble } from '../../support/gateways/razorpay-double.js';
import { StripeDouble } from '../../support/gateways/stripe-double.js';
import { mailTo, mailsTo } from '../../support/mails.js';
import { PASSWORD } from '../../support/password.js';
import { type Bought, Shop } from './shop.js';

describe('buying', () => {
  let shop: Shop;
  let stripe: StripeDouble;
  let razorpay: RazorpayDouble;
  beforeAll(async () => {
    [stripe, razorpay] = await Promise.all([StripeDouble.start(), RazorpayDouble.start()]);
    shop = await Shop.open(stripe, razorpay);
  });
  afterAll(() => shop.close());

  const count = async (accountId: string): Promise<number> => (await shop.world.database.query<{ n: number }>('select count(*)::int as n from payments.purchase where account_id = $1', [accountId]))[0]!.n;

  it('shows what is sold, in the currencies that somebody takes', async () => {
    const { currencies, products, free } = (await shop.world.visitor().get('/api/pricing')).body as { currencies: { currency: string; gateway: string; isPlayMoney: boolean }[]; products: { id: string; prices: { currency: string }[] }[]; free: object };
    expect(currencies.map(({ currency }) => currency)).toEqual(['USD', 'EUR', 'GBP', 'INR']);
    expect(currencies.map(({ gateway, isPlayMoney }) => [gateway, isPlayMoney])).toEqual([['stripe', true], ['stripe', true], ['stripe', true], ['razorpay', true]]);
    expect(products.find(({ id }) => id === 'ten-interviews')?.prices).toEqual([{ amount: '9.00', currency: 'USD' }, { amount: '9.00', currency: 'EUR' }, { amount: '8.00', currency: 'GBP' }, { amount: '499.00', currency: 'INR' }]);
    expect(free).toEqual({ interviewsPerMonth: 30, invitedInterviewsPerMonth: 50, seats: 5, premiumVoice: false });
  });

  it('takes the price from the policy, never from the browser, and sends the browser to the page of the gateway', async () => {
    const ada = await shop.buyer();
    for (const price of [{ amount: '0.01' }, { price: { amount: '0.01', currency: 'USD' } }, { amountMinor: 1 }]) expect((await shop.buy(ada, 'ten-interviews', price)).status).toBe(422);
    expect(await count(ada.accountId)).toBe(0);
    const answer = await shop.buy(ada, 'ten-interviews', { quantity: 3, currency: 'EUR' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ state: 'open', title: 'Ten interviews', quantity: 3, price: { amount: '27.00', currency: 'EUR' }, every: null, gatewayName: 'Stripe', go: { kind: 'link', url: expect.stringContaining('/c/pay/') } });
    const page = stripe.books.get(stripe.books.sessions, await shop.pageOf((answer.body as Bought).id));
    expect([page.amount_total, page.currency]).toEqual([2700, 'eur']);
    expect(stripe.heard.join('\n')).not.toMatch(/candidate\d+@example|Ada Example/);
  });

  it('is one purchase however often the button is pressed with one key, and another wish under that key is refused', async () => {
    const [ada, requestKey, before] = [await shop.buyer(), randomUUID(), stripe.done.checkouts];
    const answers = await Promise.all([1, 2, 3].map(() => shop.buy(ada, 'ten-interviews', { requestKey })));
    const later = await shop.buy(ada, 'ten-interviews', { requestKey });
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set([...answers, later].map(({ text }) => text)).size).toBe(1);
    expect([await count(ada.accountId), stripe.done.checkouts - before]).toEqual([1, 1]);
    expect((await shop.buy(ada, 'ten-interviews', { requestKey, quantity: 2 })).body).toMatchObject({ code: 'payments.other_wish' });
    const bob = await shop.buyer();
    expect(((await shop.buy(bob, 'ten-interviews', { requestKey })).body as Bought).id).not.toBe((later.body as Bought).id);
  });

  it('says when the gateway is away, keeps the wish, and goes on with the same purchase', async () => {
    const ada = await shop.buyer();
    const wish = { requestKey: randomUUID() };
    stripe.trouble('away', 3);
    const away = await shop.buy(ada, 'ten-interviews', wish);
    expect([away.status, away.body]).toEqual([503, expect.objectContaining({ code: 'payments.gateway_away' })]);
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
    const [row] = await shop.world.database.query<{ id: string; state: string }>('select id, state from payments.purchase where account_id = $1', [ada.accountId]);
    expect(row!.state).toBe('created');
    // The reply is lost this time: the page was made, and is the one that is found when it is asked for again.
    const before = stripe.done.checkouts;
    stripe.trouble('lost_reply', 3);
    expect((await shop.buy(ada, 'ten-interviews', wish)).status).toBe(503);
    expect((await shop.buy(ada, 'ten-interviews', wish)).body).toMatchObject({ id: row!.id, state: 'open' });
    expect([await count(ada.accountId), stripe.done.checkouts - before]).toEqual([1, 1]);
  });

  it('is over when the gateway was not reached in its time, and nothing more comes of its key', async () => {
    const [ada, wish] = [await shop.buyer(), { requestKey: randomUUID() }];
    stripe.trouble('away', 3);
    await shop.buy(ada, 'ten-interviews', wish);
    await shop.world.database.query(`update payments.purchase set closes_at = clock.now() where account_id = $1`, [ada.accountId]);
    expect((await shop.buy(ada, 'ten-interviews', wish)).body).toMatchObject({ state: 'expired', go: null });
  });

  it('gives what costs nothing at once and once, without a gateway', async () => {
    const ada = await shop.buyer();
    const [heard, answer] = [stripe.heard.length, await shop.buy(ada, 'a-taste')];
    expect(answer.body).toMatchObject({ state: 'paid', price: { amount: '0.00', currency: 'USD' }, go: null });
    expect([await shop.bought(ada), stripe.heard.length - heard]).toEqual([1, 0]);
    expect((await mailTo(shop.world, ada.email, /A taste/)).text).toContain('There was nothing to pay');
    expect((await shop.buy(ada, 'a-taste', { quantity: 2 })).status).toBe(422);
    const bob = await shop.buyer();
    expect((await Promise.all([1, 2, 3].map(() => shop.buy(bob, 'a-taste')))).map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await shop.bought(bob)).toBe(1);
  });

  it('refuses what is not sold to whoever asks, more than is sold at once, and currencies that nobody takes', async () => {
    const ada = await shop.buyer();
    const tries: [object, string][] = [
      [{ quantity: 21 }, 'payments.quantity'], [{ product: 'practice-monthly', quantity: 2 }, 'payments.quantity'], [{ currency: 'NGN' }, 'payments.currency_not_offered'],
      [{ currency: 'JPY' }, 'payments.currency_not_offered'], [{ product: 'everything' }, 'payments.not_sold'], [{ product: 'hiring-monthly' }, 'payments.not_sold'],
    ];
    for (const [wish, code] of tries) {
      const { status, body } = await shop.buy(ada, 'ten-interviews', wish);
      expect([wish, status, (body as { code: string }).code]).toEqual([wish, 422, code]);
    }
    expect(await count(ada.accountId)).toBe(0);
  });

  it('is for adults', async () => {
    const ada = await shop.buyer();
    await shop.world.database.query('update accounts.account set declared_age_reached = 16 where id = $1', [ada.accountId]);
    const answer = await shop.buy(ada);
    expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({ code: 'payments.adults_only' })]);
    expect(await count(ada.accountId)).toBe(0);
  });

  it('shows a purchase and a plan to whoever bought them, and to nobody else', async () => {
    const [ada, bob] = [await shop.buyer(), await shop.buyer()];
    const { id } = await shop.paid(ada, stripe, 'practice-monthly');
    const [plan] = await shop.plansOf(ada);
    const absent = (await bob.visitor.get(`/api/billing/purchases/${randomUUID()}`)).text;
    const tries = [
      bob.visitor.get(`/api/billing/purchases/${id}`), bob.visitor.post(`/api/billing/purchases/${id}/look`),
      bob.visitor.post(`/api/billing/plans/${plan!.id}/cancellation`), bob.visitor.post(`/api/billing/plans/${plan!.id}/portal`), bob.visitor.get('/api/billing/purchases/x'),
    ];
    for (const { status, text } of await Promise.all(tries)) expect([status, text]).toEqual([404, absent]);
    expect([await shop.plansOf(bob), await shop.historyOf(bob)]).toEqual([[], []]);
    expect(stripe.books.get(stripe.books.subscriptions, await shop.planAtGateway(id)).cancel_at_period_end).toBe(false);
  });

  it('believes nothing that a browser brings back: it grants nothing, and the gateway is asked', async () => {
    const ada = await shop.buyer();
    const { id } = (await shop.buy(ada)).body as Bought;
    const guest = shop.world.visitor();
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://api.razorpay.com', 'sec-fetch-site': 'cross-site' };
    for (const answer of [await guest.get(`/api/checkout/${id}/back?paid=true&status=success`), await guest.send('POST', `/api/checkout/${id}/back`, 'razorpay_payment_id=pay_1&paid=true', form)]) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/billing/return/${id}`]);
    }
    await shop.world.settle();
    expect([await shop.stateOf(ada, id), await shop.bought(ada)]).toEqual(['open', 0]);
    await stripe.pay(await shop.pageOf(id));
    expect((await guest.get(`/api/checkout/${id}/back`)).status).toBe(303);
    expect(await shop.bought(ada)).toBe(0);
    await shop.world.settle();
    expect([await shop.stateOf(ada, id), await shop.bought(ada)]).toEqual(['paid', 10]);
  });

  it('does not even ask the gateway for a return that it has not signed', async () => {
    const ada = await shop.buyer();
    const { id } = (await shop.buy(ada, 'ten-interviews', { currency: 'INR' })).body as Bought;
    const page = await shop.pageOf(id);
    const signed = razorpay.comeBack(page, await razorpay.pay(page));
    const back = async (fields: Record<string, string>): Promise<string> => {
      expect((await shop.world.visitor().send('POST', `/api/checkout/${id}/back`, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(303);
      await shop.world.settle();
      return shop.stateOf(ada, id);
    };
    expect(await back({ ...signed, razorpay_signature: signed.razorpay_signature!.replace(/^./, (first) => (first === '0' ? '1' : '0')) })).toBe('open');
    expect(await back(signed)).toBe('paid');
  });

  it('[MO18] [IM08] sends rupees to Razorpay and other currencies to Stripe, to pages of theirs, believes their signed webhooks once each, and has no place for a card', async () => {
    const [ada, url] = [await shop.buyer(), `${shop.world.url}/api/webhooks`];
    const [rupees, euros] = [(await shop.buy(ada, 'ten-interviews', { currency: 'INR' })).body as Bought, (await shop.buy(ada, 'ten-interviews', { currency: 'EUR' })).body as Bought];
    expect([rupees.go?.kind, new URL(rupees.go?.action ?? '').origin, rupees.price.amount]).toEqual(['form', razorpay.url, '499.00']);
    expect([euros.go?.kind, new URL(euros.go?.url ?? '').origin, euros.price.amount]).toEqual(['link', stripe.url, '9.00']);
    for (const [name, double, { id }] of [['razorpay', razorpay, rupees], ['stripe', stripe, euros]] as const) {
      double.webhooks();
      await double.pay(await shop.pageOf(id));
      const [told, before] = [double.webhooks(), await shop.bought(ada)];
      const forged = told.map((one) => ({ ...one, body: one.body.replace('}', ' }') }));
      expect((await deliver(`${url}/${name}`, forged)).map(({ status }) => status)).toEqual(forged.map(() => 400));
      await shop.world.settle();
      expect(await shop.stateOf(ada, id)).toBe('open');
      expect((await deliver(`${url}/${name}`, told, { times: 3 })).every(({ status }) => status === 200)).toBe(true);
      await shop.world.settle();
      expect([await shop.stateOf(ada, id), await shop.bought(ada) - before]).toEqual(['paid', 10]);
      expect(told.map(({ body }) => body).join()).toMatch(/"card"|4242|customer_details/);
    }
    const paths = Object.entries(openApi(shop.world.app).paths).filter(([path]) => /^\/api\/(billing|checkout|pricing|webhooks|organisation\/billing|operator\/payments)/.test(path));
    expect(paths.length).toBeGreaterThan(15);
    const columns = (await shop.world.database.query<{ name: string }>(`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'payments'`)).map(({ name }) => name);
    expect([JSON.stringify(paths), ...columns].filter((text) => /card|cvc|cvv|expiry|iban|\bpan\b/i.test(text))).toEqual([]);
  });

  it('leads on whoever comes back with an id that is nobody’s, and tells nothing by it', async () => {
    const [guest, id] = [shop.world.visitor(), randomUUID()];
    expect([(await guest.get(`/api/checkout/${id}/back`)).headers.get('location'), (await guest.get('/api/checkout/x/back')).headers.get('location')]).toEqual([`/billing/return/${id}`, '/']);
    expect(await shop.world.database.query(`select from jobs.outbox where name = 'payments.look' and payload::text like $1`, [`%${id}%`])).toEqual([]);
  });

  it('mails what was given, and lists it with its invoice', async () => {
    const ada = await shop.buyer();
    const { id } = await shop.paid(ada, stripe);
    await shop.look(id);
    const mails = (await mailsTo(shop.world, ada.email)).filter(({ subject }) => /payment of US\$9\.00 has come/.test(subject));
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain('10 practice interviews, to use within 1 year');
    expect(await shop.historyOf(ada)).toEqual([expect.objectContaining({ kind: 'payment', state: 'captured', price: { amount: '9.00', currency: 'USD' }, invoice: expect.objectContaining({ kind: 'invoice' }) })]);
  });

  it('says that a payment takes its time, and gives what was bought once it has come', async () => {
    const ada = await shop.buyer();
    const { id } = (await shop.buy(ada)).body as Bought;
    const payment = await stripe.pay(await shop.pageOf(id), 'later');
    await shop.look(id);
    expect([await shop.stateOf(ada, id), await shop.bought(ada)]).toEqual(['authorised', 0]);
    expect((await mailTo(shop.world, ada.email, /takes a little longer/)).text).toContain('should not pay again');
    await stripe.complete(payment, 'captured');
    await shop.look(id);
    expect([await shop.stateOf(ada, id), await shop.bought(ada)]).toEqual(['paid', 10]);
  });

  describe('a plan', () => {
    it('is one at a time, ends with the turn that is paid when it is cancelled, and has a page for its card', async () => {
      const ada = await shop.buyer();
      await shop.paid(ada, stripe, 'practice-monthly');
      expect((await shop.buy(ada, 'practice-yearly')).body).toMatchObject({ code: 'payments.has_plan' });
      const [plan] = await shop.plansOf(ada);
      expect(plan).toMatchObject({ state: 'active', endsAtPeriodEnd: false, hasPortal: true });
      expect(((await ada.visitor.post(`/api/billing/plans/${plan!.id}/portal`)).body as { url: string }).url).toMatch(/^https?:/);
      const before = stripe.done.cancellations;
      for (const time of [1, 2]) expect([time, (await ada.visitor.post(`/api/billing/plans/${plan!.id}/cancellation`)).body]).toEqual([time, expect.objectContaining({ state: 'active', endsAtPeriodEnd: true })]);
      expect(stripe.done.cancellations - before).toBe(1);
    });

    it('is one purchase when the button is pressed in two tabs', async () => {
      const ada = await shop.buyer();
      const ids = [await shop.buy(ada, 'practice-monthly'), await shop.buy(ada, 'practice-monthly')].map(({ body }) => (body as Bought).id);
      expect(new Set(ids).size).toBe(1);
      expect(((await shop.buy(ada, 'practice-yearly')).body as Bought).id).not.toBe(ids[0]);
    });

    it('ends at once with the account of whoever paid for it, though the gateway is away at first', async () => {
      const ada = await shop.buyer();
      const { id } = await shop.paid(ada, stripe, 'practice-monthly');
      const plan = await shop.planAtGateway(id);
      stripe.trouble('away', 3);
      expect((await ada.visitor.post('/api/account/deletion', { password: PASSWORD, now: false })).status).toBe(200);
      await shop.world.settle();
      expect(stripe.books.get(stripe.books.subscriptions, plan).status).toBe('active');
      await shop.world.database.query(`update jobs.outbox set run_at = clock.now() where name = 'payments.end-plan' and status = 'waiting'`);
      await shop.world.settle();
      expect(stripe.books.get(stripe.books.subscriptions, plan).status).toBe('canceled');
    });

    it('stays without whose it was when the account is gone for good, and can be taken along before', async () => {
      const ada = await shop.buyer();
      const { id } = await shop.paid(ada, stripe, 'practice-monthly');
      const { purchasesHolder } = await import('../../../src/payments/purchases/purchases.personal-data.js');
      const tx = shop.world.app.get(Database).alone;
      expect(await purchasesHolder.export(tx, ada.accountId)).toMatchObject({ purchases: [{ title: 'Practice plan, monthly', amountInMinorUnits: '1200', currency: 'USD', state: 'paid' }], plans: [{ state: 'active' }] });
      expect((await ada.visitor.post('/api/account/deletion', { password: PASSWORD, now: true })).status).toBe(200);
      await shop.world.settle();
      const [left] = await shop.world.database.query('select p.account_id as buyer, c.account_id as payer, p.state, s.state as plan from payments.purchase p join payments.customer c on c.id = p.customer_id join payments.subscription s on s.purchase_id = p.id where p.id = $1', [id]);
      expect(left).toEqual({ buyer: null, payer: null, state: 'paid', plan: 'ended' });
      expect(await purchasesHolder.remaining(tx, ada.accountId)).toEqual([]);
    });

    it.each([['closed', false], ['gone for good', true]])('ends at once when it is paid for at a page that was still open when the account was %s', async (_how, now) => {
      const ada = await shop.buyer();
      const { id } = (await shop.buy(ada, 'practice-monthly')).body as Bought;
      await ada.visitor.post('/api/account/deletion', { password: PASSWORD, now });
      await shop.world.settle();
      await stripe.pay(await shop.pageOf(id)).then(() => shop.look(id));
      const [found] = await shop.world.database.query(`select (select count(*)::int from payments.payment where purchase_id = $1) as given, (select count(*)::int from payments.quarantine where purchase_id = $1 and reason = 'customer') as apart`, [id]);
      expect([stripe.books.get(stripe.books.subscriptions, await shop.planAtGateway(id)).status, found]).toEqual(['canceled', now ? { given: 0, apart: 1 } : { given: 1, apart: 0 }]);
    });
  });

  it('[MI05] sells a thing of its own: for nothing it is confirmed at once, and otherwise nothing is kept but a reference, a price and what it is', async () => {
    const ada = await shop.buyer();
    const [purchases, db] = [shop.world.app.get(Purchases), shop.world.app.get(Database)];
    const item = (price: Money) => ({ product: 'booking', title: 'An hour with Bo', thing: randomUUID(), price, requestKey: randomUUID() });
    const free = await db.transaction((tx) => purchases.openItem(tx, ada.accountId, { accountId: ada.accountId }, item(Money.of(0n, 'INR'))));
    expect(free).toMatchObject({ state: 'paid', go: null });
    const one = item(Money.of(150_000n, 'INR'));
    const { id } = await db.transaction((tx) => purchases.openItem(tx, ada.accountId, { accountId: ada.accountId }, one));
    expect((await purchases.checkout(ada.accountId, id)).go).toMatchObject({ kind: 'form', action: expect.stringContaining(razorpay.url) });
    const payment = await razorpay.pay(await shop.pageOf(id));
    await shop.look(id);
    const [kept] = await shop.world.database.query('select p.thing, p.amount_minor, p.currency, p.title, y.reference, p.go::text || p.terms::text as rest from payments.purchase p join payments.payment y on y.purchase_id = p.id where p.id = $1', [id]);
    expect(kept).toMatchObject({ thing: one.thing, amount_minor: '150000', currency: 'INR', title: 'An hour with Bo', reference: payment });
    expect(JSON.stringify(kept)).not.toMatch(/4242|visa|payer@|Pia|\+91/i);
    expect(await shop.bought(ada)).toBe(0);
  });

  // Last of all: it moves the clock.
  it('tells of a payment of a plan that is missing, with the day until which it goes on, and when it has ended', async () => {
    const ada = await shop.buyer();
    const { id } = await shop.paid(ada, stripe, 'practice-monthly');
    await shop.world.database.moveClock('32 days');
    await stripe.renew(await shop.planAtGateway(id), 'failed');
    await shop.look(id);
    expect(await shop.plansOf(await shop.again(ada))).toEqual([expect.objectContaining({ state: 'past_due', graceUntil: expect.any(String) })]);
    expect((await mailTo(shop.world, ada.email, /payment for your plan is missing/)).text).toContain('Your plan goes on until');
    await stripe.end(await shop.planAtGateway(id));
    await shop.look(id);
    expect((await mailTo(shop.world, ada.email, /plan has ended/)).text).toContain('nothing more will be taken from you');
  });
});
