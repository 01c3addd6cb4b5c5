import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type Payer, type Unit } from '../../src/payments/index.js';
import { type TestDatabase } from './database.js';
import { type World } from './world.js';

type Rows = Pick<TestDatabase, 'query'>;

const NOTHING = { credits: {}, premiumVoice: false, seats: 0, lasts: null };

/** Writes a purchase that was paid with play money, and gives the ids of it and of its payment. */
export async function paidPurchase({ query }: Rows, customerId: string, { amountMinor = 900, terms = NOTHING, kind = 'pack', product = 'ten-interviews' }: { amountMinor?: number; terms?: object; kind?: 'pack' | 'plan'; product?: string } = {}): Promise<{ purchaseId: string; paymentId: string }> {
  const [purchaseId, paymentId] = [randomUUID(), randomUUID()];
  await query(
    `with bought as (
       insert into payments.purchase (id, customer_id, request_key, product, title, kind, quantity, terms, currency, amount_minor, gateway, mode, state, closes_at, paid_at, expires_at)
       values ($1, $3, $1, $6, 'Something', $7, 1, $5, 'USD', $4, 'built_in', 'test', 'paid', clock.now() + interval '2 hours', clock.now(), clock.now() + interval '7 years') returning id)
     insert into payments.payment (id, gateway, reference, mode, purchase_id, customer_id, currency, amount_minor, state, captured_at, granted_at, expires_at)
     select $2::uuid, 'built_in', $2::uuid::text, 'test', id, $3, 'USD', $4, 'captured', clock.now(), clock.now(), clock.now() + interval '7 years' from bought`,
    [purchaseId, paymentId, customerId, amountMinor, JSON.stringify(terms), product, kind],
  );
  return { purchaseId, paymentId };
}

/** Writes a plan that was paid for a month just now, without the credits that come with it. */
export async function paidPlan(rows: Rows, customerId: string, { terms = { ...NOTHING, premiumVoice: true, lasts: 'P1M' }, product = 'practice-monthly' }: { terms?: object; product?: string } = {}): Promise<{ subscriptionId: string; paymentId: string; from: Date; until: Date }> {
  const { purchaseId, paymentId } = await paidPurchase(rows, customerId, { amountMinor: 1200, terms, kind: 'plan', product });
  const subscriptionId = randomUUID();
  const [turn] = await rows.query<{ from: Date; until: Date }>(
    `with begun as (
       insert into payments.subscription (id, purchase_id, customer_id, gateway, mode, reference, state, current_until, expires_at)
       values ($1::uuid, $2, $3, 'built_in', 'test', $1::uuid::text, 'active', clock.now() + interval '1 month', clock.now() + interval '7 years') returning id, current_until)
     update payments.payment p set subscription_id = begun.id, period_start = clock.now(), period_end = begun.current_until from begun where p.id = $4 returning period_start as "from", period_end as until`,
    [subscriptionId, purchaseId, customerId, paymentId],
  );
  if (!turn) throw new Error('The plan was not stored');
  return { subscriptionId, paymentId, ...turn };
}

/** Gives whoever has this address a plan with the natural voice, in a product that runs by itself. */
export async function planAt(ownerUrl: string, email: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const customerId = randomUUID();
    await client.query('insert into payments.customer (id, account_id) select $1, id from auth."user" where email = $2', [customerId, email]);
    await paidPlan({ query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) => (await client.query<Row>(sql, [...parameters])).rows }, customerId);
  } finally {
    await client.end();
  }
}

/** Gives a candidate, or an organisation, a plan of the policy that is paid for a month, as if it had been bought just now. */
export async function withPlan(world: World, payer: string | Payer, productId = 'practice-monthly'): Promise<{ subscriptionId: string; paymentId: string }> {
  const { Customers } = await import('../../src/payments/entitlements/customers.js');
  const { Lots } = await import('../../src/payments/entitlements/lots.js');
  const { termsOf } = await import('../../src/payments/terms.js');
  const { Database } = await import('../../src/platform/db/index.js');
  const { Policy } = await import('../../src/platform/policy/index.js');
  const product = world.app.get(Policy).values.sold.products.find(({ id }) => id === productId);
  if (!product) throw new Error(`The policy sells no ${productId}`);
  const terms = termsOf(product, 1);
  const db = world.app.get(Database);
  const customerId = await db.transaction((tx) => world.app.get(Customers).get(tx, typeof payer === 'string' ? { accountId: payer } : payer));
  const { subscriptionId, paymentId, from, until } = await paidPlan(world.database, customerId, { terms, product: productId });
  await db.transaction((tx) => world.app.get(Lots).grant(tx, { paymentId, customerId, source: 'plan', terms, from, until }));
  return { subscriptionId, paymentId };
}

/** Gives somebody credits, as the operator can. */
export async function withCredits(world: World, payer: Payer, unit: Unit, count: number): Promise<void> {
  const { Entitlements } = await import('../../src/payments/index.js');
  const { Database } = await import('../../src/platform/db/index.js');
  await world.app.get(Database).transaction((tx) => world.app.get(Entitlements).give(tx, payer, unit, count, { because: 'for a test' }));
}

/** Beside what somebody bought, the rows that come of less happy ways: a refund, money that went back, a payment set apart, a day that was compared. */
export async function badLuckWith({ query }: Rows, accountId: string): Promise<void> {
  const [paid] = await query<{ paymentId: string; purchaseId: string; reference: string }>(
    `select p.id as "paymentId", p.purchase_id as "purchaseId", p.reference from payments.payment p join payments.customer c on c.id = p.customer_id where c.account_id = $1`, [accountId]);
  if (!paid) throw new Error('Nothing was paid yet');
  await query(
    `insert into payments.refund (id, payment_id, gateway, payment_reference, currency, paid_minor, amount_minor, reason, says, state, done_at, expires_at)
     values ($1, $2, 'built_in', $3, 'USD', 1200, 100, 'goodwill', 'It took long.', 'done', clock.now(), clock.now() + interval '7 years')`, [randomUUID(), paid.paymentId, paid.reference]);
  await query(`insert into payments.money_back (id, payment_id, amount_minor, expires_at) values ($1, $2, 100, clock.now() + interval '7 years')`, [randomUUID(), paid.paymentId]);
  await query(`insert into payments.quarantine (id, gateway, reference, reason, purchase_id, expires_at) values ($1, 'built_in', $1::uuid::text, 'amount', $2, clock.now() + interval '7 years')`, [randomUUID(), paid.purchaseId]);
  await query(
    `insert into payments.reconciliation (day, gateway, currency, ours, ours_minor, theirs_minor, unanswered, expires_at) values (clock.now()::date, 'built_in', 'USD', 1, 1200, 1200, 0, clock.now() + interval '7 years')`);
}
