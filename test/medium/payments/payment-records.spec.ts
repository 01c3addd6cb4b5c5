import { bought } from '../../support/gateways/built-in.js';
import { personWith, signedIn } from '../../support/people.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const DETAILS = { name: 'Wilhelmina Unmistakable', address: '7 Unmistakable Lane\nNowhere', country: 'DE', region: '', taxId: 'DE123456789' };
const PERSONAL = /nmistakable|DE123456789|buyer-of-records/;

interface Item {
  readonly kind: string;
  readonly invoice: { readonly id: string; readonly number: string } | null;
}
interface Day {
  readonly day: string;
  readonly gateway: string;
  readonly captured: { readonly count: number; readonly sum: object };
  readonly check: object | null;
  readonly differences: readonly { readonly reference: string }[];
}

describe('records of payments', () => {
  let world: World;
  let operatorId: string;
  let buyerId: string;

  beforeAll(async () => {
    world = await World.create();
    operatorId = await personWith(world, { email: 'books@example.com', roles: ['operator'] });
    buyerId = await personWith(world, { email: 'buyer-of-records@example.com', name: DETAILS.name });
    await setUpSecondFactor(await asVisitor(operatorId));
    // Early in a day, so that the night after is not the same.
    await world.database.moveClock((await one<{ by: string }>(`select (date_trunc('day', now(), 'utc') + interval '1 day 6 hours' - now())::text as by`)).by);
  });
  afterAll(() => world.destroy());

  async function asVisitor(accountId: string): Promise<Visitor> {
    const visitor = world.visitor();
    visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
    return visitor;
  }
  async function one<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row> {
    const [row] = await world.database.query<Row>(sql, parameters);
    if (!row) throw new Error('There is no such row');
    return row;
  }
  const today = async (): Promise<string> => (await one<{ day: string }>(`select (clock.now() at time zone 'utc')::date::text as day`)).day;
  // Signed in anew each time: sign-ins do not last as long as these tests do.
  const buyer = (): Promise<Visitor> => asVisitor(buyerId);
  const operator = (): Promise<Visitor> => asVisitor(operatorId);
  const invoicesOf = async (visitor: Visitor): Promise<{ id: string; number: string }[]> =>
    ((await visitor.get('/api/billing/history')).body as { items: Item[] }).items.flatMap(({ invoice }) => invoice ?? []);
  const paymentOf = ({ id }: { id: string }) => one<{ reference: string }>('select reference from payments.payment where purchase_id = $1', [id]).then(({ reference }) => reference);
  const dayOf = async (day: string): Promise<Day | undefined> => ((await (await operator()).get(`/api/operator/payments/days?from=${day}&to=${day}`)).body as { days: Day[] }).days.find(({ gateway }) => gateway === 'built_in');
  const csvOf = async (day: string): Promise<string> => (await (await operator()).get(`/api/operator/payments/accounting.csv?from=${day}&to=${day}`)).text;
  const toTheNight = async (): Promise<void> => {
    await world.database.moveClock((await one<{ by: string }>(`select (date_trunc('day', clock.now(), 'utc') + interval '1 day 3 hours 25 minutes' - clock.now())::text as by`)).by);
    await world.settle();
  };
  const paymentTables = async (): Promise<string> => {
    const tables = await world.database.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'payments'`);
    return JSON.stringify(await Promise.all(tables.map(({ name }) => world.database.query(`select t::text from ${name} t`))));
  };

  it('lets a buyer say what stands on invoices, and read them: nobody else can', async () => {
    expect((await (await buyer()).get('/api/billing/details')).body).toEqual({ name: '', address: '', country: null, region: '', taxId: '' });
    expect(await (await buyer()).put('/api/billing/details', { ...DETAILS, taxId: 'FR123' })).toMatchObject({ status: 422, body: { code: 'http.invalid_body', fields: { taxId: expect.stringContaining('Germany') } } });
    expect((await (await buyer()).put('/api/billing/details', { ...DETAILS, taxId: 'de 123 456 789' })).body).toEqual(DETAILS);
    await bought(world, await buyer(), 'ten-interviews');
    const [invoice] = await invoicesOf(await buyer());
    expect(invoice?.number).toMatch(/^TEST-VV-\d{4}-00001$/);
    const paper = await (await buyer()).get(`/api/billing/invoices/${invoice?.id}`);
    expect([paper.status, paper.headers.get('content-type'), paper.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    const stranger = await world.candidate('stranger@example.com');
    const [foreign, absent] = [await stranger.get(`/api/billing/invoices/${invoice?.id}`), await stranger.get('/api/billing/invoices/none')];
    expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
    expect((await stranger.get('/api/billing/details')).body).toMatchObject({ name: '' });
  });

  it('are held against what the gateway says, the night after: what differs is shown and looked at anew, until both say the same', async () => {
    const [repaid, lost] = [await bought(world, await buyer(), 'ten-interviews'), await bought(world, await buyer(), 'ten-interviews')];
    const [ofRepaid, ofLost] = [await paymentOf(repaid), await paymentOf(lost)];
    await world.database.query(`insert into payments.built_in_refund (key, payment_reference, amount_minor) values ('at its own desk', $1, 250)`, [ofRepaid]);
    await world.database.query('delete from payments.built_in_payment where reference = $1', [ofLost]);
    const day = await today();
    expect(await dayOf(day)).toMatchObject({ captured: { count: 3, sum: { amount: '27.00', currency: 'USD' } }, check: null, differences: [] });
    await toTheNight();
    expect(await dayOf(day)).toMatchObject({ check: { compared: 3, ours: { amount: '27.00' }, theirs: { amount: '15.50' }, unanswered: 0 }, refunded: { count: 0 } });
    expect((await dayOf(day))?.differences).toEqual(expect.arrayContaining([
      { reference: ofRepaid, what: 'refunded', ours: '0.00 USD', theirs: '2.50 USD' }, { reference: ofLost, what: 'absent_there', ours: 'captured 9.00 USD', theirs: null },
    ]));
    await world.database.query('update payments.payment set gateway = $2 where reference = $1', [ofLost, 'stripe']);
    await toTheNight();
    expect(await dayOf(day)).toMatchObject({ check: { compared: 2, ours: { amount: '15.50' }, theirs: { amount: '15.50' } }, differences: [] });
    expect((await invoicesOf(await buyer())).map(({ number }) => number)).toEqual(expect.arrayContaining([expect.stringMatching(/^TEST-VVC-\d{4}-00001$/)]));
    const { days } = (await (await operator()).get(`/api/operator/payments/days?from=${day}&to=${day}`)).body as { days: Day[] };
    expect(days.find(({ gateway }) => gateway === 'stripe')).toMatchObject({ check: { compared: 0, unanswered: 1 } });
    await world.database.query('update payments.payment set gateway = $2 where reference = $1', [ofLost, 'built_in']);
  });

  it('are for operators, who leave a line in the audit log each time; days that are none are refused', async () => {
    const day = await today();
    for (const path of [`days?from=${day}&to=${day}`, `accounting.csv?from=${day}&to=${day}`]) expect((await (await buyer()).get(`/api/operator/payments/${path}`)).status).toBe(403);
    for (const path of ['days', 'accounting.csv']) expect((await (await operator()).get(`/api/operator/payments/${path}?from=2026-02-02&to=2026-02-01`)).status).toBe(422);
    await csvOf(day);
    const lines = await world.database.query<{ action: string; detail: object }>(`select distinct action, actor_id as actor from audit.entry where action in ('payments.accounting_exported', 'payments.days_read') order by 1`);
    expect(lines).toEqual([{ action: 'payments.accounting_exported', actor: operatorId }, { action: 'payments.days_read', actor: operatorId }]);
  });

  it('[MP22] survive the erasure of an account for seven years, without account, name, address and tax number', async () => {
    const before = await one<{ purchases: number; payments: number; invoices: number }>(
      `select (select count(*) from payments.purchase)::int as purchases, (select count(*) from payments.payment)::int as payments, (select count(*) from payments.invoice)::int as invoices`);
    expect(before).toEqual({ purchases: 3, payments: 3, invoices: 4 });
    expect(await paymentTables()).toMatch(PERSONAL);
    const exported = await import('../../../src/payments/invoices/invoices.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    expect(JSON.stringify(await exported.invoicesHolder.export(world.app.get(Database).alone, buyerId))).toMatch(/"billingDetails".*Unmistakable Lane.*"invoices".*TEST-VV-/);
    expect(await (await buyer()).post('/api/account/deletion', { now: true })).toMatchObject({ status: 200 });
    await world.settle();
    expect(await world.database.query('select from accounts.account where id = $1', [buyerId])).toEqual([]);
    expect(await one(`select (select count(*) from payments.purchase)::int as purchases, (select count(*) from payments.payment)::int as payments, (select count(*) from payments.invoice)::int as invoices`)).toEqual(before);
    const kept = await paymentTables();
    expect(kept).not.toMatch(PERSONAL);
    expect(kept).not.toContain(buyerId);
    expect(await exported.invoicesHolder.remaining(world.app.get(Database).alone, buyerId)).toEqual([]);
  });

  it('[MP22] are there until the seven years are over, read by nobody from that second on, and gone after the sweep; their numbers are not given again', async () => {
    const { last, first, day } = await one<{ last: Date; first: Date; day: string }>(
      `select max(ends) as last, min(ends) as first, (select min((issued_at at time zone 'utc')::date)::text from payments.invoice) as day
       from (select expires_at as ends from payments.invoice union all select expires_at from payments.purchase) every`);
    expect(await one(`select bool_and(expires_at = date_trunc('milliseconds', issued_at) + interval '7 years') as seven from payments.invoice`)).toEqual({ seven: true });
    await world.database.query(`update clock.shift set by = $1::timestamptz - interval '20 seconds' - now()`, [first]);
    expect((await csvOf(day)).trimEnd().split('\r\n').length).toBeGreaterThan(1);
    await world.database.query(`update clock.shift set by = $1::timestamptz + interval '1 second' - now()`, [last]);
    expect((await csvOf(day)).trimEnd().split('\r\n')).toHaveLength(1);
    expect(await dayOf(day)).toBeUndefined();
    expect(await world.database.query('select from payments.invoice')).toHaveLength(4);
    // The night after their records have gone, customers who are nobody go.
    await toTheNight();
    await toTheNight();
    expect(await one(
      `select (select count(*) from payments.purchase)::int as purchases, (select count(*) from payments.payment)::int as payments, (select count(*) from payments.invoice)::int as invoices,
         (select count(*) from payments.money_back)::int as back, (select count(*) from payments.customer where account_id is null)::int as nobodies`),
    ).toEqual({ purchases: 0, payments: 0, invoices: 0, back: 0, nobodies: 0 });
    expect(await world.database.query('select last from payments.invoice_series order by series')).toEqual([{ last: 3 }, { last: 1 }]);
  });
});
