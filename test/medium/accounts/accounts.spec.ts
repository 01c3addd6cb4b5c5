import { setUpSecondFactor } from '../../support/second-factor.js';
import { mailsTo, mailTo } from '../../support/mails.js';
import { PASSWORD, World } from '../../support/world.js';

const person = { name: 'Ada Example', email: 'ada@example.com', password: PASSWORD, age: 30 };

describe('accounts', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  const everyIdentity = () => world.database.query<{ email: string }>('select email from auth."user"');

  it('[MR28] asks the age first and keeps nothing of somebody below the age of the policy', async () => {
    const answer = await world.visitor().post('/api/accounts', { ...person, email: 'young@example.com', age: 15 });
    expect(answer).toMatchObject({ status: 422, body: { code: 'accounts.too_young', fields: { age: 'You must be at least 16.' } } });
    await world.settle();
    expect(await everyIdentity()).toEqual([]);
    expect(await world.database.query('select 1 from mail.outbox')).toEqual([]);
    expect((await world.visitor().post('/api/accounts', { ...person, email: 'sixteen@example.com', age: 16 })).status).toBe(202);
    expect(await world.database.query('select declared_age_reached as reached from accounts.account')).toEqual([{ reached: 16 }]);
  });

  it('says beside each field what is wrong with it, and keeps nothing', async () => {
    const before = await everyIdentity();
    const answer = await world.visitor().post('/api/accounts', { name: ' ', email: 'nonsense', password: '', age: 'old' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'http.invalid_body' } });
    expect(Object.keys((answer.body as { fields: object }).fields).sort()).toEqual(['age', 'email', 'name', 'password']);
    expect(await everyIdentity()).toEqual(before);
  });

  it('[IM01] [MI03] keeps passwords as bcrypt of cost 12 and says openly where bcrypt stops reading', async () => {
    await world.newcomer('bcrypt@example.com');
    const [row] = await world.database.query<{ password: string }>(
      `select a.password from auth.account a join auth."user" u on u.id = a."userId" where u.email = 'bcrypt@example.com'`);
    expect(row?.password).toMatch(/^\$2[ab]\$12\$/);
    const long = await world.visitor().post('/api/accounts', { ...person, email: 'long@example.com', password: 'é'.repeat(37) });
    expect(long.body).toMatchObject({ code: 'accounts.password_too_long', fields: { password: expect.stringContaining('72 bytes') } });
    const short = await world.visitor().post('/api/accounts', { ...person, email: 'long@example.com', password: 'short' });
    expect(short.body).toMatchObject({ code: 'accounts.password_too_short' });
  });

  it('[IM07] lets nobody in before the address is confirmed, and confirms by POST only', async () => {
    const email = 'confirm@example.com';
    const visitor = world.visitor();
    await visitor.post('/api/accounts', { ...person, email });
    expect((await visitor.post('/api/session', { email, password: PASSWORD })).body).toMatchObject({ code: 'accounts.email_not_verified' });
    const token = await world.tokenMailedTo(email);
    await visitor.get(`/verify-email#token=${token}`);
    expect((await visitor.post('/api/session', { email, password: PASSWORD })).status).toBe(403);
    expect((await visitor.post('/api/accounts/verification', { token: `${token}x`, password: PASSWORD })).body).toMatchObject({ code: 'accounts.link_used_or_expired' });
    expect((await visitor.post('/api/accounts/verification', { token, password: PASSWORD })).body).toEqual({ confirmed: true });
    expect((await visitor.post('/api/session', { email, password: PASSWORD })).body).toMatchObject({ account: { email, roles: ['candidate'] } });
  });

  it('does not put the password of a stranger into force when the owner of the address confirms it', async () => {
    const email = 'taken-over@example.com';
    const [mallory, owner] = [world.visitor(), world.visitor()];
    await mallory.post('/api/accounts', { ...person, name: 'Mallory', email, password: 'the password of mallory' });
    await owner.post('/api/accounts', { ...person, email });
    await owner.post('/api/accounts/verification-mail', { email });
    const { token } = await mailTo(world, email, /Confirm your/);
    expect((await owner.post('/api/accounts/verification', { token })).status).toBe(422);
    const refused = await owner.post('/api/accounts/verification', { token, password: PASSWORD });
    expect(refused).toMatchObject({ status: 422, body: { code: 'accounts.wrong_password_for_confirmation', fields: { password: expect.stringContaining('mailed link') } } });
    expect((await mallory.post('/api/session', { email, password: 'the password of mallory' })).body).toMatchObject({ code: 'accounts.email_not_verified' });
    await owner.post('/api/session/link-mail', { email });
    expect((await owner.post('/api/session/link', { token: (await mailTo(world, email, /link to sign in/)).token })).body).toMatchObject({ account: { email, name: 'taken-over' } });
    expect((await owner.post('/api/accounts/verification', { token, password: 'the password of mallory' })).status).toBe(422);
    expect((await mallory.post('/api/session', { email, password: 'the password of mallory' })).body).toMatchObject({ code: 'accounts.wrong_credentials' });
  });

  it('counts guesses at the password beside a confirmation, and leaves the link to whoever knows it', async () => {
    const email = 'guessed@example.com';
    await world.visitor().post('/api/accounts', { ...person, email });
    const token = await world.tokenMailedTo(email);
    const confirm = async (password: string) => (await world.visitor().post('/api/accounts/verification', { token, password })).status;
    const tries = [];
    for (let count = 0; count < 6; count += 1) tries.push(await confirm(`wrong guess ${count}`));
    expect(tries).toEqual([422, 422, 422, 422, 422, 429]);
    await world.database.moveClock('16 minutes');
    expect(await confirm(PASSWORD)).toBe(200);
    expect(await confirm(PASSWORD)).toBe(422);
  });

  it('answers a known address at sign-up as it answers an unknown one, and tells its owner by mail', async () => {
    const email = 'known@example.com';
    await world.candidate(email);
    const [known, unknown] = await Promise.all([
      world.visitor().post('/api/accounts', { ...person, email, password: 'another quiet phrase' }),
      world.visitor().post('/api/accounts', { ...person, email: 'fresh@example.com' }),
    ]);
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(known.body).toEqual({ email });
    await world.settle();
    const { mails } = (await world.visitor().get('/api/inbox')).body as { mails: { to: string; subject: string }[] };
    expect(mails.filter(({ to }) => to === email).map(({ subject }) => subject)).toContain('You already have an account');
    expect((await world.visitor().post('/api/session', { email, password: 'another quiet phrase' })).status).toBe(401);
  });

  it('takes several sign-ups with one address at the same moment for one', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => world.visitor().post('/api/accounts', { ...person, email: 'race@example.com' })));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(await world.database.query(`select 1 from accounts.account a join auth."user" u using (id) where u.email = 'race@example.com'`)).toHaveLength(1);
  });

  it('[MO19] [MI06] signs in with an opaque cookie that pages cannot read, and destroys the sign-in on the server at logout', async () => {
    const visitor = await world.candidate('cookie@example.com');
    const signedIn = await visitor.post('/api/session', { email: 'cookie@example.com', password: PASSWORD });
    const cookie = signedIn.headers.getSetCookie().find((line) => line.includes('session_token')) ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(decodeURIComponent(cookie)).not.toContain('ada');
    const stolen = visitor.cookie;
    expect((await visitor.delete('/api/session')).status).toBe(204);
    const thief = world.visitor();
    expect((await thief.get('/api/session', { cookie: stolen })).body).toEqual({ account: null });
    expect((await thief.get('/api/interviews', { cookie: stolen })).status).toBe(401);
  });

  it('[MP05] ends a sign-in with the browser, unless it was asked to stay', async () => {
    const visitor = await world.candidate('stay@example.com');
    const lifetime = async (staySignedIn: boolean): Promise<boolean> => {
      const answer = await visitor.post('/api/session', { email: 'stay@example.com', password: PASSWORD, staySignedIn });
      return /max-age|expires/i.test(answer.headers.getSetCookie().find((line) => line.includes('session_token')) ?? '');
    };
    expect(await lifetime(false)).toBe(false);
    expect(await lifetime(true)).toBe(true);
  });

  it('stops guessing after five wrong passwords in a quarter of an hour, and says how long', async () => {
    await world.candidate('guess@example.com');
    const tries = [];
    for (let count = 0; count < 6; count += 1) tries.push(await world.visitor().post('/api/session', { email: 'guess@example.com', password: `wrong guess ${count}` }));
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(Number(tries.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await world.visitor().post('/api/session', { email: 'guess@example.com', password: PASSWORD })).status).toBe(429);
    await world.database.moveClock('16 minutes');
    expect((await world.visitor().post('/api/session', { email: 'guess@example.com', password: PASSWORD })).status).toBe(200);
  });

  it('leaves its owner to sign in from elsewhere while a stranger guesses at the password, up to a ceiling for all together', async () => {
    const proxied = await World.create({ TRUST_PROXY: 'true' });
    const email = 'shut-out@example.com';
    await proxied.candidate(email);
    const signIn = async (from: string, password = 'a wrong guess') => (await proxied.visitor().post('/api/session', { email, password }, { 'x-forwarded-for': from })).status;
    for (let count = 0; count < 20; count += 1) await signIn(`2001:db8:1:2::${count + 1}`);
    expect(await signIn('2001:db8:1:2:ffff::1', PASSWORD)).toBe(429);
    expect(await signIn('2001:db8:1:3::1', PASSWORD)).toBe(200);
    const { RateLimiter } = await import('../../../src/platform/http/index.js');
    await proxied.database.query('delete from http.rate_limit');
    for (let count = 0; count < 50; count += 1) await proxied.app.get(RateLimiter).take({ key: `sign-in:${email}`, limit: 50, seconds: 900 });
    expect(await signIn('198.51.100.9', PASSWORD)).toBe(429);
    await proxied.destroy();
  });

  it('limits per network what costs a hash or a mail, whatever the address it is asked for', async () => {
    const proxied = await World.create({ TRUST_PROXY: 'true' });
    const { Policy } = await import('../../../src/platform/policy/index.js');
    const { RateLimiter } = await import('../../../src/platform/http/index.js');
    const limit = proxied.app.get(Policy).values.limits.rates.signInAttemptsPer15MinutesAndNetwork;
    for (let count = 0; count < limit; count += 1) await proxied.app.get(RateLimiter).take({ key: 'network:203.0.113.7', limit, seconds: 900 });
    const asked = async (from: string) => Promise.all([
      ...['/api/session/link-mail', '/api/password-resets', '/api/accounts/verification-mail'].map((path) => proxied.visitor().post(path, { email: 'any@example.com' }, { 'x-forwarded-for': from })),
      proxied.visitor().post('/api/session', { email: 'any@example.com', password: PASSWORD }, { 'x-forwarded-for': from }),
    ].map(async (answer) => (await answer).status));
    expect(await asked('203.0.113.7')).toEqual([429, 429, 429, 429]);
    expect(await asked('203.0.113.8')).toEqual([202, 202, 202, 401]);
    await proxied.destroy();
  });

  it('does not fill the inbox of somebody whose address is signed up with again and again, and answers as before', async () => {
    const email = 'bombed@example.com';
    await world.candidate(email);
    await world.database.query('delete from http.rate_limit');
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push((await world.visitor().post('/api/accounts', { ...person, email })).status);
    expect(answers).toEqual([202, 202, 202, 202, 202, 202]);
    expect((await mailsTo(world, email)).filter(({ subject }) => subject === 'You already have an account')).toHaveLength(3);
  });

  it('sweeps accounts that were never confirmed after the period of the policy, and half-made ones after an hour', async () => {
    await world.database.moveClock('30 days');
    await world.visitor().post('/api/accounts', { ...person, email: 'never@example.com' });
    await world.settle();
    expect((await everyIdentity()).map(({ email }) => email)).toContain('never@example.com');
    expect(await world.database.query(`select 1 from auth."user" where email = 'never@example.com' and "createdAt" > clock.now() - interval '1 hour'`)).toHaveLength(1);
    await world.database.query(`insert into auth."user" (id, name, email, "emailVerified") values ('00000000-0000-7000-8000-00000000dead', 'Half', 'half@example.com', true)`);
    await world.database.moveClock('2 hours');
    await world.settle();
    const afterAnHour = (await everyIdentity()).map(({ email }) => email);
    expect(afterAnHour).not.toContain('half@example.com');
    expect(afterAnHour).toContain('never@example.com');
    await world.database.moveClock('7 days');
    await world.settle();
    const afterAWeek = (await everyIdentity()).map(({ email }) => email);
    expect(afterAWeek).not.toContain('never@example.com');
    expect(afterAWeek).toContain('cookie@example.com');
  });
});

