import { mailsTo } from '../../support/mails.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

interface Request { id: string; accountId: string | null; told: boolean; kind: string; body: string | null; askedAt: string; dueAt: string; isOverdue: boolean; outcome: string | null; answer: string | null }

const ABSENT = '00000000-0000-7000-8000-000000000000';
const CONTACT = 'privacy@viva-voce.example';
const OFFICER = 'grievance@viva-voce.example';

let world: World;
let operator: Visitor;
beforeAll(async () => {
  world = await World.create();
  operator = await world.candidate('operator@example.com');
  await world.database.query(`update accounts.account set roles = array['operator'] where id = (select id from auth."user" where email = 'operator@example.com')`);
  await setUpSecondFactor(operator);
});
afterAll(() => world.destroy());

const idOf = async (visitor: Visitor): Promise<string> => ((await visitor.get('/api/session')).body as { account: { id: string } }).account.id;
const ask = async (visitor: Visitor, body = 'My name is spelled Aida.', kind = 'correction'): Promise<Request> => (await visitor.post('/api/privacy/requests', { kind, body })).body as Request;
const mine = async (visitor: Visitor): Promise<Request[]> => ((await visitor.get('/api/privacy/requests')).body as { requests: Request[] }).requests;
const list = async (state: 'open' | 'answered'): Promise<Request[]> => ((await operator.get(`/api/operations/requests?state=${state}`)).body as { requests: Request[] }).requests;
const open = (): Promise<Request[]> => list('open');
const record = async (letter: object): Promise<Request> => (await operator.post('/api/operations/requests', letter)).body as Request;
const stored = (id: string) => world.database.query('select account_id, body, answer, kind, outcome from privacy.request where id = $1', [id]);
const subjectsTo = async (email: string): Promise<string[]> => (await mailsTo(world, email)).map(({ subject }) => subject);
const audited = (action: string) => world.database.query<{ detail: object; subject_id: string | null }>('select detail, subject_id from audit.entry where action = $1 order by sequence', [action]);

