import { Money } from '../../../src/kernel/index.js';
import { measureWebhooks } from '../../../bench/payments/measure.js';
import { deliver, type SignedWebhook } from '../../support/gateways/double.js';
import { StripeDouble } from '../../support/gateways/stripe-double.js';
import { ServerProcess } from '../../support/resumes/server-process.js';
import { personWith, signedIn } from '../../support/people.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { until } from '../../support/until.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';
import { PRICE, type Settling, settling } from './settled.js';

const PAGE = '/api/webhooks/stripe';

describe('webhooks', () => {
  let stripe: StripeDouble;
  let world: World;
  let of: Settling;
  let operatorId: string;

  beforeAll(async () => {
    stripe = await StripeDouble.start();
    world = await World.create({ ...stripe.settings, BUILT_IN_GATEWAY: 'false' });
    of = await settling(world);
    operatorId = await personWith(world, { email: 'operator@example.com', roles: ['operator'] });
    await setUpSecondFactor(await signedInOperator());
  });
  afterAll(async () => {
    await world.destroy();
    await stripe.stop();
  });
  beforeEach(() => stripe.webhooks());

  async function signedInOperator(): Promise<Visitor> {
    const visitor = world.visitor();
    visitor.keep(`viva.session_token=${await signedIn(world, operatorId)}; Path=/`);
    return visitor;
  }

  /** A purchase whose page at Stripe is open. */
  async function open() {
    const { Gateways } = await import('../../../src/payments/gateways/gateways.js');
    const { id, customerId } = await of.purchase({ gateway: 'stripe' });
    const { reference: checkout } = await world.app.get(Gateways).find('stripe')!.createCheckout({
      id, title: 'Ten invited interviews', quantity: 1, amount: Money.of(PRICE, 'USD'), every: null, product: 'some', email: async () => '', returnUrl: `${world.url}/api/checkout/${id}/back`, closesAt: new Date(Date.now() + 3_600_000),
    });
    await of.db.alone.query('update payments.purchase set checkout_reference = $2 where id = $1', [id, checkout]);
    return { id, customerId, checkout };
  }

  const send = ({ body, headers }: Pick<SignedWebhook, 'body' | 'headers'>, path = PAGE, type = 'application/json') => world.visitor().send('POST', path, body, { 'content-type': type, ...headers });
  const count = async (what: string): Promise<number> => (await of.db.alone.query<{ count: number }[]>(`select count(*)::int as count from ${what}`))[0]?.count ?? -1;
  const stateOf = async (id: string): Promise<string | undefined> => (await of.db.alone.query<{ state: string }[]>('select state from payments.purchase where id = $1', [id]))[0]?.state;
  const creditsOf = async (customerId: string): Promise<number> => (await of.db.alone.query<{ left: number }[]>('select coalesce(sum(remaining), 0)::int as left from payments.lot where customer_id = $1', [customerId]))[0]?.left ?? -1;
  const databaseNow = async (): Promise<Date> => (await of.db.alone.query<{ now: Date }[]>('select clock.now() as now'))[0]!.now;
  const asOfNow = async (webhook: SignedWebhook): Promise<SignedWebhook> => stripe.sign(webhook.body, await databaseNow());

  it('are refused when somebody else wrote them, when they are of another time or mode, and when a byte is not as it was signed', async () => {
    await stripe.pay((await open()).checkout);
    const [genuine] = stripe.webhooks();
    const body = genuine!.body;
    const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);
    const refused: Record<string, Pick<SignedWebhook, 'body' | 'headers'>> = {
      forged: stripe.sign(body, new Date(), 'whsec_guessed'),
      unsigned: { body, headers: {} },
      stale: stripe.sign(body, minutes(-6)),
      future: stripe.sign(body, minutes(6)),
      'written anew': { ...genuine!, body: JSON.stringify(JSON.parse(body), null, 1) },
      'of the other mode': stripe.sign(body.replace('"livemode":false', '"livemode":true')),
      empty: { ...genuine!, body: '' },
    };
    for (const [what, webhook] of Object.entries(refused)) {
      const { status, body: problem } = await send(webhook);
      expect([what, status, (problem as { code?: string }).code]).toEqual([what, 400, 'payments.webhook_refused']);
    }
    expect((await send({ ...genuine!, body: 'x'.repeat(300_000) })).status).toBe(413);
    expect(await count('payments.gateway_event')).toBe(0);
    expect(await count(`jobs.outbox where name = 'payments.apply-event'`)).toBe(0);
    expect((await send(genuine!, PAGE, 'text/plain')).status).toBe(200);
    await world.settle();
  });

  it('have an address for each gateway that is set up, and no other', async () => {
    const nowhere = await world.visitor().send('POST', '/api/webhooks/nobody/at/all');
    for (const gateway of ['razorpay', 'nobody', 'none']) {
      const answer = await send({ body: '{}', headers: {} }, `/api/webhooks/${gateway}`);
      expect([answer.status, answer.text]).toEqual([404, nowhere.text]);
    }
    const { body } = await world.visitor().send('POST', '/api/session', '{"email":', { 'content-type': 'application/json' });
    expect(body).toMatchObject({ status: 400, code: 'http.invalid_request' });
  });

  it('are answered while no worker runs, and each is worth one payment: a thousand of them, three times each, ten at once, in no order', async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    process.stderr.write(`webhooks: seed ${seed}\n`);
    const webhooks: SignedWebhook[] = [];
    const expected: { customerId: string; left: number }[] = [];
    for (let number = 0; webhooks.length < 1000; number += 1) {
      const { checkout, customerId } = await open();
      if (number % 4 === 0) await stripe.pay(checkout, 'declined');
      const payment = await stripe.pay(checkout);
      const back = [0n, 90n, 450n, PRICE][number % 4]!;
      if (back > 0n) await stripe.refund(payment, back);
      if (number % 3 === 0) await stripe.dispute(payment, 'open');
      if (number % 3 === 0) await stripe.dispute(payment, number % 2 === 0 ? 'won' : 'lost');
      expected.push({ customerId, left: number % 3 === 0 && number % 2 === 1 ? 0 : 10 - Number(back / 90n) });
      webhooks.push(...stripe.webhooks());
    }
    const before = await count('payments.gateway_event');
    const answers = await deliver(`${world.url}${PAGE}`, webhooks, { times: 3, atOnce: 10, seed });
    expect(answers).toHaveLength(webhooks.length * 3);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(await count('payments.gateway_event') - before).toBe(webhooks.length);
    expect(await count(`payments.payment where state = 'captured' and customer_id = any ('{${expected.map(({ customerId }) => customerId).join()}}')`)).toBe(0);
    await world.settle();
    expect(await count(`payments.gateway_event where state <> 'applied'`)).toBe(0);
    const lots = await of.db.alone.query<{ customerId: string; lots: number; left: number }[]>(`select customer_id as "customerId", count(*)::int as lots, sum(remaining)::int as left from payments.lot group by 1`);
    const byCustomer = new Map(lots.map(({ customerId, lots: made, left }) => [customerId, { made, left }]));
    expect(expected.map(({ customerId }) => byCustomer.get(customerId))).toEqual(expected.map(({ left }) => ({ made: 1, left })));
    expect(await of.db.alone.query(`select payment_id from payments.invoice where kind = 'invoice' group by 1 having count(*) > 1`)).toEqual([]);
  }, 240_000);

  it('give nothing for a payment of one cent less, which an operator finds and resolves, once', async () => {
    const { id, checkout, customerId } = await open();
    const payment = await stripe.pay(checkout, 'paid', PRICE - 1n);
    await deliver(`${world.url}${PAGE}`, stripe.webhooks(), { times: 2 });
    await world.settle();
    expect([await creditsOf(customerId), await count(`payments.payment where purchase_id = '${id}'`)]).toEqual([0, 0]);
    expect([await count(`notifications.note where kind = 'payments.set_apart'`), await count(`mail.outbox where template = 'payment-set-apart'`)]).toEqual([1, 1]);
    const operator = await signedInOperator();
    expect((await operator.get('/api/operator/payments')).body).toMatchObject({ gateways: [{ id: 'stripe', name: 'Stripe', mode: 'test', isSilent: false, waiting: 0 }], quarantined: 1, refundsWaiting: 0 });
    const found = (await operator.get('/api/operator/payments/quarantine')).body as { items: { id: string }[] };
    expect(found).toMatchObject({ items: [{ reference: payment, reason: 'amount', purchaseId: id, said: { amount: '8.99', currency: 'USD' }, ordered: { amount: '9.00', currency: 'USD' } }], next: null });
    const path = `/api/operator/payments/quarantine/${found.items[0]!.id}/resolution`;
    expect((await operator.post(path, { note: '  ' })).status).toBe(422);
    expect((await operator.post(path, { note: 'Paid back at Stripe.' })).status).toBe(204);
    expect((await operator.post(path, { note: 'Again.' })).body).toMatchObject({ status: 409, code: 'payments.resolved_already' });
    expect((await operator.get('/api/operator/payments/quarantine?state=resolved')).body).toMatchObject({ items: [{ note: 'Paid back at Stripe.' }] });
    const { Looks } = await import('../../../src/payments/settlement/looks.js');
    await world.app.get(Looks).look(id);
    expect(await creditsOf(customerId)).toBe(0);
    const actions = await of.db.alone.query<{ action: string }[]>(`select distinct action from audit.entry where action like 'payments.%' order by 1`);
    expect(actions.map(({ action }) => action)).toEqual(['payments.overview_read', 'payments.quarantine_read', 'payments.quarantine_resolved']);
  });

  it('are not believed when they name another amount than the payment that is found', async () => {
    const { checkout, customerId } = await open();
    await stripe.pay(checkout);
    const [first, ...others] = stripe.webhooks();
    const odd = stripe.sign(first!.body.replace('"amount":900', '"amount":899'));
    expect(odd.body).not.toBe(first!.body);
    expect((await send(odd)).status).toBe(200);
    await world.settle();
    await deliver(`${world.url}${PAGE}`, others);
    await world.settle();
    expect(await creditsOf(customerId)).toBe(0);
    expect(await count(`payments.quarantine where reason = 'amount' and said_minor = 900 and resolved_at is null`)).toBe(1);
  });

  it('wait while the gateway is away, and are found again when nobody works on them', async () => {
    const { checkout, customerId } = await open();
    await stripe.pay(checkout);
    const [first] = stripe.webhooks();
    // Stripe's library asks three times before it gives up.
    stripe.trouble('broken', 3);
    await send(first!);
    await world.settle();
    expect([await creditsOf(customerId), await count(`payments.gateway_event where state = 'stored'`)]).toEqual([0, 1]);
    await of.db.alone.query(`delete from jobs.outbox where name = 'payments.apply-event' and status = 'waiting'`);
    await world.database.moveClock('2 minutes');
    await world.settle();
    expect([await creditsOf(customerId), await count(`payments.gateway_event where state = 'stored'`)]).toEqual([10, 0]);
  });

  it('that never come are not waited for: what is open is asked about every ten minutes, until it is decided', async () => {
    const [paid, left] = [await open(), await open()];
    await stripe.pay(paid.checkout);
    await world.settle();
    expect(await stateOf(paid.id)).toBe('open');
    await world.database.moveClock('11 minutes');
    await world.settle();
    expect([await stateOf(paid.id), await creditsOf(paid.customerId), await stateOf(left.id)]).toEqual(['paid', 10, 'open']);
    expect(await count(`payments.purchase where id = '${paid.id}' and look_at is null`)).toBe(1);
    expect(await count(`payments.purchase where id = '${left.id}' and look_at between clock.now() + interval '9 minutes' and clock.now() + interval '10 minutes'`)).toBe(1);
    stripe.expire(left.checkout);
    await world.database.moveClock('11 minutes');
    await world.settle();
    expect([await stateOf(left.id), await count(`payments.purchase where id = '${left.id}' and look_at is null`)]).toEqual(['expired', 1]);
  });

  it('that stop while people pay are told to the operators, once for each silence', async () => {
    const silences = () => count(`notifications.note where kind = 'payments.gateway_silent'`);
    await world.database.moveClock('3 days');
    await world.settle();
    expect(await silences()).toBe(1);
    await world.database.moveClock('2 hours');
    await world.settle();
    expect([await silences(), await count(`mail.outbox where template = 'gateway-silent'`)]).toEqual([1, 1]);
    expect((await (await signedInOperator()).get('/api/operator/payments')).body).toMatchObject({ gateways: [{ id: 'stripe', isSilent: true }] });
    const { checkout } = await open();
    await stripe.pay(checkout);
    await send(await asOfNow(stripe.webhooks()[0]!));
    await world.settle();
    await world.database.moveClock('3 days');
    await world.settle();
    expect(await silences()).toBe(1);
    expect((await (await signedInOperator()).get('/api/operator/payments')).body).toMatchObject({ gateways: [{ id: 'stripe', isSilent: false }] });
  });

  it('can be measured beside the bare insert of their row', async () => {
    const clock = await databaseNow();
    const report = await measureWebhooks({ url: world.url, databaseUrl: world.database.ownerUrl, sign: (body) => stripe.sign(body, clock) }, { rounds: 1, each: 20 });
    expect(report).toMatchObject({ atOnce: 10, refused: 0, webhook: { count: 20 }, bareInsert: { count: 20 } });
    expect(report.ratio.p50).toBeGreaterThan(0);
  });
});

