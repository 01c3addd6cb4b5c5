import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PASSWORD, World } from '../../support/world.js';

describe('every answer', () => {
  let world: World;
  beforeAll(async () => { world = await World.create({ METRICS_TOKEN: 'a token for prometheus' }); });
  afterAll(() => world.destroy());

  it('carries the headers that keep pages safe, with a nonce of its own', async () => {
    const [one, two] = [await world.visitor().get('/api/policy'), await world.visitor().get('/api/policy')];
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']{20,}'/);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toBe(two.headers.get('content-security-policy'));
    expect(Object.fromEntries(one.headers)).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
  });

  it('lets a page ask for camera and microphone where answers are spoken, and nowhere else', async () => {
    const lets = async (path: string): Promise<string> => /^camera=(\S+), microphone=\1,/.exec((await world.visitor().get(path)).headers.get('permissions-policy') ?? '')?.[1] ?? 'unlike';
    const here = ['/practice', '/practice?x=1', '/practice/try', '/interviews/1', '/Interviews/1/report'];
    const elsewhere = ['/', '/practices', '/interviews', '/settings', '/api/interviews/1', '/x/practice'];
    expect(await Promise.all(here.map(lets))).toEqual(here.map(() => '(self)'));
    expect(await Promise.all(elsewhere.map(lets))).toEqual(elsewhere.map(() => '()'));
    expect((await world.visitor().get('/practice')).headers.get('content-security-policy')).toContain("media-src 'self' blob:;");
    // As long as nobody outside holds conversations, nobody outside can be reached, from an interview either.
    expect((await world.visitor().get('/interviews/1')).headers.get('content-security-policy')).toContain("connect-src 'self';");
  });

  it('refuses what other sites make a browser send', async () => {
    const ada = await world.candidate();
    expect((await ada.post('/api/interviews', {}, { origin: 'https://evil.example' })).body).toMatchObject({ status: 403, code: 'http.foreign_origin' });
    expect((await ada.post('/api/interviews', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ada.delete('/api/session')).status).toBe(204);
  });

  it('is a problem with a code and a sentence when something is wrong, also before a handler runs', async () => {
    const visitor = world.visitor();
    const broken = await visitor.send('POST', '/api/session', '{"email":', { 'content-type': 'application/json' });
    const large = await visitor.send('POST', '/api/session', JSON.stringify({ email: 'x'.repeat(2_000_000) }), { 'content-type': 'application/json' });
    const strange = await visitor.send('POST', '/api/session', '<a/>', { 'content-type': 'text/xml' });
    const nowhere = await visitor.get('/api/nowhere');
    expect((await visitor.get('//')).status).toBeLessThan(500);
    expect((await (await world.candidate()).get(`/api/interviews?after=1_${'-'.repeat(36)}`)).status).toBe(200);
    expect([broken, large, strange, nowhere].map(({ status }) => status)).toEqual([400, 413, 415, 404]);
    for (const answer of [broken, large, strange, nowhere]) {
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ code: expect.stringMatching(/^[a-z_.]+$/), detail: expect.stringMatching(/\.$/) });
    }
  });

  it('of a fault nobody foresaw has an incident number and no detail', async () => {
    const ada = await world.candidate();
    await world.database.query('alter table interviews.interview rename to gone');
    const answer = await ada.get('/api/interviews');
    await world.database.query('alter table interviews.gone rename to interview');
    expect(answer).toMatchObject({ status: 500, body: { code: 'unforeseen', incident: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    expect(answer.text).not.toMatch(/interview|select|relation/i);
  });

  it('tells health to anyone and metrics only to who holds the token', async () => {
    const visitor = world.visitor();
    expect((await visitor.get('/api/health/live')).body).toEqual({ status: 'ok' });
    expect((await visitor.get('/api/health/ready')).body).toEqual({ status: 'ok' });
    expect((await visitor.get('/api/metrics')).status).toBe(404);
    expect((await visitor.get('/api/metrics', { authorization: 'Bearer wrong' })).status).toBe(404);
    const metrics = await visitor.get('/api/metrics', { authorization: 'Bearer a token for prometheus' });
    expect(metrics.text).toContain('http_request_duration_seconds_count{method="GET",route="/api/health/live",status="200"}');
    expect(metrics.text).toContain('viva_jobs{queue="mail",state="waiting"}');
    expect(metrics.text).toContain('viva_gateway{gateway="built_in",what="silent"} 0');
  });

  it('names the operator and says how long things are kept, from the values that run', async () => {
    const { Policy } = await import('../../../src/platform/policy/index.js');
    const policy = world.app.get(Policy);
    const published = (await world.visitor().get('/api/policy')).body as { operator: object; retention: { id: string; keep: string }[] };
    expect(published.operator).toEqual(policy.values.operator);
    expect(published.retention.find(({ id }) => id === 'interviewResults')?.keep).toBe(policy.keeps('interviewResults'));
  });
});

describe('behind a reverse proxy', () => {
  it('counts by the address that the proxy saw, whatever the caller writes before it', async () => {
    const world = await World.create({ TRUST_PROXY: 'true' });
    const signUp = (count: number) => world.visitor().post('/api/accounts', { name: 'A', email: `x${count}@example.com`, password: 'short', age: 15 + 15 }, { 'x-forwarded-for': `10.0.0.${count}, 203.0.113.7` });
    const [limit] = [world.app.get((await import('../../../src/platform/policy/index.js')).Policy).values.limits.rates.signUpPerHourAndAddress];
    const { RateLimiter } = await import('../../../src/platform/http/index.js');
    for (let count = 0; count < limit; count += 1) await world.app.get(RateLimiter).take({ key: 'sign-up:203.0.113.7', limit, seconds: 3600 });
    expect((await world.visitor().post('/api/accounts', { name: 'A', email: 'y@example.com', password: 'three quiet words', age: 30 }, { 'x-forwarded-for': '10.9.9.9, 203.0.113.7' })).status).toBe(429);
    expect((await signUp(1)).status).toBe(422);
    await world.destroy();
  });
});

describe('what is set', () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'viva-sealed-'));
    world = await World.create({
      SMTP_URL: 'smtp://127.0.0.1:1', STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRETS: 'whsec_1',
      PUBLIC_URL: 'https://interviews.example', STORAGE_DIR: folder, STORAGE_KEY: 'b2'.repeat(32), METRICS_TOKEN: 'a token for prometheus',
    });
  });
  afterAll(async () => {
    await world.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[MP17] [MI16] keeps browsers to HTTPS at every answer, has files lie encrypted, writes down who did what, and shows how it is', async () => {
    const visitor = world.visitor();
    for (const path of ['/', '/legal/privacy', '/favicon.svg', '/api/policy', '/api/account', '/api/nowhere']) {
      expect([path, (await visitor.get(path)).headers.get('strict-transport-security')]).toEqual([path, 'max-age=63072000; includeSubDomains']);
    }
    const email = 'sealed@example.com';
    await world.candidate(email);
    const signedIn = await visitor.post('/api/session', { email, password: PASSWORD }, { origin: 'https://interviews.example' });
    expect(signedIn.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-viva\.session_token=[\w-]{22,}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)]);

    const { ObjectStore } = await import('../../../src/platform/storage/index.js');
    const said = Buffer.from('Nobody but me knows about the ledger of Lisbon.');
    await world.app.get(ObjectStore).put({ subject: null, owner: 'interviews', contentType: 'text/plain', expiresAt: new Date(Date.now() + 60_000), maxBytes: 1_000, body: said });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect([files.some(({ length }) => length >= said.length), files.some((file) => file.includes('ledger'))]).toEqual([true, false]);

    const { body: { account } } = signedIn as { body: { account: { id: string } } };
    expect((await visitor.post('/api/account/deletion', { now: false }, { origin: 'https://interviews.example' })).status).toBe(200);
    expect(await world.database.query(`select actor_id, subject_id from audit.entry where action = 'accounts.closed'`)).toEqual([{ actor_id: account.id, subject_id: account.id }]);
    const { AuditLog } = await import('../../../src/platform/audit/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    expect(await world.app.get(AuditLog).verify(world.app.get(Database).alone)).toMatchObject({ ok: true });

    expect((await visitor.get('/api/health/ready')).body).toEqual({ status: 'ok' });
    expect((await visitor.get('/api/metrics', { authorization: 'Bearer a token for prometheus' })).text).toContain('http_request_duration_seconds_count{method="GET",route="/api/policy",status="200"} 1');
  });

  it('takes the built-in inbox away as soon as there is a mail server', async () => {
    expect((await world.visitor().get('/api/inbox')).status).toBe(404);
    expect((await world.visitor().get('/api/policy')).body).toMatchObject({ inboxPath: null });
  });

  it('says of a gateway with a key that it is in use, and of the others that they are not', async () => {
    const { processors } = (await world.visitor().get('/api/policy')).body as { processors: { id: string; inUse: boolean }[] };
    expect(processors.filter(({ id }) => ['stripe', 'razorpay'].includes(id)).map(({ id, inUse }) => [id, inUse])).toEqual([['stripe', true], ['razorpay', false]]);
  });
});