describe('the first operator', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  it('is whoever opens the one-time link, once', async () => {
    const { OperatorClaims } = await import('../../../src/accounts/index.js');
    const claims = world.app.get(OperatorClaims);
    const late = await claims.open();
    const early = await world.candidate();
    await world.database.query(`update accounts.operator_claim set created_at = clock.now() - interval '8 days'`);
    expect((await early.post('/api/operator-claims', { token: late })).body).toMatchObject({ code: 'accounts.link_used_or_expired' });
    const [first, second] = [await claims.open(), await claims.open()];
    const [ada, eve] = [await world.candidate(), await world.candidate()];
    expect((await ada.get('/api/operations/status')).status).toBe(403);
    expect((await ada.post('/api/operator-claims', { token: first })).body).toMatchObject({ code: 'accounts.link_used_or_expired' });
    expect((await ada.post('/api/operator-claims', { token: second })).body).toMatchObject({ account: { roles: ['candidate', 'operator'] } });
    expect((await eve.post('/api/operator-claims', { token: second })).status).toBe(422);
    expect(await claims.open()).toBeNull();
    await world.database.query(`insert into accounts.operator_claim (token_hash) values (encode(sha256('left over'), 'hex'))`);
    expect((await eve.post('/api/operator-claims', { token: 'left over' })).status).toBe(422);
    expect((await ada.get('/api/operations/status')).body).toMatchObject({ code: 'accounts.second_factor_required' });
    await setUpSecondFactor(ada);
    expect((await ada.get('/api/operations/status')).body).toMatchObject({ checks: expect.arrayContaining([expect.objectContaining({ name: 'Database', ok: true })]) });
    await world.database.moveClock('8 days');
    await world.settle();
    expect(await world.database.query('select 1 from accounts.operator_claim')).toEqual([]);
  });
});
