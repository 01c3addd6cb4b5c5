import { randomUUID } from 'node:crypto';
import { InterviewsWorker } from '../../../src/interviews/interviews.worker.js';
import { AllowanceSweep } from '../../../src/payments/entitlements/allowance-sweep.js';
import { Customers } from '../../../src/payments/entitlements/customers.js';
import { entitlementsHolder } from '../../../src/payments/entitlements/entitlements.personal-data.js';
import { Entitlements } from '../../../src/payments/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { handedIn, publishedTemplate } from '../../support/invited.js';
import { paidPlan, withCredits, withPlan } from '../../support/payments.js';
import { personWith, signedIn } from '../../support/people.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

const GIBBERISH = 'xqzt bfgh plkj wrtv zzxc qqww mnbv hjkl vbnm trew qsxz plmn kjhg xcvb';
const GOOD = 'Last March our checkout failed for one customer in fifty. I read the logs and compared the failing requests with the good ones. All of them came from one server, so I took it out, wrote a test and fixed the lock.';

interface Standing { interviews: { left: number; free: { left: number; of: number; until: string }; bought: number }; premiumVoice: boolean }
interface Person { visitor: Visitor; accountId: string }

describe('what somebody may do without paying, and with what they paid', () => {
  let world: World;

  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  const somebody = async (): Promise<Person> => {
    const accountId = await personWith(world, { email: `${randomUUID()}@example.com` });
    return signIn(accountId);
  };
  const signIn = async (accountId: string): Promise<Person> => {
    const visitor = world.visitor();
    visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
    return { visitor, accountId };
  };
  const standing = async ({ visitor }: Person): Promise<Standing> => (await visitor.get('/api/billing/standing')).body as Standing;
  const left = async (person: Person): Promise<number> => (await standing(person)).interviews.left;
  const begin = ({ visitor }: Person) => visitor.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 });
  const begun = async (person: Person): Promise<string> => ((await begin(person)).body as { id: string }).id;
  const handIn = async ({ visitor }: Person, id: string, text: string): Promise<void> => {
    await visitor.send('PUT', `/api/interviews/${id}/answers/1`, JSON.stringify({ text, baseRevision: 0 }), { 'content-type': 'application/json' });
    expect((await visitor.post(`/api/interviews/${id}/submission`)).status).toBeLessThan(300);
  };
  const stateOf = async (id: string): Promise<string | undefined> => (await world.database.query<{ state: string }>('select state from interviews.interview where id = $1', [id]))[0]?.state;
  const linesOf = (accountId: string) => world.database.query<{ kind: string; thing: string | null; because: string | null }>(
    'select e.kind, e.thing, e.because from payments.entry e join payments.lot l on l.id = e.lot_id join payments.customer c on c.id = l.customer_id where c.account_id = $1 order by e.id', [accountId]);
  /** As if the policy gave so many free interviews a month, until what comes back is called. */
  const withFree = (interviewsPerMonth: number): (() => void) => {
    const { free } = world.app.get(Policy).values.sold;
    const before = { ...free };
    Object.assign(free, { interviewsPerMonth });
    return () => Object.assign(free, before);
  };

  it('[MR12] starts a practice interview for one credit, none at all when nothing is left, and again with the next month', async () => {
    const back = withFree(1);
    try {
      const me = await somebody();
      expect(await standing(me)).toMatchObject({ interviews: { left: 1, free: { left: 1, of: 1 }, bought: 0 }, premiumVoice: false });
      const id = await begun(me);
      expect(await left(me)).toBe(0);
      expect(await begin(me)).toMatchObject({ status: 402, body: { code: 'payments.nothing_left', detail: expect.stringContaining('You have no practice interviews left') } });
      expect(await world.database.query('select id from interviews.interview where candidate_id = $1', [me.accountId])).toEqual([{ id }]);
      await withCredits(world, me, 'interview', 1);
      expect(await standing(me)).toMatchObject({ interviews: { left: 1, bought: 1 } });
      expect((await begin(me)).status).toBe(201);
      expect((await begin(me)).status).toBe(402);
      await world.database.moveClock('31 days');
      const later = await signIn(me.accountId);
      expect(await left(later)).toBe(1);
      expect((await begin(later)).status).toBe(201);
    } finally {
      back();
    }
  });

  it('[MR01] gives whoever has never paid anything an interview from the first question to the report, and asks for nothing in return', async () => {
    const me = await somebody();
    const { body: { id, questions } } = await begin(me) as { body: { id: string; questions: { position: number }[] } };
    for (const { position } of questions) await me.visitor.put(`/api/interviews/${id}/answers/${position}`, { text: GOOD, baseRevision: 0 });
    expect((await me.visitor.post(`/api/interviews/${id}/submission`)).status).toBeLessThan(300);
    await world.settle();
    expect((await me.visitor.get(`/api/interviews/${id}/report`)).body).toMatchObject({ overall: { shown: expect.any(String) } });
    expect(await linesOf(me.accountId)).toEqual([{ kind: 'granted', thing: null, because: null }, { kind: 'used', thing: id, because: null }]);
    expect(await world.database.query('select from payments.purchase p join payments.customer c on c.id = p.customer_id where c.account_id = $1', [me.accountId])).toEqual([]);
  });

  it('takes nothing from somebody who is invited to an interview', async () => {
    const { organisationId } = await world.recruiter();
    const { accountId } = await handedIn(world, await publishedTemplate(world, organisationId));
    expect(await linesOf(accountId)).toEqual([]);
  });

  it('gives a credit back when nobody can judge the interview for a reason that is ours, once, and judges it for nothing when it is asked again', async () => {
    const me = await somebody();
    const id = await begun(me);
    await world.database.query(`update interviews.question set question_id = 'left-the-bank' where interview_id = $1 and position = 1`, [id]);
    await handIn(me, id, GOOD);
    expect(await left(me)).toBe(29);
    await world.settle();
    expect(await stateOf(id)).toBe('not_scored');
    expect(await left(me)).toBe(30);
    expect((await linesOf(me.accountId)).map(({ kind, thing }) => [kind, thing])).toEqual([['granted', null], ['used', id], ['returned', id]]);
    expect((await me.visitor.post(`/api/interviews/${id}/scoring`)).status).toBeLessThan(300);
    await world.settle();
    expect(await stateOf(id)).toBe('not_scored');
    expect(await left(me)).toBe(30);
  });

  it('gives nothing back for an answer that nobody could read, nor for an interview that its owner deletes', async () => {
    const me = await somebody();
    const [unreadable, deleted] = [await begun(me), await begun(me)];
    await handIn(me, unreadable, GIBBERISH);
    await world.settle();
    expect(await stateOf(unreadable)).toBe('not_scored');
    expect((await me.visitor.delete(`/api/interviews/${deleted}`)).status).toBe(204);
    expect(await left(me)).toBe(28);
  });

  it('gives a credit back when an interview ends that was never judged', async () => {
    const me = await somebody();
    const [waiting, unfinished] = [await begun(me), await begun(me)];
    await handIn(me, waiting, GOOD);
    await world.database.query('update interviews.interview set expires_at = clock.now() where id = any($1)', [[waiting, unfinished]]);
    await world.app.get(InterviewsWorker).expire();
    expect([await stateOf(waiting), await stateOf(unfinished)]).toEqual([undefined, undefined]);
    expect((await linesOf(me.accountId)).filter(({ kind }) => kind === 'returned')).toEqual([{ kind: 'returned', thing: waiting, because: 'never_judged' }]);
  });

  it('[MR12] gives what a plan gives for as long as it lives: through its grace, to its paid end, and not when its money went back', async () => {
    const me = await somebody();
    const { subscriptionId, paymentId } = await withPlan(world, me.accountId);
    expect(await standing(me)).toMatchObject({ interviews: { left: 90, free: { left: 30 }, bought: 60 }, premiumVoice: true });
    const becomes = (sets: string) => world.database.query(`update payments.subscription set ${sets} where id = $1`, [subscriptionId]);
    const hasVoice = async (): Promise<boolean> => (await standing(me)).premiumVoice;
    await becomes(`state = 'past_due', past_due_since = clock.now() - interval '6 days 23 hours', current_until = clock.now() - interval '7 days'`);
    expect(await hasVoice()).toBe(true);
    await becomes(`past_due_since = clock.now() - interval '7 days 1 second'`);
    expect(await hasVoice()).toBe(false);
    await becomes(`state = 'ended', past_due_since = null, ended_at = clock.now(), current_until = clock.now() + interval '1 hour'`);
    expect(await hasVoice()).toBe(true);
    await becomes('current_until = clock.now()');
    expect(await hasVoice()).toBe(false);
    await becomes(`state = 'active', ended_at = null`);
    expect(await hasVoice()).toBe(true);
    await world.database.query('update payments.payment set refunded_minor = amount_minor where id = $1', [paymentId]);
    expect(await hasVoice()).toBe(false);
  });

  it('counts the places of an organisation: the free ones, and one for each seat of its plans', async () => {
    const { organisationId } = await world.recruiter();
    const payer = { organisationId };
    const db = world.app.get(Database);
    const seats = () => world.app.get(Entitlements).seats(db.alone, payer);
    expect(await seats()).toBe(5);
    const customerId = await db.transaction((tx) => world.app.get(Customers).get(tx, payer));
    await paidPlan(world.database, customerId, { terms: { credits: {}, premiumVoice: false, seats: 3, lasts: 'P1M' }, product: 'hiring-monthly' });
    expect(await seats()).toBe(8);
  });

  it('lets the operator give credits for a reason, which whoever gets them reads', async () => {
    const me = await somebody();
    const operatorId = await personWith(world, { email: 'operator@example.com', roles: ['operator'] });
    await world.database.query(`insert into accounts.second_factor (account_id, sealed_secret, confirmed_at) values ($1, 'sealed', clock.now())`, [operatorId]);
    const { visitor: operator } = await signIn(operatorId);
    const gift = { accountId: me.accountId, count: 5, because: 'The report of yesterday came late.' };
    expect((await operator.post('/api/operator/payments/gifts', gift)).status).toBe(204);
    expect(await standing(me)).toMatchObject({ interviews: { left: 35, bought: 5 } });
    expect(await world.database.query(`select title, body, link from notifications.note where account_id = $1 and kind = 'payments.gift_given'`, [me.accountId])).toEqual([
      { title: 'You were given 5 practice interviews', body: expect.stringContaining('The report of yesterday came late.'), link: '/settings/billing' }]);
    expect(await world.database.query(`select detail from audit.entry where action = 'payments.gift_given' and subject_id = $1`, [me.accountId])).toEqual([{ detail: { unit: 'interview', count: 5 } }]);
    expect((await operator.post('/api/operator/payments/gifts', { ...gift, count: 10_001 })).status).toBe(422);
    expect((await operator.post('/api/operator/payments/gifts', { ...gift, unit: 'interview' })).status).toBe(422);
    expect((await operator.post('/api/operator/payments/gifts', { ...gift, accountId: randomUUID() })).status).toBe(404);
    expect(await left(me)).toBe(35);
  });

  it('tells in the copy of one’s data what was given and used, erases what cost nothing, and keeps what was bought without whose it was', async () => {
    const [free, buyer] = [await somebody(), await somebody()];
    const db = world.app.get(Database);
    const { paymentId } = await withPlan(world, buyer.accountId);
    const used = await begun(free);
    await begun(buyer);
    const copy = await entitlementsHolder.export(db.alone, free.accountId);
    expect(copy).toMatchObject({ credits: [{ unit: 'interview', source: 'free', granted: 30, left: 29, lines: [{ kind: 'granted', amount: 30 }, { kind: 'used', amount: -1, usedFor: used }] }] });
    const customers = () => world.database.query<{ id: string }>('select id from payments.customer where account_id = any($1)', [[free.accountId, buyer.accountId]]);
    expect(await customers()).toHaveLength(2);
    const [bought] = await world.database.query<{ id: string }>('select customer_id as id from payments.payment where id = $1', [paymentId]);
    for (const { accountId } of [free, buyer]) {
      await db.transaction(async (tx) => {
        await entitlementsHolder.erase(tx, accountId);
        await tx.query('delete from auth."user" where id = $1', [accountId]);
        expect(await entitlementsHolder.remaining(tx, accountId)).toEqual([]);
      });
    }
    expect(await customers()).toEqual([]);
    expect(await world.database.query('select c.account_id, l.source from payments.customer c join payments.lot l on l.customer_id = c.id where c.id = $1', [bought?.id])).toEqual([{ account_id: null, source: 'plan' }]);
  });

  it('deletes free credits and what they were used for ninety days after their month, and customers of whom no record is left', async () => {
    const me = await somebody();
    await begun(me);
    const lots = () => world.database.query('select l.id from payments.lot l join payments.customer c on c.id = l.customer_id where c.account_id = $1', [me.accountId]);
    const end = async (): Promise<void> => { await world.database.query(`update clock.shift set by = date_trunc('month', clock.now() at time zone 'UTC') at time zone 'UTC' + interval '1 month 90 days' - now() + $1::interval`, ['-1 minute']); };
    await end();
    await world.app.get(AllowanceSweep).tidy();
    expect(await lots()).toHaveLength(1);
    await world.database.moveClock('2 minutes');
    await world.app.get(AllowanceSweep).tidy();
    expect(await lots()).toEqual([]);
    expect(await world.database.query('select from payments.use u left join payments.lot l on l.id = u.lot_id where l.id is null')).toEqual([]);
    await world.database.query('insert into payments.customer (id) values ($1)', [randomUUID()]);
    await world.app.get(AllowanceSweep).tidy();
    expect(await world.database.query('select from payments.customer c where account_id is null and organisation_id is null and not exists (select from payments.purchase p where p.customer_id = c.id)')).toEqual([]);
  });
});
