import { deliver, type GatewayDouble } from '../../support/gateways/double.js';
import { PaddleDouble } from '../../support/gateways/paddle-double.js';
import { paddlePerson } from '../../support/gateways/paddle-records.js';
import { PaystackDouble } from '../../support/gateways/paystack-double.js';
import { paystackPerson } from '../../support/gateways/paystack-records.js';
import { type Bought, type Person, Shop } from './shop.js';

interface Payment { readonly product: string; readonly kind: string; readonly amount: string; readonly currency: string; readonly granted: boolean; readonly invoices: number }

describe('selling through Paystack, and through Paddle in its name', () => {
  let shop: Shop;
  let paddle: PaddleDouble;
  let paystack: PaystackDouble;
  /** All that the gateways sent us. */
  let said = '';

  beforeAll(async () => {
    [paddle, paystack] = await Promise.all([PaddleDouble.start(), PaystackDouble.start()]);
    shop = await Shop.openWith('{ NGN: paystack, others: paddle }', paddle, paystack);
  });
  afterAll(() => shop.close());

  /** Pays at the gateway's page; all we hear of it is its webhooks, each of them twice and in no order. */
  const bought = async (person: Person, gateway: GatewayDouble, product: string, currency: string): Promise<{ id: string; payment: string }> => {
    const { id } = (await shop.buy(person, product, { currency })).body as Bought;
    const payment = await gateway.pay(await shop.pageOf(id));
    await told(gateway);
    expect(await shop.stateOf(person, id)).toBe('paid');
    return { id, payment };
  };
  const told = async (gateway: GatewayDouble): Promise<void> => {
    const webhooks = gateway.webhooks();
    said += webhooks.map(({ body }) => body).join('\n');
    const answers = await deliver(`${shop.world.url}/api/webhooks/${gateway === paddle ? 'paddle' : 'paystack'}`, webhooks, { times: 2 });
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await shop.world.settle();
  };
  const paymentsOf = ({ accountId }: Person): Promise<Payment[]> => shop.world.database.query<Payment>(
    `select product, kind, payment.amount_minor::text as amount, payment.currency, granted_at is not null as granted, (select count(*)::int from payments.invoice where payment_id = payment.id) as invoices
     from payments.payment join payments.purchase on purchase.id = payment.purchase_id where account_id = $1 order by payment.id`, [accountId]);
  const planOf = async ({ visitor }: Person): Promise<{ id: string; state: string; endsAtPeriodEnd: boolean }> => {
    const [plan] = ((await visitor.get('/api/billing')).body as { plans: { id: string; state: string; endsAtPeriodEnd: boolean }[] }).plans;
    if (plan === undefined) throw new Error('There is no plan');
    return plan;
  };
  const referenceOf = async ({ id }: { id: string }): Promise<string> => (await shop.world.database.query<{ reference: string }>('select reference from payments.subscription where id = $1', [id]))[0]?.reference ?? '';

  it('[MP04] keeps the day, the amount and the product of what Paddle sold, and no name, address or card, and writes no invoice', async () => {
    const ada = await shop.buyer();
    const pack = await bought(ada, paddle, 'ten-interviews', 'USD');
    const { payment } = await bought(ada, paddle, 'practice-monthly', 'EUR');
    const plan = await planOf(ada);
    await paddle.renew(await referenceOf(plan));
    await paddle.refund(pack.payment, 450n);
    await paddle.dispute(payment, 'open');
    await told(paddle);

    expect(await paymentsOf(ada)).toEqual([
      { product: 'ten-interviews', kind: 'pack', amount: '900', currency: 'USD', granted: true, invoices: 0 },
      ...[1, 2].map(() => ({ product: 'practice-monthly', kind: 'plan', amount: '1200', currency: 'EUR', granted: true, invoices: 0 })),
    ]);
    const everything = await textOf('payments');
    expect(everything).toContain(payment);
    expect(among(said, Object.values(paddlePerson))).toEqual(Object.values(paddlePerson));
    expect(among(everything, [...Object.values(paddlePerson), ada.email])).toEqual([]);
    expect(paddle.heard.join('\n')).not.toContain(ada.email);
    expect(paddle.heard.join('\n')).not.toContain('Ada Example');
    // Nor does anybody else here learn who that is.
    const elsewhere = await textOf(null);
    expect(among(elsewhere, [paddlePerson.name, paddlePerson.email, paddlePerson.street, paddlePerson.holder, paddlePerson.taxNumber])).toEqual([]);
  });

  it('[MR08] sells a pack and a plan through Paystack, and keeps reference, amount and product of them alone', async () => {
    const ada = await shop.buyer();
    const pack = await bought(ada, paystack, 'ten-interviews', 'NGN');
    await bought(ada, paystack, 'practice-monthly', 'NGN');
    const plan = await planOf(ada);
    expect(plan.state).toBe('active');
    expect(await shop.bought(ada)).toBeGreaterThanOrEqual(70);
    await paystack.renew(await referenceOf(plan));
    await paystack.refund(pack.payment, 450_000n);
    await told(paystack);

    expect(await paymentsOf(ada)).toMatchObject([
      { product: 'ten-interviews', kind: 'pack', amount: '900000', currency: 'NGN', granted: true, invoices: 2 },
      ...[1, 2].map(() => ({ product: 'practice-monthly', kind: 'plan', amount: '1200000', currency: 'NGN', granted: true, invoices: 1 })),
    ]);
    const everything = await textOf('payments');
    expect(everything).toContain('practice-monthly');
    expect(among(said, [...Object.values(paystackPerson), ada.email])).toEqual([...Object.values(paystackPerson), ada.email]);
    expect(among(everything, [...Object.values(paystackPerson), ada.email])).toEqual([]);
    // It takes nothing without an address, and that is all it was told.
    expect(paystack.heard.join('\n')).not.toContain('Ada Example');
  });

  it('ends a plan of either with its turn, when its owner says so', async () => {
    for (const [gateway, currency] of [[paddle, 'USD'], [paystack, 'NGN']] as const) {
      const ada = await shop.buyer();
      await bought(ada, gateway, 'practice-monthly', currency);
      const plan = await planOf(ada);
      const before = gateway.done.cancellations;
      const answers = [await ada.visitor.post(`/api/billing/plans/${plan.id}/cancellation`, {}), await ada.visitor.post(`/api/billing/plans/${plan.id}/cancellation`, {})];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      await told(gateway);
      expect(await planOf(ada)).toMatchObject({ id: plan.id, state: 'active', endsAtPeriodEnd: true });
      expect(gateway.done.cancellations - before).toBe(1);
    }
  });

  it('gives nothing for less than the price, and has somebody look at it', async () => {
    for (const [gateway, currency, less] of [[paddle, 'USD', 899n], [paystack, 'NGN', 899_999n]] as const) {
      const ada = await shop.buyer();
      const { id } = (await shop.buy(ada, 'ten-interviews', { currency })).body as Bought;
      const payment = await gateway.pay(await shop.pageOf(id), 'paid', less);
      await told(gateway);
      expect(await shop.stateOf(ada, id)).not.toBe('paid');
      expect(await shop.world.database.query('select reason, said_minor::text as said from payments.quarantine where reference = $1', [payment])).toEqual([{ reason: 'amount', said: String(less) }]);
    }
  });

  /** Which of them stand in a text, as words of their own: four digits are within many a hash. */
  const among = (text: string, personal: readonly string[]): string[] => personal.filter((one) => new RegExp(`(?<![0-9A-Za-z])${one.replaceAll(/[.+*?]/g, '\\$&')}(?![0-9A-Za-z])`).test(text));

  /** All that stands in the tables of a schema, or of all of them, without ids and times, whose digits may be any. */
  async function textOf(schema: string | null): Promise<string> {
    const tables = await shop.world.database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1 or ($1 is null and schemaname not in ('pg_catalog', 'information_schema'))`, [schema]);
    const rows = await shop.world.database.query<{ all: string }>(`select string_agg(row, E'\\n') as all from (${tables.map(({ name }) => `select t::text as row from ${name} as t`).join(' union all ')}) as every`);
    return (rows[0]?.all ?? '').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…').replaceAll(/\d{4}-\d\d-\d\d[ T][\d:.]+/g, '…');
  }
});
