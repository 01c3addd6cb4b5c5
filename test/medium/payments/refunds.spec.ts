import { randomUUID } from 'node:crypto';
import { StripeDouble } from '../../support/gateways/stripe-double.js';
import { mailTo } from '../../support/mails.js';
import { type Answer } from '../../support/visitor.js';
import { type Bought, type Person, Shop } from './shop.js';

interface Refund { readonly id: string; readonly state: string; readonly reason: string; readonly isOwn: boolean; readonly because: string | null; readonly amount: { amount: string } }
interface Found { readonly id: string; readonly state: string; readonly refunded: object; readonly refundable: { amount: string }; readonly refunds: Refund[]; readonly invoices: { kind: string; number: string }[]; readonly history: { says: string }[] }

describe('giving money back', () => {
  let shop: Shop;
  let stripe: StripeDouble;
  let olga: Person;
  let omar: Person;
  beforeAll(async () => {
    stripe = await StripeDouble.start();
    shop = await Shop.open(stripe);
    olga = await shop.operator();
  });
  afterAll(() => shop.close());

  const find = async (reference: string, who = olga): Promise<Found[]> => ((await who.visitor.get(`/api/operator/payments/found?reference=${encodeURIComponent(reference)}`)).body as { payments: Found[] }).payments;
  const ask = (id: string, amount: string, more: object = {}, who = olga): Promise<Answer> => who.visitor.post(`/api/operator/payments/payments/${id}/refunds`, { amount, reason: 'unwanted', says: 'She wrote to us.', ...more });
  const stateOf = async (id: string): Promise<string> => (await shop.world.database.query<{ state: string }>('select state from payments.refund where id = $1', [id]))[0]!.state;
  const sold = async (more: object = {}): Promise<{ ada: Person; purchase: string; atStripe: string; id: string }> => {
    const ada = await shop.buyer();
    const { id: purchase, payment } = await shop.paid(ada, stripe, 'ten-interviews', more);
    const [found] = await find(payment);
    return { ada, purchase, atStripe: payment, id: found!.id };
  };
  const again = (): Promise<unknown> => shop.world.database.query(`update jobs.outbox set run_at = clock.now() where name in ('payments.send-refund', 'payments.look') and status = 'waiting'`);

  it('says plainly that nobody else could approve, to an operator who is alone', async () => {
    expect((await olga.visitor.get('/api/operator/payments/refunds')).body).toMatchObject({ isAlone: true });
    omar = await shop.operator();
    expect((await olga.visitor.get('/api/operator/payments/refunds')).body).toMatchObject({ isAlone: false });
  });

  it('sends it to the gateway once, takes back what was not used, and tells the buyer', async () => {
    const { ada, purchase, atStripe, id } = await sold();
    const before = stripe.done.refunds;
    const { status, body } = await ask(id, '4.50');
    expect([status, body]).toEqual([201, expect.objectContaining({ state: 'approved', reason: 'unwanted', isOwn: true, amount: { amount: '4.50', currency: 'USD' } })]);
    await shop.world.settle();
    await shop.look(purchase);
    expect([await stateOf((body as Refund).id), stripe.done.refunds - before, await shop.bought(ada)]).toEqual(['done', 1, 5]);
    expect((await mailTo(shop.world, ada.email, /money back/)).text).toContain('US$4.50');
    const [found] = await find(purchase);
    expect(found).toMatchObject({ state: 'captured', refunded: { amount: '4.50' }, refundable: { amount: '4.50' } });
    expect(found!.history.map(({ says }) => says)).toEqual(expect.arrayContaining(['Ordered', 'US$9.00 came', 'US$4.50 went back']));
    expect((await shop.historyOf(ada)).map(({ kind, price, invoice }) => [kind, price.amount, invoice?.kind])).toEqual([['refund', '4.50', 'credit_note'], ['payment', '9.00', 'invoice']]);
    const invoice = found!.invoices.find(({ kind }) => kind === 'invoice')!;
    for (const reference of [invoice.number, atStripe, await shop.pageOf(purchase), id]) expect((await find(reference)).map((payment) => payment.id)).toEqual([id]);
    expect(await find('pi_nobody')).toEqual([]);
  });

  it('gives back no more than was paid, and only what is an amount', async () => {
    const { id } = await sold();
    const said = async (amount: string): Promise<unknown[]> => { const { status, body } = await ask(id, amount); return [amount, status, (body as { code: string }).code]; };
    expect(await said('9.01')).toEqual(['9.01', 422, 'payments.more_than_paid']);
    for (const amount of ['0', '1.005', '-1', '1e1', '']) expect(await said(amount)).toEqual([amount, 422, 'payments.not_an_amount']);
  });

  it('is made once for one reason, and never for more than was paid, however many ask at once', async () => {
    const { id, purchase } = await sold();
    const before = stripe.done.refunds;
    const same = await Promise.all([1, 2, 3].map(() => ask(id, '2.00')));
    expect(same.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const others = await Promise.all(['duplicate', 'goodwill', 'fraud', 'law'].map((reason) => ask(id, '3.00', { reason })));
    expect(others.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422]);
    await shop.world.settle();
    await shop.look(purchase);
    expect([stripe.done.refunds - before, (await find(id))[0]!.refundable.amount]).toEqual([3, '1.00']);
    expect((await ask(id, '1.01', { reason: 'not_delivered' })).body).toMatchObject({ code: 'payments.more_than_paid' });
  });

  it('waits for a second operator above the limit, who is not the one who asked, and counts small pieces together', async () => {
    const { id, purchase } = await sold({ quantity: 12 });
    const before = stripe.done.refunds;
    expect((await ask(id, '60.00')).body).toMatchObject({ state: 'approved' });
    const large = (await ask(id, '40.01', { reason: 'goodwill' })).body as Refund;
    expect(large.state).toBe('waiting');
    await shop.world.settle();
    expect([await stateOf(large.id), stripe.done.refunds - before]).toEqual(['waiting', 1]);
    expect((await omar.visitor.get('/api/notes')).text).toContain('A refund waits for a second person');
    const approve = (who: Person) => who.visitor.post(`/api/operator/payments/refunds/${large.id}/approval`);
    const own = await approve(olga);
    expect([own.status, own.body]).toEqual([403, expect.objectContaining({ code: 'payments.second_person_needed' })]);
    expect((await omar.visitor.get('/api/operator/payments/refunds')).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id: large.id, isOwn: false })]) });
    const answers = await Promise.all([approve(omar), approve(omar)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await shop.world.settle();
    await shop.look(purchase);
    expect([await stateOf(large.id), stripe.done.refunds - before]).toEqual(['done', 2]);
  });

  it('is not made when it was refused, and may be asked for anew', async () => {
    const { id } = await sold({ quantity: 12 });
    const { id: refund } = (await ask(id, '108.00')).body as Refund;
    expect((await omar.visitor.post(`/api/operator/payments/refunds/${refund}/refusal`, { says: 'They used it all.' })).body).toMatchObject({ state: 'refused' });
    expect((await omar.visitor.post(`/api/operator/payments/refunds/${refund}/approval`)).status).toBe(409);
    expect((await olga.visitor.get('/api/notes')).text).toContain('They used it all.');
    expect((await ask(id, '9.00')).body).toMatchObject({ state: 'approved' });
  });

  it('is one refund at the gateway when the answer is lost, and nobody else’s when the news of it comes first', async () => {
    const { id, purchase, ada } = await sold();
    const before = stripe.done.refunds;
    for (let times = 0; times < 3; times += 1) stripe.troubleWriting('lost_reply');
    const { id: refund } = (await ask(id, '9.00')).body as Refund;
    await shop.world.settle();
    expect([await stateOf(refund), stripe.done.refunds - before]).toEqual(['approved', 1]);
    await shop.look(purchase);
    expect((await find(id))[0]!.refunds).toHaveLength(1);
    await again();
    await shop.world.settle();
    expect([await stateOf(refund), stripe.done.refunds - before, await shop.bought(ada)]).toEqual(['done', 1, 0]);
  });

  it('is told to the operators when the gateway does not make it, and can be asked for again', async () => {
    const { id, atStripe } = await sold();
    const [other] = await shop.world.database.query<{ reference: string }>(`update payments.payment set reference = 'pi_unknown' where id = $1 returning reference`, [id]);
    const { id: refund } = (await ask(id, '1.00')).body as Refund;
    await shop.world.settle();
    expect([other!.reference, await stateOf(refund)]).toEqual(['pi_unknown', 'failed']);
    for (const { email } of [olga, omar]) expect((await mailTo(shop.world, email, /did not go through/)).text).toContain('pi_unknown');
    await shop.world.database.query('update payments.payment set reference = $2 where id = $1', [id, atStripe]);
    expect((await ask(id, '1.00')).status).toBe(201);
  });

  it('is told to them, too, when nobody knows what became of it: after twenty hours without an answer, or two weeks on its way', async () => {
    const { id } = await sold();
    const before = stripe.done.refunds;
    stripe.trouble('away', 3);
    const { id: refund } = (await ask(id, '1.00')).body as Refund;
    await shop.world.settle();
    await shop.world.database.query(`update payments.refund set tried_at = clock.now() - interval '20 hours 1 second' where id = $1`, [refund]);
    await again();
    await shop.world.settle();
    expect([await stateOf(refund), stripe.done.refunds - before]).toEqual(['failed', 0]);
    const { id: late } = (await ask(id, '2.00')).body as Refund;
    await shop.world.settle();
    await shop.world.database.query(`update payments.refund set state = 'sent', done_at = null, look_at = clock.now() + interval '4 hours', tried_at = clock.now() - interval '14 days 1 second' where id = $1`, [late]);
    await shop.world.database.moveClock('1 minute');
    await shop.world.settle();
    expect([await stateOf(late), (await mailTo(shop.world, olga.email, /did not go through/)).text]).toEqual(['failed', expect.stringContaining('two weeks ago')]);
  });

  it('shows what was given back at the gateway’s own desk', async () => {
    const { ada, id, purchase, atStripe } = await sold();
    await stripe.refund(atStripe, 300n);
    await shop.look(purchase);
    await shop.look(purchase);
    expect((await find(id))[0]).toMatchObject({ refundable: { amount: '6.00' }, refunds: [{ reason: 'at_gateway', state: 'done', amount: { amount: '3.00' } }] });
    expect(await shop.bought(ada)).toBe(7);
  });

  it('gives back a payment that fits no order, and gave nothing for it', async () => {
    const ada = await shop.buyer();
    const { id } = (await shop.buy(ada)).body as Bought;
    await stripe.pay(await shop.pageOf(id), 'paid', 899n);
    await shop.look(id);
    const [apart] = await shop.world.database.query<{ id: string }>('select id from payments.quarantine where purchase_id = $1', [id]);
    const askFor = (amount: string) => olga.visitor.post(`/api/operator/payments/quarantine/${apart!.id}/refunds`, { amount, reason: 'does_not_fit', says: 'One cent less.' });
    expect((await askFor('9.00')).body).toMatchObject({ code: 'payments.more_than_paid' });
    const before = stripe.done.refunds;
    const { id: refund } = (await askFor('8.99')).body as Refund;
    await shop.world.settle();
    expect([await stateOf(refund), stripe.done.refunds - before, await shop.bought(ada)]).toEqual(['done', 1, 0]);
    expect((await mailTo(shop.world, ada.email, /money back/)).text).toContain('did not fit what was ordered');
    expect((await askFor('0.01')).status).toBe(422);
    await olga.visitor.post(`/api/operator/payments/quarantine/${apart!.id}/resolution`, { note: 'Ada paid one cent less, and has it back.' });
    const { refundsHolder } = await import('../../../src/payments/refunds/refunds.personal-data.js');
    const { settlementHolder } = await import('../../../src/payments/settlement/settlement.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const db = shop.world.app.get(Database);
    expect(await refundsHolder.export(db.alone, ada.accountId)).toMatchObject({ refunds: [{ amountInMinorUnits: '899', reason: 'does_not_fit', state: 'done' }] });
    for (const holder of [refundsHolder, settlementHolder]) await db.transaction((tx) => holder.erase(tx, ada.accountId));
    expect(await shop.world.database.query('select r.says, r.reason, q.note from payments.refund r join payments.quarantine q on q.id = r.quarantine_id where r.id = $1', [refund])).toEqual([{ says: null, reason: 'does_not_fit', note: 'Deleted with the account.' }]);
  });

  it('waits while the buyer disputes the payment at their bank, and is not made when they have their money from there', async () => {
    const { id, purchase, atStripe } = await sold({ quantity: 12 });
    const before = stripe.done.refunds;
    const { id: large } = (await ask(id, '100.01')).body as Refund;
    const approve = () => omar.visitor.post(`/api/operator/payments/refunds/${large}/approval`);
    await stripe.dispute(atStripe, 'open');
    await shop.look(purchase);
    for (const answer of [await ask(id, '1.00', { reason: 'goodwill' }), await approve()]) expect([answer.status, answer.body]).toEqual([409, expect.objectContaining({ code: 'payments.disputed' })]);
    expect((await find(id))[0]!.refundable.amount).toBe('0.00');
    await stripe.dispute(atStripe, 'won');
    await shop.look(purchase);
    expect((await approve()).status).toBe(200);
    await shop.world.settle();
    expect(stripe.done.refunds - before).toBe(1);
  });

  it('is nobody’s but an operator’s, and each step is in the audit log', async () => {
    const { ada, id } = await sold();
    expect((await ask(id, '1.00', {}, ada)).status).toBe(403);
    expect((await ask(randomUUID(), '1.00')).status).toBe(404);
    const { id: refund } = (await ask(id, '1.00')).body as Refund;
    const entries = await shop.world.database.query<{ action: string; detail: object }>('select action, detail from audit.entry where subject_id = any ($1) order by sequence', [[refund, id]]);
    expect(entries.map(({ action }) => action)).toEqual(['payments.payment_read', 'payments.refund_asked']);
    expect(JSON.stringify(entries)).not.toContain('She wrote');
  });
});
