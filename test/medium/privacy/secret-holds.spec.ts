import { AccountPurge } from '../../../src/accounts/settings/account-purge.js';
import { Database } from '../../../src/platform/db/index.js';
import { HoldSecrets } from '../../../src/privacy/holds/hold-secrets.js';
import { legalHoldsHolder } from '../../../src/privacy/holds/holds.personal-data.js';
import { Sealing } from '../../../src/privacy/holds/sealing.js';
import { mailsTo } from '../../support/mails.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

interface Hold { id: string; state: string; secretUntil: string | null; prolongations: { because: string | null; secretUntil: string }[] }

const ABSENT = '00000000-0000-7000-8000-000000000000';
const DAY = 86_400_000;
const LAW = 'Code of criminal procedure, section 95';
const KEPT = 'A copy of data of yours is kept by a legal hold';
const WAS_KEPT = 'A copy of data of yours was kept by a legal hold';

let world: World;
let operator: Visitor;
/** When these tests began: no day ends for them between two lines. */
let began: Date;
beforeAll(async () => {
  world = await World.create();
  [{ began }] = await world.database.query<{ began: Date }>('select clock.now() as began') as [{ began: Date }];
  operator = await world.candidate('operator@example.com');
  await world.database.query(`update accounts.account set roles = array['operator'] where id = (select id from auth."user" where email = 'operator@example.com')`);
  await setUpSecondFactor(operator);
});
afterAll(() => world.destroy());

const idOf = async (visitor: Visitor): Promise<string> => ((await visitor.get('/api/session')).body as { account: { id: string } }).account.id;
/** The day so many days from then, by the clock of the database. */
const day = (days: number): string => new Date(began.getTime() + days * DAY).toISOString().slice(0, 10);
const order = (accountId: string, more: object = {}) => ({ accountId, modules: ['accounts'], ground: 'Tax code, section 200', reason: 'An audit of Ada.', holdsUntil: day(100), secretBecause: LAW, secretUntil: day(50), ...more });
const place = (accountId: string, more: object = {}) => operator.post('/api/operations/legal-holds', order(accountId, more));
const placed = async (accountId: string, more: object = {}): Promise<Hold> => {
  const { status, body } = await place(accountId, more);
  expect([status, body]).toEqual([201, expect.anything()]);
  await world.settle();
  return body as Hold;
};
const prolong = (id: string, secretUntil: string, because = 'The court said so.') => operator.post(`/api/operations/legal-holds/${id}/secret`, { secretUntil, because });
const theirs = async (visitor: Visitor): Promise<object[]> => ((await visitor.get('/api/privacy/legal-holds')).body as { holds: object[] }).holds;
const listed = async (id: string): Promise<Hold> => ((await operator.get('/api/operations/legal-holds')).body as { holds: Hold[] }).holds.find((one) => one.id === id)!;
const subjectsTo = async (email: string): Promise<string[]> => (await mailsTo(world, email)).map(({ subject }) => subject);
const copyOf = (accountId: string) => world.app.get(Database).transaction((tx) => legalHoldsHolder.export(tx, accountId));
const pass = async (time: string): Promise<void> => {
  await world.database.moveClock(time);
  await world.settle();
};
const over = (id: string, ...columns: string[]): Promise<unknown> => world.database.query(`update privacy.legal_hold set ${columns.map((column) => `${column} = clock.now()`).join(', ')} where id = $1`, [id]);

