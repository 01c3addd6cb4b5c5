import { Client } from 'pg';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { until } from '../../support/until.js';
import { Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';
import { type SecondServer, secondServer } from './second-server.js';

interface Line { id: string; way: string; browser: string; current: boolean; endsAt: string; lastUsedAt: string }

describe('sign-ins', () => {
  let world: World;
  let other: SecondServer;
  beforeAll(async () => {
    world = await World.create();
    other = await secondServer(world.database);
  });
  afterAll(async () => {
    await other.kill();
    await world.destroy();
  });

  const linesOf = async (visitor: Visitor): Promise<Line[]> => ((await visitor.get('/api/account/sessions')).body as { sessions: Line[] }).sessions;
  const signedIn = async (email: string, staySignedIn = false): Promise<Visitor> => {
    const visitor = world.visitor();
    expect((await visitor.post('/api/session', { email, password: PASSWORD, staySignedIn })).status).toBe(200);
    return visitor;
  };
  const isIn = async (url: string, cookie: string): Promise<boolean> => (await new Visitor(url).get('/api/interviews', { cookie })).status === 200;

  it('do not begin under an id that somebody brought along', async () => {
    await world.candidate('fixed@example.com');
    const planted = 'AAAAAAAAAAAAAAAAAAAAAA';
    const answer = await world.visitor().post('/api/session', { email: 'fixed@example.com', password: PASSWORD }, { cookie: `viva.session_token=${planted}` });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).not.toContain(planted);
    expect(await isIn(world.url, `viva.session_token=${planted}`)).toBe(false);
  });

  it('get a new id at each sign-in and with each new role; the one before is dead', async () => {
    const visitor = await world.candidate('rotate@example.com');
    const first = visitor.cookie;
    await visitor.post('/api/session', { email: 'rotate@example.com', password: PASSWORD });
    expect(await isIn(world.url, first)).toBe(false);
    const second = visitor.cookie;
    const { OperatorClaims } = await import('../../../src/accounts/index.js');
    await visitor.post('/api/operator-claims', { token: await world.app.get(OperatorClaims).open() });
    expect(visitor.cookie).not.toBe(second);
    expect(await isIn(world.url, second)).toBe(false);
    expect(await isIn(world.url, visitor.cookie)).toBe(true);
    const third = visitor.cookie;
    await setUpSecondFactor(visitor);
    expect(await isIn(world.url, third)).toBe(false);
    expect((await visitor.get('/api/operations/status')).status).toBe(200);
  });

  it('are listed for their owner, and ended one by one or all but this one', async () => {
    const visitor = await world.candidate('list@example.com');
    const [second, third] = [await signedIn('list@example.com', true), await signedIn('list@example.com')];
    const stranger = await world.candidate('stranger@example.com');
    const lines = await linesOf(visitor);
    expect(lines).toHaveLength(3);
    expect(lines.filter(({ current }) => current)).toHaveLength(1);
    expect(lines[0]).toMatchObject({ way: 'password', browser: 'A browser' });
    const secondId = (await linesOf(second)).find(({ current }) => current)?.id ?? '';
    expect((await stranger.delete(`/api/account/sessions/${secondId}`)).status).toBe(404);
    expect((await visitor.delete(`/api/account/sessions/${secondId}`)).status).toBe(204);
    expect((await second.get('/api/interviews')).status).toBe(401);
    expect((await third.get('/api/interviews')).status).toBe(200);
    expect((await visitor.delete('/api/account/sessions')).status).toBe(204);
    expect((await third.get('/api/interviews')).status).toBe(401);
    expect((await linesOf(visitor)).map(({ current }) => current)).toEqual([true]);
  });

  it('die in every server process at once: at sign-out, when ended, with a new password and with the account', async () => {
    const email = 'everywhere@example.com';
    await world.candidate(email);
    const endings: readonly [string, (ender: Visitor, victim: Visitor) => Promise<unknown>][] = [
      ['sign-out', (_ender, victim) => victim.delete('/api/session')],
      ['ended by another', (ender) => ender.delete('/api/account/sessions')],
      ['new password', (ender) => ender.send('PUT', '/api/account/password', JSON.stringify({ password: PASSWORD, current: PASSWORD }), { 'content-type': 'application/json' })],
      ['account deleted', (ender) => ender.post('/api/account/deletion', { password: PASSWORD, now: false })],
    ];
    for (const [how, end] of endings) {
      const [ender, victim] = [await signedIn(email), await signedIn(email)];
      const cookie = victim.cookie;
      expect([how, await isIn(world.url, cookie), await isIn(other.url, cookie)]).toEqual([how, true, true]);
      await end(ender, victim);
      expect([how, await isIn(world.url, cookie), await isIn(other.url, cookie)]).toEqual([how, false, false]);
    }
  });
});

