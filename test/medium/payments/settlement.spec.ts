import fc from 'fast-check';
import { World } from '../../support/world.js';
import { creditedOf, type Delivery, modelOf, type Scenario, scenario } from './settlement-model.js';
import { type MadePurchase, paymentOf, PRICE, type Settling, settling, showing } from './settled.js';

const RUNS = 1_000;

describe('settlement', () => {
  let world: World;
  let of: Settling;
  beforeAll(async () => {
    world = await World.create();
    of = await settling(world);
  });
  afterAll(() => world.destroy());

  const referenceOf = (purchase: MadePurchase, payment: number): string => `pay-${payment}-${purchase.id}`;

  function viewOf(purchase: MadePurchase, { stories }: Scenario, { payment, step }: Delivery) {
    const { odd, states } = stories[payment]!;
    const said = { one_less: { amountMinor: PRICE - 1n }, currency: { currency: 'EUR' }, mode: {}, nothing: {} }[odd];
    return showing([paymentOf(purchase.id, { reference: referenceOf(purchase, payment), ...states[step]!, ...said })], odd === 'mode' ? { mode: 'live' } : {});
  }

  /** As a person would, where there is something left that is not disputed; gives how many. */
  async function use(purchase: MadePurchase, count: number): Promise<void> {
    await of.db.alone.query(
      `with lot as (select l.id, least(l.remaining, $2) as take from payments.lot l where l.customer_id = $1 and l.frozen_at is null and l.remaining > 0 order by l.id limit 1),
         used as (insert into payments.use (unit, thing, lot_id) select 'invited_interview', gen_random_uuid(), lot.id from lot, generate_series(1, lot.take) returning thing, lot_id)
       insert into payments.entry (id, lot_id, kind, amount, thing) select gen_random_uuid(), lot_id, 'used', -1, thing from used`,
      [purchase.customerId, count],
    );
  }

  async function deliver(purchase: MadePurchase, told: Scenario, delivery: Delivery): Promise<void> {
    if (delivery.uses > 0) await use(purchase, delivery.uses);
    const view = viewOf(purchase, told, delivery);
    if (delivery.kill === 'before_commit') {
      const killed = of.db.transaction(async (tx) => {
        await of.settlement.observe(tx, 'built_in', view);
        throw new Error('killed');
      });
      await expect(killed).rejects.toThrow('killed');
    }
    await of.observe(view);
    if (delivery.kill === 'after_commit') await of.observe(view);
  }

  /** One payment as it stands, with all that hangs from it. */
  async function ledgerOf(purchase: MadePurchase, payment: number) {
    const [row] = await of.db.alone.query<{ lots: number; granted: number; remaining: number; used: number; withdrawn: number; frozen: boolean; refunded: string; dispute: string | null; invoices: number; credited: string; quarantined: number }[]>(
      `select (select count(*)::int from payments.lot l where l.payment_id = y.id) as lots, coalesce(l.remaining, 0) as remaining, l.frozen_at is not null as frozen,
         coalesce((select sum(amount) from payments.entry where lot_id = l.id and kind = 'granted'), 0)::int as granted, coalesce((select -sum(amount) from payments.entry where lot_id = l.id and kind = 'used'), 0)::int as used,
         coalesce((select -sum(amount) from payments.entry where lot_id = l.id and kind in ('withdrawn', 'restored')), 0)::int as withdrawn, coalesce(y.refunded_minor, 0)::text as refunded, y.dispute,
         (select count(*)::int from payments.invoice i where i.payment_id = y.id and i.kind = 'invoice') as invoices, coalesce((select sum(total_minor) from payments.invoice i where i.payment_id = y.id and i.kind = 'credit_note'), 0)::text as credited,
         (select count(*)::int from payments.quarantine q where q.reference = $1) as quarantined
       from (select 1) one left join payments.payment y on y.reference = $1 left join payments.lot l on l.payment_id = y.id`,
      [referenceOf(purchase, payment)],
    );
    if (!row) throw new Error('Nothing was counted');
    return row;
  }

  const one = async <Row extends object>(sql: string, ...given: unknown[]): Promise<Row> => (await of.db.alone.query<Row[]>(sql, given))[0]!;
  const purchaseRow = (id: string) => one<{ state: string; lookAt: Date | null; now: Date; expiresAt: Date }>('select state, look_at as "lookAt", clock.now() as now, expires_at as "expiresAt" from payments.purchase where id = $1', id);
  const planRow = (id: string) => one<{ state: string; currentUntil: Date | null; ends: boolean; missed: boolean; lookAt: Date | null }>(
    'select state, current_until as "currentUntil", ends_at_period_end as ends, past_due_since is not null as missed, look_at as "lookAt" from payments.subscription where purchase_id = $1', id);
  const left = async ({ customerId }: MadePurchase): Promise<number> => (await one<{ left: number }>('select coalesce(sum(remaining), 0)::int as left from payments.lot where customer_id = $1', customerId)).left;
  const told = async (name: string, key: string, id: string): Promise<number> => (await one<{ count: number }>(`select count(*)::int as count from jobs.outbox where kind = 'event' and name = $1 and payload ->> $2 = $3`, name, key, id)).count;

  it('lets money count that comes after a failed attempt, after the page was closed, and days after it was promised', async () => {
    const [failed, closed, promised] = [await of.purchase(), await of.purchase(), await of.purchase()];
    await of.observe(showing([paymentOf(failed.id, { state: 'failed' })]));
    expect((await purchaseRow(failed.id)).state).toBe('failed');
    await of.observe(showing([], { isOver: true }));
    await of.db.transaction((tx) => of.settlement.observe(tx, 'built_in', showing([], { isOver: true }), undefined, closed.id));
    expect(await purchaseRow(closed.id)).toMatchObject({ state: 'expired', lookAt: null });
    await of.observe(showing([paymentOf(promised.id, { state: 'authorised' })], { isOver: true }));
    const { state, lookAt, now } = await purchaseRow(promised.id);
    expect([state, Math.round((lookAt!.getTime() - now.getTime()) / 60_000)]).toEqual(['authorised', 10]);
    for (const purchase of [failed, closed, promised]) {
      await of.observe(showing([paymentOf(purchase.id)]));
      expect([await left(purchase), await purchaseRow(purchase.id)]).toMatchObject([10, { state: 'paid', lookAt: null }]);
    }
    expect([await told('payments.purchase_promised', 'purchaseId', promised.id), await told('payments.purchase_promised', 'purchaseId', failed.id)]).toEqual([1, 0]);
  });

  it('gives once what several workers see at the same moment, and takes it back once', async () => {
    const purchase = await of.purchase();
    const atOnce = (view: ReturnType<typeof showing>) => Promise.all(Array.from({ length: 8 }, () => of.observe(view)));
    await atOnce(showing([paymentOf(purchase.id)]));
    expect([await left(purchase), await told('payments.purchase_paid', 'purchaseId', purchase.id)]).toEqual([10, 1]);
    await atOnce(showing([paymentOf(purchase.id, { refundedMinor: 450n })]));
    expect([await left(purchase), await told('payments.purchase_refunded', 'purchaseId', purchase.id)]).toEqual([5, 1]);
  });

  it('sets money apart that names an order of somebody else, or none of ours, and leaves alone what was never meant for us', async () => {
    const [bought, other] = [await of.purchase(), await of.purchase({ gateway: 'stripe' })];
    await of.observe(showing([paymentOf(other.id)]));
    const unknown = of.newId();
    expect(await of.observe(showing([paymentOf(unknown)]))).toBe(false);
    expect(await of.observe(showing([paymentOf('order-of-a-shop', { reference: 'pay-shop' })]))).toBe(false);
    const found = await of.db.alone.query<{ reference: string; reason: string }[]>(`select reference, reason from payments.quarantine where reference in ($1, $2, 'pay-shop') order by reference = $2`, [`pay-${other.id}`, `pay-${unknown}`]);
    expect(found).toEqual([{ reference: `pay-${other.id}`, reason: 'order' }, { reference: `pay-${unknown}`, reason: 'order' }]);
    // A payment stays with the purchase it was first seen for, whatever it says later.
    await of.observe(showing([paymentOf(bought.id)]));
    await of.observe(showing([paymentOf(other.id, { reference: `pay-${bought.id}`, refundedMinor: PRICE })]));
    expect([await left(bought), await left(other)]).toEqual([0, 0]);
  });

  it('gives nothing to a customer who is gone, and a thing once, however many pay for it', async () => {
    const gone = await of.purchase();
    await of.db.alone.query('update payments.customer set organisation_id = null where id = $1', [gone.customerId]);
    await of.observe(showing([paymentOf(gone.id)]));
    expect(await one('select reason from payments.quarantine where purchase_id = $1', gone.id)).toEqual({ reason: 'customer' });
    const thing = of.newId();
    const [first, second] = [await of.purchase({ kind: 'item', thing }), await of.purchase({ kind: 'item', thing })];
    for (const purchase of [first, second]) await of.observe(showing([paymentOf(purchase.id)]));
    await of.observe(showing([paymentOf(first.id, { reference: `again-${first.id}` })]));
    expect([(await purchaseRow(first.id)).state, (await purchaseRow(second.id)).state]).toEqual(['paid', 'open']);
    expect(await of.db.alone.query(`select from payments.quarantine where purchase_id in ($1, $2) and reason = 'order'`, [first.id, second.id])).toHaveLength(2);
  });

  it('pays at once for what costs nothing, and for nothing else', async () => {
    const [free, dear] = [await of.purchase({ kind: 'item', gateway: 'none', thing: of.newId() }), await of.purchase()];
    await of.db.alone.query('update payments.purchase set amount_minor = 0 where id = $1', [free.id]);
    await of.db.transaction((tx) => of.settlement.free(tx, free.id));
    await of.db.transaction((tx) => of.settlement.free(tx, free.id));
    expect([(await purchaseRow(free.id)).state, await told('payments.purchase_paid', 'purchaseId', free.id)]).toEqual(['paid', 1]);
    await expect(of.db.transaction((tx) => of.settlement.free(tx, dear.id))).rejects.toThrow('free');
  });

  it('keeps a plan going from turn to turn: each gives its own credits until its end, a missed one is past due, and it ends once', async () => {
    const DAY = 86_400_000;
    const plan = await of.purchase({ kind: 'plan' });
    const start = (await purchaseRow(plan.id)).now;
    const turn = (count: number) => ({ start: new Date(start.getTime() + (count - 1) * 30 * DAY), end: new Date(start.getTime() + count * 30 * DAY) });
    const payment = (count: number, more = {}) => paymentOf(plan.id, { reference: `turn-${count}-${plan.id}`, order: null, subscription: `sub-${plan.id}`, period: turn(count), ...more });
    const view = (payments: ReturnType<typeof payment>[], more = {}) => showing(payments, { subscription: { reference: `sub-${plan.id}`, order: plan.id, state: 'active', currentUntil: null, endsAtPeriodEnd: false, ...more } });
    await of.observe(view([payment(1, { state: 'failed' })]));
    expect(await planRow(plan.id)).toBeUndefined();
    await of.observe(view([payment(1)]));
    expect(await planRow(plan.id)).toEqual({ state: 'active', currentUntil: turn(1).end, ends: false, missed: false, lookAt: new Date(turn(1).end.getTime() + 15 * 60_000) });
    // Somebody who looked before it was paid comes late.
    await of.observe(view([], { state: 'past_due' }));
    expect((await planRow(plan.id)).state).toBe('active');
    await of.observe(view([payment(1), payment(2)], { endsAtPeriodEnd: true }));
    expect([await left(plan), await planRow(plan.id)]).toMatchObject([20, { currentUntil: turn(2).end, ends: true }]);
    const lots = await of.db.alone.query<{ until: Date }[]>('select valid_until as until from payments.lot where customer_id = $1 order by 1', [plan.customerId]);
    expect(lots.map(({ until }) => until)).toEqual([turn(1).end, turn(2).end]);
    await of.observe(view([payment(2, { refundedMinor: PRICE }), payment(1, { refundedMinor: PRICE })]));
    expect([await left(plan), (await planRow(plan.id)).currentUntil]).toEqual([0, null]);
    const { id } = await one<{ id: string }>('select id from payments.subscription where purchase_id = $1', plan.id);
    for (const state of ['past_due', 'past_due', 'ended', 'ended', 'active']) await of.observe(view([], { state }));
    expect(await planRow(plan.id)).toMatchObject({ state: 'ended', missed: false, lookAt: null });
    expect([await told('payments.plan_missed', 'subscriptionId', id), await told('payments.plan_ended', 'subscriptionId', id), await told('payments.purchase_paid', 'purchaseId', plan.id)]).toEqual([1, 1, 1]);
  });

  it('goes on asking about a paid plan until the plan itself was seen, which some gateways make a moment later', async () => {
    const plan = await of.purchase({ kind: 'plan' });
    const payment = paymentOf(plan.id);
    await of.observe(showing([payment]));
    const { state, lookAt, now } = await purchaseRow(plan.id);
    expect([state, lookAt && Math.round((lookAt.getTime() - now.getTime()) / 60_000)]).toEqual(['paid', 10]);
    await of.observe(showing([payment], { subscription: { reference: `sub-${plan.id}`, order: plan.id, state: 'active', currentUntil: null, endsAtPeriodEnd: false } }));
    expect([await purchaseRow(plan.id), await planRow(plan.id)]).toMatchObject([{ state: 'paid', lookAt: null }, { state: 'active' }]);
  });

  it('keeps a purchase for seven years from its youngest payment, and not a day longer', async () => {
    const old = await of.purchase({ kind: 'plan' });
    await of.observe(showing([paymentOf(old.id, { subscription: `old-${old.id}` })]));
    await world.database.moveClock('3 years');
    await of.observe(showing([paymentOf(old.id, { reference: `late-${old.id}`, subscription: `old-${old.id}` })]));
    await world.database.moveClock('5 years');
    await world.settle();
    expect(await of.db.alone.query('select from payments.payment where purchase_id = $1', [old.id])).toHaveLength(2);
    await world.database.moveClock('2 years 2 days');
    await world.settle();
    const { count } = await one<{ count: number }>('select (select count(*) from payments.purchase)::int + (select count(*) from payments.payment)::int + (select count(*) from payments.subscription)::int + (select count(*) from payments.quarantine)::int as count');
    expect(count).toBe(0);
  });

  it(`gives the same ledger for every order, repetition and delay of what gateways show, and wherever the process is killed (${RUNS} stories)`, async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    process.stderr.write(`settlement: ${RUNS} stories, seed ${seed}\n`);
    await fc.assert(fc.asyncProperty(scenario, async (told) => {
      const purchase = await of.purchase();
      for (const delivery of told.deliveries) await deliver(purchase, told, delivery);
      const models = told.stories.map(modelOf);
      for (const [payment, model] of models.entries()) {
        const { used, withdrawn, ...ledger } = await ledgerOf(purchase, payment);
        const back = Math.min(model.due, model.granted - used);
        const isGranted = model.granted > 0;
        expect({ withdrawn, ...ledger }).toEqual({
          lots: isGranted ? 1 : 0, granted: model.granted, withdrawn: back, remaining: model.granted - used - back, frozen: model.dispute === 'open', refunded: model.refundedMinor.toString(), dispute: model.dispute,
          invoices: isGranted ? 1 : 0, credited: creditedOf(told.stories[payment]!, told.deliveries.filter((one) => one.payment === payment).map(({ step }) => step)).toString(), quarantined: model.quarantined,
        });
      }
      const [{ state } = { state: '' }] = await of.db.alone.query<{ state: string }[]>('select state from payments.purchase where id = $1', [purchase.id]);
      expect(state === 'paid').toBe(models.some(({ granted }) => granted > 0));
    }), { numRuns: RUNS, seed });
    const twice = await of.db.alone.query(`select payload ->> 'purchaseId' from jobs.outbox where kind = 'event' and name = 'payments.purchase_paid' group by 1 having count(*) > 1`);
    expect(twice).toEqual([]);
    expect(await brokenInvariants(world)).toEqual([]);
  });
});

async function brokenInvariants(world: World): Promise<string[]> {
  const { Invariants } = await import('../../../src/app/invariants/invariants.js');
  const kept = (await world.app.get(Invariants).check()).filter(({ name }) => name.startsWith('payments.'));
  expect(kept.length).toBeGreaterThanOrEqual(5);
  return kept.flatMap(({ broken }) => broken);
}
