import { randomUUID } from 'node:crypto';
import { allow, takeBack } from '../../support/consents.js';
import { listedCandidate } from '../../support/listed-candidate.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { until } from '../../support/until.js';
import { type Visitor } from '../../support/visitor.js';
import { World } from '../../support/world.js';

let world: World;
beforeAll(async () => { world = await World.create(); });
afterAll(() => world.destroy());

const idOf = async (visitor: Visitor): Promise<string> => ((await visitor.get('/api/session')).body as { account: { id: string } }).account.id;
const granted = async (visitor: Visitor): Promise<string[]> =>
  (await world.database.query<{ purpose: string }>('select purpose from consent.live_grant where subject_id = $1 order by purpose', [await idOf(visitor)])).map(({ purpose }) => purpose);

/** Gives a consent as the switch of the pages does. */
const give = async (visitor: Visitor, purpose: string) => {
  const { purposes } = (await world.visitor().get('/api/purposes')).body as { purposes: { purpose: string; version: number; control: string }[] };
  const notice = purposes.find((one) => one.purpose === purpose)!;
  return visitor.post('/api/consents', { purpose, noticeVersion: notice.version, wording: notice.control, locale: 'en', eventId: randomUUID(), where: '/consents' });
};

describe('an objection', () => {
  it('ends the consent to what I object to at once, and none can be given until I lift it', async () => {
    const me = await world.candidate();
    expect((await give(me, 'marketing_email')).status).toBeLessThan(300);
    expect((await give(me, 'resume_keeping')).status).toBeLessThan(300);
    expect((await me.put('/api/objections/marketing_email', {})).body).toMatchObject({ objections: [{ purpose: 'marketing_email' }] });
    expect(await granted(me)).toEqual(['resume_keeping']);
    expect((await give(me, 'marketing_email')).body).toMatchObject({ status: 409, code: 'privacy.objected' });
    expect(await granted(me)).toEqual(['resume_keeping']);
    expect((await me.delete('/api/objections/marketing_email')).body).toEqual({ objections: [] });
    expect(await granted(me)).toEqual(['resume_keeping']);
    expect((await give(me, 'marketing_email')).status).toBeLessThan(300);
  });

  it('to everything restricts all optional use, whatever was allowed before', async () => {
    const me = await world.candidate();
    await give(me, 'marketing_email');
    await give(me, 'resume_keeping');
    await me.put('/api/objections/everything', {});
    expect(await granted(me)).toEqual([]);
    expect((await give(me, 'resume_keeping')).body).toMatchObject({ code: 'privacy.objected' });
    const ended = await world.database.query<{ status: string }>(
      `select r.status from consent.record r join consent.subject s on s.ref = r.subject_ref where s.account_id = $1 and r.status = 'withdrawn'`, [await idOf(me)]);
    expect(ended).toHaveLength(2);
  });

  it('takes me out of every search in the same breath, and my data stays with me', async () => {
    const { visitor: me, talentId } = await listedCandidate(world);
    const { visitor: recruiter } = await world.recruiter();
    const found = async (): Promise<string[]> => ((await recruiter.get('/api/talent')).body as { talent: { talentId: string }[] }).talent.map((card) => card.talentId);
    expect(await found()).toEqual([talentId]);
    await me.put('/api/objections/everything', {});
    expect(await found()).toEqual([]);
    expect((await recruiter.get(`/api/talent/${talentId}`)).status).toBe(404);
    await me.delete('/api/objections/everything');
    expect(await found()).toEqual([]);
    expect(((await me.get('/api/candidate-profile')).body as { profile: object | null }).profile).not.toBeNull();
  });

  it('to being asked is a no, in the words of any other no, to all who wait for my answer; I am reminded of none of them', async () => {
    interface Request { id: string; state: string; refusal: string | null; identity: object | null }
    const [objecting, refusing] = [await listedCandidate(world, { shares: [] }), await listedCandidate(world, { shares: [] })];
    const [acme, rival] = [(await world.recruiter()).visitor, (await world.recruiter()).visitor];
    const ask = async (recruiter: Visitor, talentId: string): Promise<Request> => (await recruiter.post('/api/contact-requests', {
      talentId, clientId: null, jobTitle: 'Search engineer', pay: { min: 1, max: 2, currency: 'EUR', per: 'year' }, message: 'We would like to talk.',
    })).body as Request;
    const [first, second, third] = [await ask(acme, objecting.talentId), await ask(rival, objecting.talentId), await ask(acme, refusing.talentId)];
    const noes = async (recruiter: Visitor) => ((await recruiter.get('/api/notes')).body as { notes: { kind: string; body: string }[] }).notes.filter(({ kind }) => kind === 'recruiters.contact_declined').map(({ body }) => body);
    expect((await objecting.visitor.put('/api/objections/discovery_contact', {})).status).toBe(200);
    const seen = (await acme.get(`/api/contact-requests/${first.id}`)).body as Request;
    expect((await acme.get(`/api/contact-requests/${third.id}`)).body).toMatchObject({ state: 'open' });
    await refusing.visitor.post(`/api/contact-requests/mine/${third.id}/refusal`, {});
    const { state, refusal, identity } = (await acme.get(`/api/contact-requests/${third.id}`)).body as Request;
    expect(seen).toMatchObject({ state, refusal, identity });
    const [word] = await noes(rival);
    expect([await noes(acme), await noes(rival)]).toEqual([[word, word], [word]]);
    await world.database.query('update recruiters.contact_request set remind_at = clock.now() where id = any($1)', [[first.id, second.id]]);
    await world.database.query(`update jobs.timetable set next_at = clock.now() where name = 'recruiters.tend-contact-requests'`);
    await world.settle();
    expect(await world.database.query('select 1 from recruiters.contact_request where reminded_at is not null')).toEqual([]);
    await objecting.visitor.delete('/api/objections/discovery_contact');
    expect((await objecting.visitor.post(`/api/contact-requests/mine/${first.id}/acceptance`, { eventId: randomUUID(), noticeVersion: 1 })).body).toMatchObject({ code: 'recruiters.nothing_asked' });
  });

  it('lets no consent slip through that is given at the same moment', async () => {
    const me = await world.candidate();
    for (let round = 0; round < 8; round += 1) {
      await Promise.all([give(me, 'marketing_email'), me.put('/api/objections/everything', {}), give(me, 'resume_keeping')]);
      expect(await granted(me)).toEqual([]);
      await me.delete('/api/objections/everything');
    }
  });

  it('is carried out by a worker when the request that raised it was cut off', async () => {
    const me = await world.candidate();
    await give(me, 'marketing_email');
    const { Database } = await import('../../../src/platform/db/index.js');
    const { Outbox } = await import('../../../src/platform/jobs/index.js');
    const { endObjectedConsents } = await import('../../../src/privacy/privacy.jobs.js');
    const accountId = await idOf(me);
    await world.database.query(`insert into privacy.objection (account_id, purpose) values ($1, 'marketing_email')`, [accountId]);
    await world.app.get(Outbox).enqueue(world.app.get(Database).alone, endObjectedConsents, { accountId });
    await world.settle();
    expect(await granted(me)).toEqual([]);
  });

  it('can be raised at any time, and lifted sixty times an hour', async () => {
    const me = await world.candidate();
    for (let round = 0; round < 60; round += 1) await me.delete('/api/objections/everything');
    expect((await me.put('/api/objections/everything', {})).status).toBe(200);
    expect((await me.delete('/api/objections/everything')).status).toBe(429);
    expect((await me.put('/api/objections/marketing_email', {})).body).toMatchObject({ objections: [{ purpose: 'everything' }, { purpose: 'marketing_email' }] });
  });

  it('to something that is no purpose is answered like an absent thing', async () => {
    const me = await world.candidate();
    expect((await me.put('/api/objections/anything', {})).status).toBe(404);
    expect((await world.visitor().put('/api/objections/everything', {})).status).toBe(401);
  });
});