describe('a sign-in at the moment at which the password changes', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  it('does not begin with the old one', async () => {
    await world.candidate('moment@example.com');
    const owner = new Client({ connectionString: world.database.ownerUrl });
    await owner.connect();
    await owner.query(`begin; update auth.account set password = 'changed'`);
    const answer = world.visitor().post('/api/session', { email: 'moment@example.com', password: PASSWORD });
    const isWaiting = async () => (await world.database.query(
      `select from pg_locks join pg_stat_activity using (pid) where datname = current_database() and locktype = 'transactionid' and not granted`)).length > 0;
    await until('the sign-in waits for it', isWaiting);
    await owner.query('commit');
    await owner.end();
    expect((await answer).body).toMatchObject({ code: 'accounts.wrong_credentials' });
  });
});

describe('a sign-in that nobody ends', () => {
  let world: World;
  beforeEach(async () => { world = await World.create(); });
  afterEach(() => world.destroy());

  const stillIn = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/api/interviews')).status === 200;

  it('[MO19] ends on the server when it was not used for eight hours, and a day after it began however much it was used', async () => {
    const [idle, busy] = [await world.candidate(), await world.candidate()];
    await world.database.moveClock('7 hours 59 minutes');
    expect(await stillIn(busy)).toBe(true);
    await world.database.moveClock('2 minutes');
    expect([await stillIn(idle), await stillIn(busy)]).toEqual([false, true]);
    for (let count = 0; count < 2; count += 1) {
      await world.database.moveClock('7 hours 50 minutes');
      expect(await stillIn(busy)).toBe(true);
    }
    await world.database.moveClock('20 minutes');
    expect(await stillIn(busy)).toBe(false);
  });

  it('ends after two weeks without use and thirty days in all, when it was asked to stay', async () => {
    await world.candidate('stay@example.com');
    const [idle, busy] = [world.visitor(), world.visitor()];
    for (const visitor of [idle, busy]) await visitor.post('/api/session', { email: 'stay@example.com', password: PASSWORD, staySignedIn: true });
    await world.database.moveClock('13 days');
    expect(await stillIn(busy)).toBe(true);
    await world.database.moveClock('1 day 1 minute');
    expect([await stillIn(idle), await stillIn(busy)]).toEqual([false, true]);
    await world.database.moveClock('13 days');
    expect(await stillIn(busy)).toBe(true);
    await world.database.moveClock('3 days');
    expect(await stillIn(busy)).toBe(false);
    await world.settle();
    expect(await world.database.query('select 1 from accounts.session')).toEqual([]);
  });
});

describe('a bearer token', () => {
  let world: World;
  let owner: Visitor;
  beforeAll(async () => {
    world = await World.create();
    owner = await world.candidate('program@example.com');
  });
  afterAll(() => world.destroy());

  const issue = async (visitor: Visitor): Promise<string> => ((await visitor.post('/api/tokens')).body as { token: string }).token;
  const bearing = (token: string, more: Record<string, string> = {}) => ({ authorization: `Bearer ${token}`, ...more });

  it('[IM12] opens the API to a program for a quarter of an hour, from any origin, and holds only ids', async () => {
    const token = await issue(owner);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
    const program = world.visitor();
    expect((await program.get('/api/interviews', bearing(token))).status).toBe(200);
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await program.send('DELETE', '/api/resume', undefined, bearing(token, elsewhere))).status).toBe(204);
    expect((await owner.send('DELETE', '/api/resume', undefined, elsewhere)).body).toMatchObject({ code: 'http.foreign_origin' });
    expect((await program.get('/api/operations/status', bearing(token))).status).toBe(403);
    await world.database.moveClock('15 minutes 1 second');
    expect((await program.get('/api/interviews', bearing(token))).status).toBe(401);
  });

  it('is refused when it was changed, is of another kind or another key', async () => {
    const token = await issue(owner);
    const [head = '', body = '', signature = ''] = token.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    const other = Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), sub: '00000000-0000-7000-8000-000000000000' })).toString('base64url');
    for (const forged of [`${none}.${body}.`, `${head}.${other}.${signature}`, `${head}.${body}.${signature.slice(0, -4)}AAAA`, 'x', '']) {
      expect((await world.visitor().get('/api/interviews', bearing(forged))).status).toBe(401);
    }
  });

  it('carries no rights of a cookie, and takes them from a cookie that comes along', async () => {
    const token = await issue(owner);
    const program = world.visitor();
    for (const path of ['/api/account', '/api/account/sessions', '/api/account/second-factor']) expect((await program.get(path, bearing(token))).status).toBe(401);
    expect((await program.post('/api/tokens', {}, bearing(token))).status).toBe(401);
    expect((await program.post('/api/account/deletion', { now: true }, bearing(token))).status).toBe(401);
    expect((await owner.post('/api/account/deletion', { now: true }, bearing('x', { origin: 'https://elsewhere.example' }))).status).toBe(401);
    expect((await owner.get('/api/session', bearing('x'))).body).toEqual({ account: null });
  });

  it('dies with the sign-in it came from', async () => {
    const token = await issue(owner);
    await owner.delete('/api/session');
    expect((await world.visitor().get('/api/interviews', bearing(token))).status).toBe(401);
  });
});
