import { bought, type BuiltInPurchase, pressed, pressedForPlan, wanted } from '../../support/gateways/built-in.js';
import { personWith, signedIn } from '../../support/people.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

interface Buyer {
  readonly accountId: string;
  readonly visitor: Visitor;
}
interface Billing {
  readonly credits: { readonly left: number; readonly lots: readonly { readonly source: string; readonly left: number; readonly until: string | null }[] };
  readonly plans: readonly { readonly id: string; readonly state: string; readonly currentUntil: string; readonly graceUntil: string | null; readonly endsAtPeriodEnd: boolean }[];
  readonly premiumVoice: boolean;
}
interface Page {
  readonly title: string;
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly every: string | null;
  readonly isOpen: boolean;
  readonly plan: { readonly state: string; readonly nextFails: boolean } | null;
}

describe('the built-in gateway', () => {
  let world: World;
  let people = 0;

  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  async function buyer(): Promise<Buyer> {
    const accountId = await personWith(world, { email: `buyer${(people += 1)}@example.com` });
    return { accountId, visitor: await asVisitor(accountId) };
  }
  /** Whoever waits for a month has to sign in again. */
  async function asVisitor(accountId: string): Promise<Visitor> {
    const visitor = world.visitor();
    visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
    return visitor;
  }
  async function later(interval: string): Promise<void> {
    await world.database.moveClock(interval);
    await world.settle();
  }
  /** When the turn of a plan is over. A month of the clock is another one than that of the plan, where a month has ended in between. */
  async function turnLater(who: Buyer): Promise<void> {
    const [plan] = (await billingOf(who)).plans;
    const [left] = await world.database.query<{ by: string; days: number }>(`select ($1::timestamptz - clock.now() + interval '1 second')::text as by, extract(day from $1::timestamptz - clock.now() + interval '1 minute')::int as days`, [plan?.currentUntil]);
    expect([28, 29, 30, 31]).toContain(left?.days);
    await later(left!.by);
  }
  const stateOf = async ({ visitor }: Buyer, { id }: BuiltInPurchase): Promise<string> => ((await visitor.get(`/api/billing/purchases/${id}`)).body as { state: string }).state;
  const billingOf = async ({ accountId }: Buyer): Promise<Billing> => (await (await asVisitor(accountId)).get('/api/billing')).body as Billing;
  const creditsOf = async (who: Buyer, source: string): Promise<number> => (await billingOf(who)).credits.lots.filter((lot) => lot.source === source).reduce((sum, { left }) => sum + left, 0);
  const pageOf = async ({ reference }: BuiltInPurchase): Promise<Page> => (await world.visitor().get(`/api/built-in-gateway/checkouts/${reference}`)).body as Page;
  const webhooksOf = async ({ id }: BuiltInPurchase): Promise<string[]> =>
    (await world.database.query<{ type: string }>(`select type from payments.gateway_event where gateway = 'built_in' and refs ->> 'order' = $1 order by occurred_at, id`, [id])).map(({ type }) => type);

  it('shows what is bought, and gives it when its own signed webhook has come, not when the browser is back', async () => {
    const ada = await buyer();
    const purchase = await wanted(ada.visitor, 'ten-interviews', { currency: 'INR' });
    expect(await pageOf(purchase)).toMatchObject({ title: 'Ten interviews', amount: { amount: '499.00', currency: 'INR' }, every: null, isOpen: true, plan: null });
    const back = await pressed(world, purchase, 'pay');
    expect(back).toBe(`${world.url}/api/checkout/${purchase.id}/back`);
    expect(await stateOf(ada, purchase)).toBe('open');
    expect(await creditsOf(ada, 'pack')).toBe(0);
    await world.settle();
    expect(await stateOf(ada, purchase)).toBe('paid');
    expect(await creditsOf(ada, 'pack')).toBe(10);
    expect(await webhooksOf(purchase)).toEqual(['payment.captured']);
  });

  it('keeps what was pressed first, however often the page is pressed', async () => {
    const ada = await buyer();
    const purchase = await wanted(ada.visitor, 'ten-interviews');
    await Promise.all(Array.from({ length: 5 }, () => pressed(world, purchase, 'pay')));
    await pressed(world, purchase, 'cancel');
    await world.settle();
    expect(await webhooksOf(purchase)).toEqual(['payment.captured']);
    expect(await creditsOf(ada, 'pack')).toBe(10);
    expect((await pageOf(purchase)).isOpen).toBe(false);
  });

  it('declines, and takes the payment of whoever comes back', async () => {
    const ada = await buyer();
    const purchase = await wanted(ada.visitor, 'ten-interviews');
    await pressed(world, purchase, 'decline');
    await world.settle();
    expect(await stateOf(ada, purchase)).toBe('failed');
    expect(await creditsOf(ada, 'pack')).toBe(0);
    await pressed(world, purchase, 'pay');
    await world.settle();
    expect(await stateOf(ada, purchase)).toBe('paid');
    expect(await creditsOf(ada, 'pack')).toBe(10);
  });

  it('shows the way to the page of a payment that was declined, as long as that page is open', async () => {
    const ada = await buyer();
    const purchase = await wanted(ada.visitor, 'ten-interviews');
    await pressed(world, purchase, 'decline');
    await world.settle();
    const purchaseOf = async (): Promise<unknown> => (await (await asVisitor(ada.accountId)).get(`/api/billing/purchases/${purchase.id}`)).body;
    expect(await purchaseOf()).toMatchObject({ state: 'failed', go: { kind: 'link' } });
    await later('2 hours 1 minute');
    expect(await purchaseOf()).toMatchObject({ state: 'failed', go: null });
  });

  it('says of a purchase whose money does not fit that somebody looks at it, and offers no page to pay it again', async () => {
    const ada = await buyer();
    const purchase = await wanted(ada.visitor, 'ten-interviews');
    const seen = async (): Promise<unknown[]> => {
      const { setApart, go } = (await ada.visitor.get(`/api/billing/purchases/${purchase.id}`)).body as { setApart: string | null; go: object | null };
      const { items } = (await ada.visitor.get('/api/billing/history')).body as { items: { kind: string; state: string }[] };
      return [setApart, go !== null, items.map(({ kind, state }) => `${kind} ${state}`)];
    };
    expect(await seen()).toEqual([null, true, ['purchase open']]);
    await pressed(world, purchase, 'pay');
    await world.database.query('update payments.purchase set amount_minor = amount_minor + 1 where id = $1', [purchase.id]);
    await world.settle();
    expect(await seen()).toEqual(['waiting', false, ['purchase set_apart']]);
    await world.database.query(`update payments.quarantine set resolved_at = clock.now(), note = 'Paid back.' where purchase_id = $1`, [purchase.id]);
    expect(await seen()).toEqual(['looked_at', true, ['purchase set_apart']]);
  });

  it('lets a promised payment arrive after a minute', async () => {
    const ada = await buyer();
    const purchase = await wanted(ada.visitor, 'ten-interviews');
    await pressed(world, purchase, 'promise');
    await world.settle();
    expect(await stateOf(ada, purchase)).toBe('authorised');
    expect(await creditsOf(ada, 'pack')).toBe(0);
    await later('61 seconds');
    expect(await stateOf(ada, purchase)).toBe('paid');
    expect(await creditsOf(ada, 'pack')).toBe(10);
    expect(await webhooksOf(purchase)).toEqual(['payment.authorised', 'payment.captured']);
  });

  it('closes the page of whoever leaves', async () => {
    const ada = await buyer();
    const purchase = await wanted(ada.visitor, 'ten-interviews');
    await pressed(world, purchase, 'cancel');
    await world.settle();
    expect(await stateOf(ada, purchase)).toBe('expired');
    expect((await pageOf(purchase)).isOpen).toBe(false);
  });

  it('takes the next payment of a plan each month, and ends it when its turn is over for whoever wants that', async () => {
    const ada = await buyer();
    const purchase = await bought(world, ada.visitor, 'practice-monthly');
    expect(await billingOf(ada)).toMatchObject({ premiumVoice: true, plans: [{ state: 'active', endsAtPeriodEnd: false }] });
    const [first] = (await billingOf(ada)).plans;
    await turnLater(ada);
    const [second] = (await billingOf(ada)).plans;
    expect(new Date(second!.currentUntil) > new Date(first!.currentUntil)).toBe(true);
    expect(await creditsOf(ada, 'plan')).toBe(60);
    await pressedForPlan(world, purchase, 'end_with_turn');
    await world.settle();
    expect((await billingOf(ada)).plans).toMatchObject([{ state: 'active', endsAtPeriodEnd: true }]);
    await turnLater(ada);
    expect((await billingOf(ada)).plans.filter(({ state }) => state !== 'ended')).toEqual([]);
    expect((await billingOf(ada)).premiumVoice).toBe(false);
    expect((await webhooksOf(purchase)).filter((type) => type === 'payment.captured')).toHaveLength(2);
  });

  it('lets a plan go on for the policy\'s days when its payment fails, and ends it after them', async () => {
    const ada = await buyer();
    await bought(world, ada.visitor, 'practice-monthly', { nextFails: true });
    await turnLater(ada);
    expect(await billingOf(ada)).toMatchObject({ premiumVoice: true, plans: [{ state: 'past_due' }] });
    await later('7 days 1 minute');
    const { plans, premiumVoice } = await billingOf(ada);
    expect(plans.filter(({ state }) => state !== 'ended')).toEqual([]);
    expect(premiumVoice).toBe(false);
  });

  it('ends at once a plan whose payment is missing, so that nobody goes on trying to take it', async () => {
    const ada = await buyer();
    const purchase = await bought(world, ada.visitor, 'practice-monthly', { nextFails: true, shortTurn: true });
    await later('61 seconds');
    const [plan] = (await billingOf(ada)).plans;
    expect(plan?.state).toBe('past_due');
    expect((await ada.visitor.post(`/api/billing/plans/${plan!.id}/cancellation`)).body).toMatchObject({ state: 'ended' });
    expect((await pageOf(purchase)).plan).toMatchObject({ state: 'ended' });
  });

  it('goes on with a plan whose missing payment is made up for', async () => {
    const ada = await buyer();
    const purchase = await bought(world, ada.visitor, 'practice-monthly', { nextFails: true, shortTurn: true });
    await later('61 seconds');
    expect((await billingOf(ada)).plans).toMatchObject([{ state: 'past_due' }]);
    await pressedForPlan(world, purchase, 'pay_missing');
    await world.settle();
    expect((await billingOf(ada)).plans).toMatchObject([{ state: 'active' }]);
    await pressedForPlan(world, purchase, 'end_now');
    await world.settle();
    expect((await pageOf(purchase)).plan).toMatchObject({ state: 'ended' });
  });

  it('gives money back once for one key, and never more than was paid', async () => {
    const { Gateways } = await import('../../../src/payments/gateways/gateways.js');
    const { Money } = await import('../../../src/kernel/index.js');
    const gateway = world.app.get(Gateways).find('built_in')!;
    const ada = await buyer();
    const purchase = await bought(world, ada.visitor, 'ten-interviews');
    const [payment] = (await gateway.fetch({ order: purchase.id })).payments;
    const paid = { reference: payment!.reference, amount: Money.parse('9.00', 'USD') };
    await gateway.refund(paid, { key: 'one', amount: Money.parse('4.50', 'USD') });
    await gateway.refund(paid, { key: 'one', amount: Money.parse('4.50', 'USD') });
    await expect(gateway.refund(paid, { key: 'two', amount: Money.parse('4.51', 'USD') })).rejects.toMatchObject({ because: 'more_than_paid' });
    await world.settle();
    expect((await gateway.fetch({ payment: payment!.reference })).payments).toMatchObject([{ refundedMinor: 450n }]);
    expect(await creditsOf(ada, 'pack')).toBe(5);
  });

  it('has no field for a card, takes nothing that it does not know, and shows nothing to whoever guesses', async () => {
    const ada = await buyer();
    const purchase = await wanted(ada.visitor, 'ten-interviews');
    const page = `/api/built-in-gateway/checkouts/${purchase.reference}`;
    expect(purchase.reference).toMatch(/^[\w-]{22}$/);
    expect((await world.visitor().post(page, { choice: 'pay', card: '4242 4242 4242 4242' })).status).toBe(422);
    expect((await pageOf(purchase)).isOpen).toBe(true);
    expect((await world.visitor().get(`/api/built-in-gateway/checkouts/${purchase.id}`)).body).toMatchObject({ code: 'not_found' });
    expect((await world.visitor().post(`${page}/plan`, { choice: 'end_now' })).body).toMatchObject({ code: 'not_found' });
  });

  it('is not there where it is not switched on, as in production', async () => {
    const { Config } = await import('../../../src/platform/config/index.js');
    const { settings } = world.app.get(Config);
    const purchase = await wanted((await buyer()).visitor, 'ten-interviews');
    const page = `/api/built-in-gateway/checkouts/${purchase.reference}`;
    Object.assign(settings, { BUILT_IN_GATEWAY: false });
    const answers = [await world.visitor().get(page), await world.visitor().post(page, { choice: 'pay' })];
    Object.assign(settings, { BUILT_IN_GATEWAY: true });
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect((await pageOf(purchase)).isOpen).toBe(true);
  });

  it('answers the same page for the same order, and forgets it when the law lets it', async () => {
    const { Gateways } = await import('../../../src/payments/gateways/gateways.js');
    const { Money } = await import('../../../src/kernel/index.js');
    const gateway = world.app.get(Gateways).find('built_in')!;
    const order = {
      id: '01890000-0000-7000-8000-00000000000a', title: 'Ten interviews', quantity: 1, amount: Money.parse('9.00', 'USD'), every: null, product: 'ten-interviews',
      email: () => Promise.reject(new Error('The built-in gateway asks for no address')), returnUrl: `${world.url}/`, closesAt: new Date(Date.now() + 365 * 86_400_000),
    };
    const [one, other] = await Promise.all([gateway.createCheckout(order), gateway.createCheckout(order)]);
    expect(one).toEqual(other);
    await later('7 years 1 day');
    expect(await world.database.query('select from payments.built_in_checkout where order_id = $1', [order.id])).toEqual([]);
  });
});