describe('a legal hold that a law forbids to tell the person of', () => {
  it('names the law and the day until which it does, which is to come and no later than the end of the hold', async () => {
    const accountId = await idOf(await world.candidate());
    expect((await place(accountId, { secretUntil: undefined })).body).toMatchObject({ status: 422, fields: { secretUntil: expect.any(String) } });
    expect((await place(accountId, { secretBecause: undefined })).body).toMatchObject({ status: 422, fields: { secretBecause: expect.any(String) } });
    for (const secretUntil of [day(-1), day(101)]) expect((await place(accountId, { secretUntil })).body).toMatchObject({ status: 422, code: 'privacy.secret_too_long' });
    expect((await place(accountId, { secretUntil: day(100) })).body).toMatchObject({ secretBecause: LAW, secretUntil: `${day(100)}T23:59:59.999Z` });
  });

  it('is told to them once that day is over, once and like any other, and stands in their privacy centre and their copy from its second on', async () => {
    const me = await world.candidate('late@example.com');
    const [accountId, before] = [await idOf(me), await subjectsTo('late@example.com')];
    const { id } = await placed(accountId);
    expect([await theirs(me), await copyOf(accountId), await subjectsTo('late@example.com')]).toEqual([[], {}, before]);
    await over(id, 'secret_until');
    expect([await theirs(me), await copyOf(accountId)]).toEqual([[expect.objectContaining({ id, reason: 'An audit of Ada.' })], { legalHolds: [expect.objectContaining({ ground: 'Tax code, section 200' })] }]);
    await Promise.all([world.app.get(HoldSecrets).tellWhoMayKnow(), world.app.get(HoldSecrets).tellWhoMayKnow()]);
    expect(await subjectsTo('late@example.com')).toEqual([KEPT, ...before]);
    expect((await me.get('/api/notes')).text).toContain(KEPT);
    await operator.post(`/api/operations/legal-holds/${id}/end`);
    await pass('1 hour');
    expect(await subjectsTo('late@example.com')).toEqual([KEPT, ...before]);
  });

  it('may stay secret for longer, for a reason, before that is over and until its end at most', async () => {
    const me = await world.candidate('longer@example.com');
    const { id } = await placed(await idOf(me));
    expect((await me.post(`/api/operations/legal-holds/${id}/secret`, { secretUntil: day(60), because: 'I say so.' })).status).toBe(403);
    for (const gone of [ABSENT, 'no-id']) expect((await prolong(gone, day(60))).status).toBe(404);
    for (const wrong of [day(50), day(40), day(101)]) expect((await prolong(id, wrong)).body).toMatchObject({ status: 422, code: 'privacy.secret_too_long' });
    expect((await prolong(id, day(60), ' ')).status).toBe(422);
    expect((await prolong(id, day(60))).body).toMatchObject({ secretUntil: `${day(60)}T23:59:59.999Z`, prolongations: [{ because: 'The court said so.', secretUntil: `${day(60)}T23:59:59.999Z` }] });
    const [entry] = await world.database.query<{ detail: object }>(`select detail from audit.entry where action = 'privacy.hold_secret_prolonged' and subject_id = $1`, [id]);
    expect(entry?.detail).toEqual({ until: `${day(60)}T23:59:59.999Z` });
    await over(id, 'secret_until');
    expect((await prolong(id, day(20))).body).toMatchObject({ status: 409, code: 'privacy.no_secret' });
    const open = await placed(await idOf(me), { secretBecause: undefined, secretUntil: undefined });
    expect((await prolong(open.id, day(20))).body).toMatchObject({ status: 409, code: 'privacy.no_secret' });
    await operator.post(`/api/operations/legal-holds/${id}/end`);
    expect(await listed(id)).toMatchObject({ prolongations: [{ because: null }] });
    expect(await world.database.query('select because from privacy.legal_hold_prolongation where hold_id = $1', [id])).toEqual([{ because: null }]);
    expect((await prolong(id, day(20))).status).toBe(404);
  });

  it('is told to them when it has ended, too: with its ground and its time, because it stands nowhere else any more', async () => {
    const { id } = await placed(await idOf(await world.candidate('ended@example.com')), { secretUntil: day(100) });
    await over(id, 'holds_until', 'secret_until');
    await pass('20 minutes');
    const told = (await mailsTo(world, 'ended@example.com')).find(({ subject }) => subject === WAS_KEPT);
    expect(told?.text).toMatch(/asked us to keep it from .* until .*Tax code, section 200/s);
    expect(told?.text).not.toContain('An audit of Ada.');
    expect(await subjectsTo('ended@example.com')).not.toContain(KEPT);
  });

  it('stays secret when an operator ends it early, until the day that was said', async () => {
    const me = await world.candidate('early@example.com');
    const { id } = await placed(await idOf(me));
    await operator.post(`/api/operations/legal-holds/${id}/end`);
    await pass('20 minutes');
    expect([await theirs(me), (await subjectsTo('early@example.com')).includes(WAS_KEPT)]).toEqual([[], false]);
    await over(id, 'secret_until');
    await pass('20 minutes');
    expect([await theirs(me), (await subjectsTo('early@example.com')).includes(WAS_KEPT)]).toEqual([[], true]);
  });

  it('is told by mail to somebody who deleted their account meanwhile, and to nobody once it is gone', async () => {
    const [leaves, gone] = [await world.candidate('leaves@example.com'), await world.candidate('gone@example.com')];
    const [stays, lost] = [await placed(await idOf(leaves)), await placed(await idOf(gone))];
    await world.app.get(Sealing).seal(lost.id, new AbortController().signal);
    expect((await leaves.post('/api/account/deletion', { now: false, password: PASSWORD })).status).toBe(200);
    expect((await gone.post('/api/account/deletion', { now: true, password: PASSWORD })).status).toBe(200);
    await world.settle();
    for (const { id } of [stays, lost]) await over(id, 'secret_until');
    await world.app.get(HoldSecrets).tellWhoMayKnow();
    expect((await mailsTo(world, 'leaves@example.com')).find(({ subject }) => subject === KEPT)?.text).toMatch(/Tax code, section 200.*An audit of Ada\./s);
    expect(await subjectsTo('gone@example.com')).not.toContain(KEPT);
  });

  it('is told to somebody whose account is about to go before it goes, once nothing forbids it', async () => {
    const me = await world.candidate('going@example.com');
    const accountId = await idOf(me);
    const { id } = await placed(accountId);
    await world.app.get(Sealing).seal(id, new AbortController().signal);
    const isThere = async (): Promise<boolean> => (await world.database.query('select from accounts.account where id = $1', [accountId])).length > 0;
    await over(id, 'secret_until');
    expect((await me.post('/api/account/deletion', { now: true, password: PASSWORD })).status).toBe(200);
    await world.app.get(AccountPurge).purge(accountId);
    expect(await isThere()).toBe(true);
    await world.app.get(HoldSecrets).tellWhoMayKnow();
    expect(await subjectsTo('going@example.com')).toContain(KEPT);
    await world.app.get(AccountPurge).purge(accountId);
    expect(await isThere()).toBe(false);
  });

  it('is told to them by a job on the day after, and not a day earlier for one whose day was moved', async () => {
    const [first, second] = [await world.candidate('first@example.com'), await world.candidate('second@example.com')];
    await placed(await idOf(first));
    const { id } = await placed(await idOf(second));
    expect((await prolong(id, day(60))).status).toBe(200);
    const told = async (): Promise<boolean[]> => Promise.all(['first@example.com', 'second@example.com'].map(async (email) => (await subjectsTo(email)).includes(KEPT)));
    await pass('49 days');
    expect(await told()).toEqual([false, false]);
    await pass('2 days');
    expect(await told()).toEqual([true, false]);
    await pass('10 days');
    expect((await told())[1]).toBe(true);
    expect((await world.visitor().get('/legal/privacy.txt')).text).toContain('unless a law forbids us to tell you, and then as soon as it no longer does.');
  });
});