describe('what a webhook says of people', () => {
  const CARD = '4242424242424242';
  const SAID = [CARD, '4242 4242 4242 4242', 'pia.payer@example.net', 'Pia Payer', '+14155550123'];

  it('[MO18] reaches no table, no file and no log: no card, no address, no name', async () => {
    const stripe = await StripeDouble.start();
    const server = await ServerProcess.start({ ...stripe.settings, BUILT_IN_GATEWAY: 'false' });
    try {
      const session = (id: string, more: object): SignedWebhook => stripe.sign(JSON.stringify({
        id, object: 'event', api_version: '2026-10-28.endive', created: Math.floor(Date.now() / 1000), livemode: false, type: 'checkout.session.completed',
        data: { object: { id: `cs_test_${id}`, object: 'checkout.session', livemode: false, amount_total: 900, currency: 'usd', customer_details: { email: SAID[2], name: SAID[3], phone: SAID[4] }, payment_method: { card: { number: CARD, also: SAID[1] } }, ...more } },
      }));
      const webhooks = [
        session('evt_1', {}),
        // Even where a name of something is expected.
        session('evt_2', { client_reference_id: CARD, payment_intent: SAID[2], subscription: SAID[1] }),
        session('evt_3', { metadata: { purchase: SAID[2], note: CARD } }),
        stripe.sign(JSON.stringify({ id: `evt ${SAID[2]}`, object: 'event', livemode: false, type: `said.by ${SAID[3]}`, data: { object: { object: 'charge', receipt_email: SAID[2], payment_intent: CARD } } })),
      ];
      const answers = await deliver(`${server.url}${PAGE}`, [...webhooks, { ...webhooks[0]!, headers: {} }], { seed: 1 });
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 400]);
      await until('nothing waits any more', async () => (await server.database.query(`select from payments.gateway_event where state = 'stored'`)).length === 0);
      expect(await server.database.query(`select state from payments.gateway_event`)).toHaveLength(4);
      expect(await server.placesOf(SAID)).toEqual([]);
      expect(server.words).toContain(PAGE);
    } finally {
      await server.end();
      await stripe.stop();
    }
  });
});
