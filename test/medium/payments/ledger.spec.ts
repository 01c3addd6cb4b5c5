import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { projectRoot } from '../../../src/platform/config/index.js';
import { Clock } from '../../../src/platform/clock/index.js';
import { Database, type Tx } from '../../../src/platform/db/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { type Payer } from '../../../src/payments/index.js';
import { Allowances } from '../../../src/payments/entitlements/allowances.js';
import { Customers } from '../../../src/payments/entitlements/customers.js';
import { Entitlements } from '../../../src/payments/entitlements/entitlements.js';
import { LedgerRepository } from '../../../src/payments/entitlements/ledger.repository.js';
import { LivePlans } from '../../../src/payments/entitlements/live-plans.js';
import { Lots } from '../../../src/payments/entitlements/lots.js';
import { Standings } from '../../../src/payments/entitlements/standings.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { paidPurchase } from '../../support/payments.js';
import { join } from 'node:path';

const FREE = 2;
const NOTHING_LEFT = expect.objectContaining({ code: 'payments.nothing_left', status: 402 }) as Error;
const terms = (interview: number) => ({ credits: { interview }, premiumVoice: false, seats: 0, lasts: null });

describe('the ledger of credits', () => {
  let database: TestDatabase;
  let source: DataSource;
  let db: Database;
  let entitlements: Entitlements;
  let lots: Lots;
  const customers = new Customers();

  beforeAll(async () => {
    database = await freshDatabase();
    source = await new DataSource({ type: 'postgres', url: database.applicationUrl, extra: { max: 8 } }).initialize();
    db = new Database(source);
    const { values } = Policy.load('viva-voce', join(projectRoot, 'policies'));
    const policy = new Policy({ ...values, sold: { ...values.sold, free: { ...values.sold.free, interviewsPerMonth: FREE } } });
    const [ledger, clock] = [new LedgerRepository(), new Clock()];
    const allowances = new Allowances(ledger, policy, clock);
    entitlements = new Entitlements(ledger, customers, allowances, new Standings(ledger, customers, allowances), new LivePlans(policy), policy);
    lots = new Lots(ledger, customers, policy, clock);
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  /** Through the connections of the program, which are there already. */
  const rows = { query: <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => source.query(sql, [...parameters]) };
  const organisation = (): Payer => ({ organisationId: randomUUID() });
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction(work);
  const give = (payer: Payer, count: number) => inTx((tx) => entitlements.give(tx, payer, 'interview', count, { because: 'try it' }));
  const consume = (payer: Payer, ...things: string[]) => inTx((tx) => entitlements.consumeEach(tx, payer, 'interview', things));
  const giveBack = (...things: string[]) => inTx((tx) => entitlements.giveBack(tx, 'interview', things, 'it failed'));
  const left = async (payer: Payer): Promise<number> => (await entitlements.standing(db.alone, payer)).credits.interview.left;
  const settle = (paymentId: string, refundedMinor: bigint, dispute: 'open' | 'won' | 'lost' | null = null, amountMinor = 900n) => inTx((tx) => lots.settle(tx, { paymentId, amountMinor, refundedMinor, dispute }));
  const buy = async (payer: Payer, count: number, until: Date | null = null): Promise<string> => {
    const customerId = await inTx((tx) => customers.get(tx, payer));
    const { paymentId } = await paidPurchase(rows, customerId, { terms: terms(count) });
    const [{ now } = { now: new Date() }] = await rows.query<{ now: Date }>('select clock.now() as now');
    await inTx((tx) => lots.grant(tx, { paymentId, customerId, source: 'pack', terms: terms(count), from: now, until }));
    return paymentId;
  };
  /** Lots whose remainder is not what their lines come to, or whose uses are not those the lines tell of. */
  const inexact = (): Promise<object[]> => rows.query(
    `select l.id, l.remaining from payments.lot l left join lateral (select coalesce(sum(amount), 0) as sum, -coalesce(sum(amount) filter (where thing is not null), 0) as used from payments.entry e where e.lot_id = l.id) e on true
     where l.remaining <> e.sum or l.remaining < 0 or e.used <> (select count(*) from payments.use u where u.lot_id = l.id)`);

  it('[MR12] lets one of two who want the last credit at the same moment have it, and says to the other that nothing is left', async () => {
    const payer = organisation();
    await give(payer, 1);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => consume(payer, randomUUID())));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []))).toEqual(Array.from({ length: 5 }, () => NOTHING_LEFT));
    expect(await left(payer)).toBe(0);
    expect(await inexact()).toEqual([]);
  });

  it('[MR12] uses one credit for a thing, however often and by however many at once it is asked to', async () => {
    const payer = organisation();
    const thing = randomUUID();
    await give(payer, 3);
    await Promise.all(Array.from({ length: 5 }, () => consume(payer, thing)));
    await consume(payer, thing, thing);
    expect(await left(payer)).toBe(2);
    await Promise.all([giveBack(thing), giveBack(thing)]);
    expect(await left(payer)).toBe(3);
    await giveBack(randomUUID());
    expect(await left(payer)).toBe(3);
  });

  it('[MR12] uses nothing when what it was for does not happen, and all or nothing of many', async () => {
    const payer = organisation();
    await give(payer, 3);
    const failed = inTx(async (tx) => {
      await entitlements.consume(tx, payer, 'interview', randomUUID());
      throw new Error('what it was for went wrong');
    });
    await expect(failed).rejects.toThrow('went wrong');
    await expect(consume(payer, ...Array.from({ length: 4 }, () => randomUUID()))).rejects.toEqual(NOTHING_LEFT);
    expect(await left(payer)).toBe(3);
  });

  it('uses five thousand at once, and two who want four thousand of them each do not both get them', async () => {
    const payer = organisation();
    const many = (): string[] => Array.from({ length: 4_000 }, () => randomUUID());
    await give(payer, 3_000);
    await buy(payer, 2_000);
    const outcomes = await Promise.allSettled([consume(payer, ...many()), consume(payer, ...many())]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await consume(payer, ...many().slice(0, 1_000));
    expect(await left(payer)).toBe(0);
    expect(await inexact()).toEqual([]);
  });

  it('uses first what runs out first, and shows what was used for what', async () => {
    const payer = organisation();
    await buy(payer, 1);
    await give(payer, 1);
    const [first, second] = [randomUUID(), randomUUID()];
    await consume(payer, first);
    await consume(payer, second);
    const customerId = await inTx((tx) => customers.get(tx, payer));
    const { items } = await entitlements.uses(db.alone, customerId, null);
    expect(items.map(({ kind, thing, source: from }) => [kind, thing, from])).toEqual([['used', second, 'pack'], ['used', first, 'gift']]);
  });

  it('takes back the share that was paid back as far as it is unused, and the rest as soon as it comes back', async () => {
    const payer = organisation();
    const paymentId = await buy(payer, 10);
    const things = Array.from({ length: 8 }, () => randomUUID());
    await consume(payer, ...things);
    await settle(paymentId, 400n);
    expect(await left(payer)).toBe(0);
    await giveBack(things[0] ?? '');
    expect(await left(payer)).toBe(0);
    await giveBack(things[1] ?? '');
    await giveBack(things[2] ?? '');
    expect(await left(payer)).toBe(1);
    expect(await inexact()).toEqual([]);
  });

  it('lets nothing of a disputed payment be used until it is won, and takes all of it when it is lost', async () => {
    const payer = organisation();
    const [won, lost] = [await buy(payer, 4), await buy(payer, 5)];
    await settle(won, 0n, 'open');
    await settle(lost, 0n, 'open');
    await expect(consume(payer, randomUUID())).rejects.toEqual(NOTHING_LEFT);
    await settle(won, 0n, 'won');
    expect(await left(payer)).toBe(4);
    await settle(lost, 0n, 'lost');
    expect(await left(payer)).toBe(4);
    await settle(lost, 0n, 'lost');
    await consume(payer, randomUUID());
    expect(await left(payer)).toBe(3);
    // A gateway may still find for us.
    await settle(lost, 0n, 'won');
    expect(await left(payer)).toBe(8);
  });

  it('cannot be made negative or rewritten by the program, whatever statement it sends', async () => {
    const payer = organisation();
    const paymentId = await buy(payer, 2);
    const [lot] = await rows.query<{ id: string }>('select id from payments.lot where payment_id = $1', [paymentId]);
    const client = new Client({ connectionString: database.applicationUrl });
    await client.connect();
    try {
      const send = (sql: string) => client.query(sql, [lot?.id]).then(() => 'done', (error: { code: string }) => error.code);
      const [CHECK, DENIED] = ['23514', '42501'];
      expect(await send(`insert into payments.entry (id, lot_id, kind, amount, thing) values (gen_random_uuid(), $1, 'used', -3, gen_random_uuid())`)).toBe(CHECK);
      expect(await send(`insert into payments.entry (id, lot_id, kind, amount, thing) values (gen_random_uuid(), $1, 'returned', 1, gen_random_uuid())`)).toBe(CHECK);
      expect(await send(`update payments.entry set amount = 5 where lot_id = $1`)).toBe(DENIED);
      expect(await send(`delete from payments.entry where lot_id = $1`)).toBe(DENIED);
      expect(await send(`update payments.lot set remaining = 9 where id = $1`)).toBe(DENIED);
      expect(await send(`update payments.lot set granted = 9 where id = $1`)).toBe(DENIED);
      expect(await send(`update payments.use set lot_id = $1`)).toBe(DENIED);
    } finally {
      await client.end();
    }
    expect(await left(payer)).toBe(2);
  });

  interface ModelLot { id: string; granted: number; left: number; from: number; until: number; refunded: number; withdrawn: number; isFrozen: boolean; isLost: boolean; paymentId: string | null }

  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('use' as const), things: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('return' as const), things: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('buy' as const), count: fc.integer({ min: 1, max: 5 }), days: fc.option(fc.integer({ min: 1, max: 60 })) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('gift' as const), count: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle' as const), which: fc.nat(5), refunded: fc.integer({ min: 0, max: 900 }), dispute: fc.constantFrom('open' as const, 'won' as const, 'lost' as const, null) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 25 }) }) },
  );

  it('[MR12] is exact whatever is bought, used, given back, refunded and disputed in whatever order, from month to month', async () => {
    const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));
    process.stdout.write(`The ledger was tried with FC_SEED=${seed}\n`);
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 18 }), async (steps) => {
      const payer: Payer = { accountId: await account() };
      const things = Array.from({ length: 10 }, () => randomUUID());
      const model: ModelLot[] = [];
      const usedBy = new Map<string, ModelLot>();
      for (const act of steps) {
        const [{ now: moment } = { now: new Date() }] = await rows.query<{ now: Date }>('select clock.now() as now');
        const now = moment.getTime();
        const live = (): ModelLot[] => model.filter((lot) => lot.until > now);
        const month = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth());
        const promised = (): number => (model.some((lot) => lot.from === month) ? 0 : FREE);
        const usable = (): number => promised() + live().reduce((sum, lot) => sum + (lot.isFrozen ? 0 : lot.left), 0);
        const takeBack = (lot: ModelLot): void => {
          const due = lot.isLost ? lot.granted : Math.floor((lot.granted * lot.refunded) / 900);
          const taken = Math.min(lot.left, due - lot.withdrawn);
          lot.left -= taken;
          lot.withdrawn += taken;
        };
        if (act.kind === 'wait') await database.moveClock(`${act.days} days`);
        if (act.kind === 'buy') {
          const paymentId = await buy(payer, act.count, act.days === null ? null : new Date(now + act.days * 86_400_000));
          model.push(await newestLot(payer, paymentId));
        }
        if (act.kind === 'gift') {
          await give(payer, act.count);
          model.push(await newestLot(payer));
        }
        if (act.kind === 'use') {
          const wanted = [...new Set(act.things.map((at) => things[at] ?? ''))];
          const open = wanted.filter((thing) => !usedBy.has(thing));
          const couldBe = usable();
          const outcome = await consume(payer, ...wanted).then(() => 'used', (error: { code: string }) => error.code);
          expect(outcome).toBe(open.length <= couldBe ? 'used' : 'payments.nothing_left');
          if (outcome === 'used' && open.length > 0) {
            if (promised() > 0) model.push(await newestLot(payer));
            const lines = await rows.query<{ thing: string; lot: string }>('select thing, lot_id as lot from payments.use where thing = any($1)', [open]);
            expect(lines).toHaveLength(open.length);
            const usedUpFirst = live().filter((lot) => !lot.isFrozen).toSorted((a, b) => a.until - b.until).flatMap((lot) => Array.from({ length: lot.left }, () => lot.until)).slice(0, open.length);
            const taken = lines.map(({ thing, lot }) => ({ thing, lot: model.find(({ id }) => id === lot) }));
            expect(taken.map(({ lot }) => lot?.until ?? 0).toSorted((a, b) => a - b)).toEqual(usedUpFirst);
            for (const { thing, lot } of taken) {
              if (!lot) continue;
              lot.left -= 1;
              usedBy.set(thing, lot);
            }
          }
        }
        if (act.kind === 'return') {
          const back = [...new Set(act.things.map((at) => things[at] ?? ''))];
          await giveBack(...back);
          for (const thing of back) {
            const lot = usedBy.get(thing);
            if (lot) lot.left += 1;
            usedBy.delete(thing);
          }
          model.forEach(takeBack);
        }
        const bought = model.filter(({ paymentId }) => paymentId !== null);
        const paid = act.kind === 'settle' ? bought[act.which % Math.max(1, bought.length)] : undefined;
        if (act.kind === 'settle' && paid?.paymentId) {
          paid.refunded = act.refunded;
          paid.isLost = act.dispute === 'lost';
          paid.isFrozen = act.dispute === 'open';
          await settle(paid.paymentId, BigInt(act.refunded), act.dispute);
          takeBack(paid);
        }
        if (act.kind !== 'wait') expect(await left(payer)).toBe(usable());
      }
      expect(await inexact()).toEqual([]);
    }), { seed, numRuns: 25 });
  });

  async function newestLot(payer: Payer, paymentId: string | null = null): Promise<ModelLot> {
    const customerId = await inTx((tx) => customers.get(tx, payer));
    const [lot] = await rows.query<{ id: string; granted: number; from: Date; until: Date | null }>('select id, granted, valid_from as "from", valid_until as until from payments.lot where customer_id = $1 order by id desc limit 1', [customerId]);
    if (!lot) throw new Error('There is no lot');
    return { ...lot, left: lot.granted, from: lot.from.getTime(), until: lot.until?.getTime() ?? Infinity, refunded: 0, withdrawn: 0, isFrozen: false, isLost: false, paymentId };
  }

  async function account(): Promise<string> {
    const id = randomUUID();
    await rows.query(
      `with identity as (insert into auth."user" (id, name, email, "emailVerified", "createdAt") values ($1, 'Ada', $2, true, clock.now())) insert into accounts.account (id, roles, declared_age_reached) values ($1, '{candidate}', 18)`,
      [id, `${id}@example.com`]);
    return id;
  }
});
