import { randomUUID } from 'node:crypto';
import { backedUp } from '../../support/backed-up.js';
import { paidPurchase } from '../../support/payments.js';
import { World } from '../../support/world.js';

/** An auditor who finds one number on two invoices believes neither. */
describe('numbers of invoices that a restored backup knows nothing of', () => {
  let world: World;
  let customerId: string;
  let year: number;
  beforeAll(async () => {
    world = await World.create();
    customerId = randomUUID();
    await world.database.query('insert into payments.customer (id, organisation_id) values ($1, $2)', [customerId, randomUUID()]);
    // Shortly before a new year: what happened in it is in the journal together with what happened before it.
    const [december] = await world.database.query<{ year: number; by: string }>(
      `select date_part('year', now())::int + 1 as year, (make_timestamptz(date_part('year', now())::int + 1, 12, 20, 12, 0, 0, 'utc') - now())::text as by`);
    year = december!.year;
    await world.database.moveClock(december!.by);
    await world.settle();
  });
  afterAll(() => world.destroy());

  const inTx = async <T>(work: (tx: never) => Promise<T>): Promise<T> => {
    const { Database } = await import('../../../src/platform/db/index.js');
    return world.app.get(Database).transaction((tx) => work(tx as never));
  };
  const parts = async () => ({
    invoices: world.app.get((await import('../../../src/payments/invoices/invoices.js')).Invoices),
    journal: world.app.get((await import('../../../src/platform/journal/index.js')).Journal),
  });
  /** An invoice of something that was paid with real money, or with play money; gives its payment and its number. */
  const invoice = async (mode: 'live' | 'test' = 'live'): Promise<[string, string]> => {
    const { paymentId } = await paidPurchase(world.database, customerId);
    await world.database.query('update payments.payment set mode = $2 where id = $1', [paymentId, mode]);
    const { invoices } = await parts();
    await inTx((tx) => invoices.issue(tx, paymentId));
    return [paymentId, (await numbersOf(paymentId))[0]!];
  };
  const credit = async (paymentId: string): Promise<string> => {
    const { invoices } = await parts();
    await inTx((tx) => invoices.credit(tx, paymentId, 100n));
    return (await numbersOf(paymentId)).at(-1)!;
  };
  const numbersOf = async (paymentId: string): Promise<string[]> =>
    (await world.database.query<{ number: string }>('select reference as number from payments.invoice where payment_id = $1 order by id', [paymentId])).map(({ number }) => number);
  const broken = async (): Promise<string[]> => {
    const { Invariants } = await import('../../../src/app/invariants/invariants.js');
    return (await world.app.get(Invariants).check()).filter(({ name }) => name.startsWith('payments.invoice')).flatMap(({ broken: what }) => what);
  };

  it('are given to no other one, in no series and no year; and whoever restores is told which they are', async () => {
    const [kept, first] = await invoice();
    expect([first, (await invoice('test'))[1]]).toEqual([`VV-${year}-00001`, `TEST-VV-${year}-00001`]);
    const backup = await backedUp(world);
    expect([(await invoice())[1], (await invoice())[1], (await invoice('test'))[1]]).toEqual([`VV-${year}-00002`, `VV-${year}-00003`, `TEST-VV-${year}-00002`]);
    expect([await credit(kept), await credit(kept)]).toEqual([`VVC-${year}-00001`, `VVC-${year}-00002`]);
    await world.database.moveClock('15 days');
    expect((await invoice())[1]).toBe(`VV-${year + 1}-00001`);
    await world.settle();
    await backup.restore();

    const { journal } = await parts();
    const { kinds, toKnow } = await journal.replay();
    // Those of before the backup stand in the journal, too.
    expect(kinds.get('payments.number_given')).toEqual({ found: 8, done: 6 });
    const lost = `TEST-VV-${year}-00002, VV-${year}-00002 to VV-${year}-00003, VV-${year + 1}-00001, VVC-${year}-00001 to VVC-${year}-00002`;
    expect(toKnow).toEqual([`Of these numbers of invoices and credit notes there is no paper here, and none of them is given again: ${lost}.`]);
    expect((await journal.replay()).kinds.get('payments.number_given')).toEqual({ found: 8, done: 0 });
    expect(await broken()).toEqual([]);

    expect([(await invoice())[1], (await invoice('test'))[1], await credit(kept)]).toEqual([`VV-${year}-00004`, `TEST-VV-${year}-00003`, `VVC-${year}-00003`]);
    expect(await broken()).toEqual([]);
    await world.database.moveClock('15 days');
    expect((await invoice())[1]).toBe(`VV-${year + 1}-00002`);
    expect(await broken()).toEqual([]);
  });

  it('are still missed where none of them is known to be lost', async () => {
    await world.database.query(`update payments.invoice_series set last = last + 1 where (series, year) = ('VV', $1)`, [year]);
    expect(await broken()).toEqual([`VV-${year}`]);
    await world.database.query(`update payments.invoice_series set last = last - 2 where (series, year) = ('VV', $1)`, [year]);
    expect(await broken()).toEqual([`VV-${year}`]);
  });

  it('bear nothing of whoever paid', async () => {
    const { journalPlace } = await import('../../../src/platform/journal/journal-place.js');
    const { Config } = await import('../../../src/platform/config/index.js');
    await world.settle();
    const lines = [];
    for await (const line of (await journalPlace(world.app.get(Config).settings)).lines()) if (line?.kind === 'payments.number_given') lines.push(line.ids);
    expect(lines).toContainEqual({ series: 'VV', year: String(year), number: '1' });
  });
});