describe('the sale of data', () => {
  it('is a choice whose every change is written down', async () => {
    const me = await world.candidate();
    await me.put('/api/sale-opt-out', { optedOut: true });
    await me.put('/api/sale-opt-out', { optedOut: true });
    await me.put('/api/sale-opt-out', { optedOut: false });
    await me.get('/api/sale-opt-out', { 'sec-gpc': '1' });
    await me.get('/api/sale-opt-out', { 'sec-gpc': '1' });
    const entries = await world.database.query(`select detail from audit.entry where action = 'privacy.sale_chosen' and actor_id = $1 order by sequence`, [await idOf(me)]);
    expect(entries).toEqual([{ detail: { optedOut: true, by: 'switch' } }, { detail: { optedOut: false, by: 'switch' } }, { detail: { optedOut: true, by: 'gpc' } }]);
  });

  const signals = [['1', true], ['0', false], ['true', false], ['', false], ['01', false], ['1, 1', false], ['1;q=1', false], ['yes', false]] as const;

  it.each(signals)('[MR14] hears the signal of a browser that sends Sec-GPC: %j as %s, signed out and signed in', async (value, gpc) => {
    const me = await world.candidate();
    expect((await world.visitor().get('/api/privacy-signal', { 'sec-gpc': value })).body).toEqual({ sale: 'never', gpc });
    expect((await me.get('/api/sale-opt-out', { 'sec-gpc': value })).body).toMatchObject({ sale: 'never', gpc, optedOut: gpc });
  });

  it('is told apart from no header at all, and says to programs that the signal is honoured', async () => {
    expect((await world.visitor().get('/api/privacy-signal')).body).toEqual({ sale: 'never', gpc: false });
    const support = await world.visitor().get('/.well-known/gpc.json');
    expect(support.headers.get('content-type')).toContain('application/json');
    expect(support.body).toEqual({ gpc: true, lastUpdate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  });

  it('[MR14] keeps my choice with my account, and the signal wins over it', async () => {
    const me = await world.candidate();
    expect((await me.get('/api/sale-opt-out')).body).toEqual({ sale: 'never', gpc: false, optedOut: false, chosenBy: null, chosenAt: null });
    expect((await me.put('/api/sale-opt-out', { optedOut: true })).body).toMatchObject({ optedOut: true, chosenBy: 'switch' });
    expect((await me.put('/api/sale-opt-out', { optedOut: false })).body).toMatchObject({ optedOut: false });
    const refused = await me.send('PUT', '/api/sale-opt-out', JSON.stringify({ optedOut: false }), { 'content-type': 'application/json', 'sec-gpc': '1' });
    expect(refused.body).toMatchObject({ status: 409, code: 'privacy.gpc_wins' });
    expect((await me.get('/api/sale-opt-out', { 'sec-gpc': '1' })).body).toMatchObject({ optedOut: true, chosenBy: 'gpc' });
    expect((await me.get('/api/sale-opt-out')).body).toMatchObject({ gpc: false, optedOut: true, chosenBy: 'gpc' });
  });
});

describe('what is used here', () => {
  type Count = { kind: string; name: string; count: string };
  const flushed = async (): Promise<Count[]> => {
    const { UsageCounters } = await import('../../../src/privacy/usage/usage-counters.js');
    await world.app.get(UsageCounters).flush();
    return world.database.query<Count>('select kind, name, sum(count)::text as count from privacy.usage_count group by kind, name order by kind, name');
  };
  const timesOf = async (name: string): Promise<number> => Number((await flushed()).find((one) => one.name === name)?.count ?? 0);
  const look = (visitor: Visitor, page = '/practice', headers: Record<string, string> = {}) => visitor.post('/api/page-views', { page, open: 'under 1 min' }, headers);
  const operator = async (): Promise<Visitor> => {
    const someone = await world.candidate();
    await world.database.query(`update accounts.account set roles = array['candidate', 'operator'] where id = $1`, [await idOf(someone)]);
    await setUpSecondFactor(someone);
    return someone;
  };

  it('[IM06] [MR09] is counted by day, pattern and rough duration, without a cookie, and no row leads to a person', async () => {
    const email = 'somebody.counted@example.com';
    const me = await world.candidate(email);
    const id = await idOf(me);
    const { body } = await me.post('/api/interviews', { roleId: 'customer-support', levelId: 'mid', questionCount: 3 }) as { body: { id?: string } };
    const before = await timesOf('GET /api/interviews/:id');
    const answer = await me.get(`/api/interviews/${body.id ?? ''}?asked=by-somebody`, { 'user-agent': 'A browser of its own kind', 'accept-language': 'mt' });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    // Counted when the last byte has left, which may be after it has arrived.
    await until('the request is counted', async () => (await timesOf('GET /api/interviews/:id')) === before + 1);
    const columns = await world.database.query<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'privacy' and table_name = 'usage_count' order by 1`);
    expect(columns.map(({ name }) => name)).toEqual(['count', 'day', 'duration', 'expires_at', 'kind', 'name']);
    const rows = await world.database.query('select * , expires_at::text as ends from privacy.usage_count');
    expect(rows.length).toBeGreaterThan(0);
    const all = JSON.stringify(rows);
    for (const trace of [id, body.id ?? 'no interview', email, 'by-somebody', 'own kind', '"mt"', '127.0.0.1']) expect(all).not.toContain(trace);
    expect(new Set(rows.map(({ ends }) => String(ends).slice(11, 19)))).toEqual(new Set(['00:00:00']));
  });

  it('counts no refusal, no file and nothing that machines ask', async () => {
    const visitor = world.visitor();
    for (const path of ['/api/interviews', '/api/nowhere', '/api/health/live', '/.well-known/gpc.json']) await visitor.get(path);
    const names = (await flushed()).map(({ name }) => name);
    for (const name of ['GET /api/interviews', 'GET /api/health/live', 'GET /.well-known/gpc.json']) expect(names).not.toContain(name);
  });

  const matrix = [
    ['nothing was allowed', null, undefined, 0], ['nothing was allowed', null, '1', 0], ['it was allowed', 'allow', undefined, 1], ['it was allowed', 'allow', '0', 1], ['it was allowed', 'allow', '1', 0],
    ['it was taken back', 'take back', undefined, 0], ['it was objected to', 'object', undefined, 0], ['it was objected to', 'object', '1', 0],
  ] as const;

  it.each(matrix)('[IM06] where %s (%s) and the browser sends Sec-GPC: %s, looks at a page are counted %d times', async (_words, choice, gpc, times) => {
    const me = await world.candidate();
    const id = await idOf(me);
    if (choice !== null) await allow(world, id, 'analytics');
    if (choice === 'take back') await takeBack(world, id, 'analytics');
    if (choice === 'object') await me.put('/api/objections/everything', {});
    const before = await timesOf('/practice');
    expect((await look(me, '/practice', gpc === undefined ? {} : { 'sec-gpc': gpc })).status).toBe(204);
    expect(await timesOf('/practice')).toBe(before + times);
  });

  it('[IM06] takes no page from a guest, none that is not a pattern of ours, and nothing besides', async () => {
    expect((await look(world.visitor())).status).toBe(401);
    const me = await world.candidate();
    await allow(world, await idOf(me), 'analytics');
    expect((await look(me, '/people/ada.example')).status).toBe(422);
    expect((await me.post('/api/page-views', { page: '/practice', open: 'under 1 min', who: 'me' })).status).toBe(422);
  });

  it('[MR09] is shown to the operator alone, without days on which it was used fewer than five times, and gone when its period ends', async () => {
    const desk = await operator();
    await world.database.query('delete from privacy.usage_count');
    const { UsageRepository } = await import('../../../src/privacy/usage/usage.repository.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const add = (name: string, count: number, kind: 'route' | 'page' = 'route') => world.app.get(UsageRepository).add(world.app.get(Database).alone, [{ kind, name, duration: 'under 1 s', count }], 'P1Y');
    await add('POST /api/interviews', 3);
    await add('POST /api/interviews', 4);
    await add('GET /api/talent', 4);
    await add('/practice', 12, 'page');
    const read = (days: number) => desk.get(`/api/operator/usage?days=${days}`);
    const { body } = await read(30) as { body: { features: { name: string; count: number; usually: string | null }[]; pages: object[]; routes: { name: string }[]; perDay: { count: number }[] } };
    expect(body.features.slice(0, 2)).toEqual([{ name: 'Interviews begun', count: 7, usually: 'under 1 s' }, expect.objectContaining({ count: 0, usually: null })]);
    expect(body.pages).toEqual([{ name: '/practice', count: 12, usually: 'under 1 s' }]);
    expect(body.routes.map(({ name }) => name)).toEqual(['POST /api/interviews']);
    expect([body.perDay.length, body.perDay.at(-1)?.count]).toEqual([30, 7]);
    const csv = await desk.get('/api/operator/usage.csv?days=90');
    expect(csv.text.trim().split('\r\n').slice(1).map((line) => line.split(',').slice(1))).toEqual([['"page"', '"/practice"', '""', '"12"'], ['"route"', '"POST /api/interviews"', '"Interviews begun"', '"7"']]);
    expect([(await (await world.candidate()).get('/api/operator/usage')).status, (await world.visitor().get('/api/operator/usage.csv')).status, (await read(31)).status]).toEqual([403, 401, 422]);
    await world.database.query(`update privacy.usage_count set expires_at = clock.now()`);
    expect((await read(90)).body).toMatchObject({ pages: [], routes: [] });
    await world.database.moveClock('11 minutes');
    await world.settle();
    expect(await world.database.query(`select from privacy.usage_count where name = '/practice'`)).toEqual([]);
  });
});