describe('a request about my data', () => {
  it('says by when it is answered, reaches the operator, and brings me the answer', async () => {
    const me = await world.candidate('asks@example.com');
    const asked = await ask(me);
    expect(asked).toMatchObject({ kind: 'correction', body: 'My name is spelled Aida.', outcome: null, isOverdue: false });
    expect(new Date(asked.dueAt).getTime() - new Date(asked.askedAt).getTime()).toBe(30 * 86_400_000);
    const found = (await open()).find(({ id }) => id === asked.id);
    expect(found).toMatchObject({ body: 'My name is spelled Aida.', accountId: await idOf(me) });
    expect(await operator.post(`/api/operations/requests/${asked.id}/answer`, { outcome: 'done', answer: 'It is spelled so now.' })).toMatchObject({ status: 200 });
    expect(await mine(me)).toEqual([expect.objectContaining({ outcome: 'done', answer: 'It is spelled so now.' })]);
    expect((await open()).map(({ id }) => id)).not.toContain(asked.id);
    const mails = await mailsTo(world, 'asks@example.com');
    expect(mails.map(({ subject }) => subject)).toEqual(['Your request is answered', 'We have your request']);
    for (const { text } of mails) expect(text).not.toMatch(/spelled/);
    const toOperator = (await mailsTo(world, CONTACT)).find(({ subject }) => subject === 'A request about personal data came in');
    expect(toOperator?.text).not.toMatch(/spelled|asks@example/);
  });

  it('is answered once; an absent, a malformed and an answered id are answered alike', async () => {
    const asked = await ask(await world.candidate());
    const answer = { outcome: 'refused', answer: 'We do not hold it.' };
    expect((await operator.post(`/api/operations/requests/${asked.id}/answer`, answer)).status).toBe(200);
    const answers = await Promise.all([asked.id, ABSENT, 'no-id'].map((id) => operator.post(`/api/operations/requests/${id}/answer`, answer)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
  });

  it('is closed to others: nobody reads another’s, and only an operator answers', async () => {
    const [me, other] = [await world.candidate(), await world.candidate()];
    const asked = await ask(me);
    expect(await mine(other)).toEqual([]);
    for (const [method, path] of [['GET', '/api/operations/requests'], ['POST', '/api/operations/requests'], ['POST', `/api/operations/requests/${asked.id}/answer`]] as const) {
      expect((await other.send(method, path)).status).toBe(403);
      expect((await world.visitor().send(method, path)).status).toBe(401);
    }
    expect((await world.visitor().get('/api/privacy/requests')).status).toBe(401);
  });

  it('[MI01] may be a grievance, which is mailed to the named officer and stands in the register with a due date like the others', async () => {
    const me = await world.candidate();
    await ask(me, 'Nobody answered my first letter.', 'grievance');
    expect((await open()).filter(({ kind }) => kind === 'grievance')).toHaveLength(1);
    expect(await subjectsTo(OFFICER)).toEqual(['A request about personal data came in']);
    const { operator: named } = (await world.visitor().get('/api/policy')).body as { operator: Record<string, unknown> };
    expect(named).toMatchObject({ fiduciary: { name: expect.any(String), contact: expect.stringContaining('@') }, grievanceOfficer: { name: expect.any(String), contact: expect.stringContaining('@') } });
  });

  it('that came by mail is written down by the operator for an account that exists, and its owner is told', async () => {
    const me = await world.candidate('letter@example.com');
    const accountId = await idOf(me);
    expect((await operator.post('/api/operations/requests', { accountId: ABSENT, kind: 'deletion', body: 'Delete me.' })).body).toMatchObject({ code: 'privacy.no_such_account' });
    expect((await operator.post('/api/operations/requests', { accountId, kind: 'deletion', body: 'Delete me.' })).status).toBe(201);
    expect(await mine(me)).toEqual([expect.objectContaining({ kind: 'deletion', cameBy: 'mail' })]);
    expect(await subjectsTo('letter@example.com')).toEqual(['Did you write to us about your data?']);
  });

  it('that came by mail finds its account by the exact address, which only the operator learns and which is written down', async () => {
    const accountId = await idOf(await world.candidate('sender@example.com'));
    expect(await record({ email: 'Sender@example.com', kind: 'access', body: 'What do you hold?' })).toMatchObject({ accountId, told: true });
    expect(await record({ email: 'nobody-here@example.com', kind: 'access', body: 'What do you hold?' })).toMatchObject({ accountId: null, told: false });
    expect(await audited('privacy.address_looked_up')).toEqual([{ subject_id: accountId, detail: { found: true } }, { subject_id: null, detail: { found: false } }]);
  });

  it('that belongs to no account is kept and answered all the same, due from the day it came', async () => {
    const day = 86_400_000;
    const receivedOn = new Date(Date.now() - 10 * day).toISOString().slice(0, 10);
    const letter = await record({ kind: 'deletion', body: 'Delete what you have of Jo.', receivedOn });
    expect(letter).toMatchObject({ accountId: null, body: 'Delete what you have of Jo.', askedAt: `${receivedOn}T00:00:00.000Z` });
    expect(new Date(letter.dueAt).getTime() - new Date(letter.askedAt).getTime()).toBe(30 * day);
    expect((await operator.post(`/api/operations/requests/${letter.id}/answer`, { outcome: 'done', answer: 'We hold nothing.' })).body).toMatchObject({ told: false, answer: 'We hold nothing.' });
    for (const never of [new Date(Date.now() + 2 * day), new Date(Date.now() - 400 * day)]) {
      const refused = await operator.post('/api/operations/requests', { kind: 'deletion', body: 'x', receivedOn: never.toISOString().slice(0, 10) });
      expect(refused.body).toMatchObject({ status: 422, code: 'privacy.no_such_day' });
    }
  });

  it('[MR24] for deletion that came by mail is carried out by the operator, with a reason, as if its owner had signed in and done it', async () => {
    const me = await world.candidate('by-letter@example.com');
    const accountId = await idOf(me);
    const reason = { reason: 'The letter came from the address of the account.' };
    const { id } = await record({ email: 'by-letter@example.com', kind: 'deletion', body: 'Delete me.' });
    const other = await record({ accountId, kind: 'access', body: 'What do you hold?' });
    for (const wrong of [other.id, ABSENT, 'no-id']) expect((await operator.post(`/api/operations/requests/${wrong}/deletion`, reason)).status).toBe(404);
    expect((await me.post(`/api/operations/requests/${id}/deletion`, reason)).status).toBe(403);
    expect((await me.get('/api/session')).body).toMatchObject({ account: { id: accountId } });
    expect((await operator.post(`/api/operations/requests/${id}/deletion`, reason)).body).toMatchObject({ outcome: 'done', answer: reason.reason, told: true });
    expect((await me.get('/api/session')).body).toMatchObject({ account: null });
    expect((await operator.get(`/api/operations/people/${accountId}`)).body).toMatchObject({ state: 'closed' });
    expect(await world.database.query(`select actor_id from audit.entry where action = 'accounts.closed' and subject_id = $1`, [accountId])).toEqual([{ actor_id: await idOf(operator) }]);
    expect(await subjectsTo('by-letter@example.com')).toEqual(expect.arrayContaining(['Your account is deleted', 'Your request is answered']));
    const again = await record({ accountId, kind: 'deletion', body: 'Delete me, please.' });
    expect((await operator.post(`/api/operations/requests/${again.id}/deletion`, reason)).body).toMatchObject({ status: 409, code: 'privacy.closed_already' });
    expect(await open()).toEqual(expect.arrayContaining([expect.objectContaining({ id: again.id })]));
  });

  it('is answered by mail to whoever deleted their account meanwhile, with the answer in it', async () => {
    const me = await world.candidate('left@example.com');
    const asked = await ask(me, 'Why?', 'grievance');
    await me.post('/api/account/deletion', { now: false, password: PASSWORD });
    expect((await operator.post(`/api/operations/requests/${asked.id}/answer`, { outcome: 'done', answer: 'Because of this.' })).body).toMatchObject({ told: true });
    const answer = (await mailsTo(world, 'left@example.com')).find(({ subject }) => subject === 'Your request is answered');
    expect(answer?.text).toContain('Because of this.');
  });

  it('stays in the register as not answered when its account is gone, and nobody can answer it any more', async () => {
    const me = await world.candidate();
    const asked = await ask(me);
    await me.post('/api/account/deletion', { now: true, password: PASSWORD });
    await world.settle();
    expect((await open()).map(({ id }) => id)).not.toContain(asked.id);
    expect((await list('answered'))[0]).toMatchObject({ id: asked.id, outcome: null, accountId: null, body: null, accountGoneAt: expect.any(String) });
    expect((await operator.post(`/api/operations/requests/${asked.id}/answer`, { outcome: 'done', answer: 'x' })).status).toBe(404);
  });

  it('is listed page by page, each once, and each look is written down', async () => {
    const accountId = await idOf(await world.candidate());
    await world.database.query(
      `insert into privacy.request (id, account_id, kind, body, asked_at, due_at, expires_at)
       select gen_random_uuid(), $1, 'correction', 'many', clock.now(), clock.now() + interval '5 days', clock.now() + interval '3 years' from generate_series(1, 120)`, [accountId]);
    const looks = (await audited('privacy.requests_read')).length;
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { requests: Request[]; next: string | null } = (await operator.get(`/api/operations/requests${next === '' ? '' : `?after=${next}`}`)).body as never;
      ids.push(...page.requests.filter(({ body }) => body === 'many').map(({ id }) => id));
      next = page.next;
    }
    expect([ids.length, new Set(ids).size]).toEqual([120, 120]);
    expect((await audited('privacy.requests_read')).length - looks).toBeGreaterThanOrEqual(3);
    await world.database.query(`delete from privacy.request where body = 'many'`);
  });

  it('asks for words, and for no more than it can hold', async () => {
    const me = await world.candidate();
    expect((await me.post('/api/privacy/requests', { kind: 'correction', body: '  ' })).body).toMatchObject({ status: 422, fields: { body: 'Say what it is about.' } });
    expect((await me.post('/api/privacy/requests', { kind: 'deletion', body: 'x' })).status).toBe(422);
    expect((await me.post('/api/privacy/requests', { kind: 'grievance', body: 'x'.repeat(5001) })).status).toBe(422);
  });

  it('keeps no word of whoever is gone, only that it was asked and answered, and that for three years', async () => {
    const me = await world.candidate();
    const asked = await ask(me, 'A sentence that must go.');
    await operator.post(`/api/operations/requests/${asked.id}/answer`, { outcome: 'done', answer: 'A sentence of ours.' });
    expect((await me.post('/api/account/deletion', { now: true, password: PASSWORD })).status).toBe(200);
    await world.settle();
    expect(await stored(asked.id)).toEqual([{ account_id: null, body: null, answer: null, kind: 'correction', outcome: 'done' }]);
  });

  it('keeps no word of whoever never confirmed the account, nor which operator answered once they are gone', async () => {
    const accountId = await idOf(await world.candidate('never@example.com'));
    await world.database.query(`update auth."user" set "emailVerified" = false where id = $1`, [accountId]);
    const { id } = await record({ accountId, kind: 'deletion', body: 'I am Jane Doe of 5 High Street.' });
    await operator.post(`/api/operations/requests/${id}/answer`, { outcome: 'done', answer: 'Jane, it is done.' });
    const { privacyHolder } = await import('../../../src/privacy/privacy.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const by = () => world.database.query<{ by: string | null }>('select answered_by as by from privacy.request where id = $1', [id]);
    const operatorId = await idOf(operator);
    expect(await by()).toEqual([{ by: operatorId }]);
    await world.app.get(Database).transaction((tx) => privacyHolder.erase(tx, operatorId));
    expect(await by()).toEqual([{ by: null }]);
    await world.database.query('delete from auth."user" where id = $1', [accountId]);
    expect(await stored(id)).toEqual([{ account_id: null, body: null, answer: null, kind: 'deletion', outcome: 'done' }]);
  });

  it('reminds the operator once when it is due in three days, and says once that it is late', async () => {
    await world.database.query('delete from privacy.request');
    const asked = await ask(await world.candidate());
    await world.database.moveClock('27 days 1 hour');
    const told = async (): Promise<number[]> => {
      await world.settle();
      return Promise.all(['data-request-due', 'data-request-late'].map(async (template) => (await world.database.query('select 1 from privacy_test.mailed where template = $1', [template])).length));
    };
    // Longer than the memory of the mails, which must not be what keeps a reminder from coming twice.
    await world.database.query('create schema privacy_test');
    await world.database.query('create table privacy_test.mailed (template text)');
    await world.database.query(`create function privacy_test.note() returns trigger language plpgsql security definer as $$ begin insert into privacy_test.mailed values (new.template); return null; end $$`);
    await world.database.query('create trigger note after insert on mail.outbox for each row execute function privacy_test.note()');
    expect(await told()).toEqual([1, 0]);
    await world.database.moveClock('2 days');
    expect(await told()).toEqual([1, 0]);
    for (let days = 0; days < 4; days += 1) await world.database.moveClock('2 days').then(told);
    expect(await told()).toEqual([1, 1]);
    expect(asked.isOverdue).toBe(false);
    const { DataRequests } = await import('../../../src/privacy/requests/data-requests.js');
    expect((await world.app.get(DataRequests).list(asked.id, 'open', null)).requests.map(({ isOverdue }) => isOverdue)).toEqual([true]);
    await world.database.moveClock('3 years');
    await world.settle();
    expect(await world.database.query('select 1 from privacy.request')).toEqual([]);
  });
});

describe('what is held of me', () => {
  it('is counted by kind, with how long it is kept and when the next of it goes', async () => {
    const me = await world.candidate();
    await ask(me);
    const { kinds } = (await me.get('/api/privacy/holdings')).body as { kinds: { id: string; records: number; kept: string; since: string | null; nextEnd: string | null; modules: string[] }[] };
    const held = (id: string) => kinds.find((kind) => kind.id === id);
    expect(held('dataRequests')).toMatchObject({ records: 1, kept: '3 years', modules: ['privacy'] });
    expect(new Date(held('dataRequests')!.nextEnd!).getTime() - new Date(held('dataRequests')!.since!).getTime()).toBeGreaterThan(3 * 365 * 86_400_000 - 1000);
    expect(held('account')).toMatchObject({ kept: 'until deleted', nextEnd: null });
    expect(held('signInSession')!.nextEnd).not.toBeNull();
    expect(held('interviewResults')).toBeUndefined();
    expect((await world.visitor().get('/api/privacy/holdings')).status).toBe(401);
    for (let looks = 1; looks < 30; looks += 1) await me.get('/api/privacy/holdings');
    expect((await me.get('/api/privacy/holdings')).status).toBe(429);
  });
});
