import { Client } from 'pg';
import { mailsTo, mailTo } from '../../support/mails.js';
import { appCode, setUpSecondFactor } from '../../support/second-factor.js';
import { until } from '../../support/until.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

const OTHER = 'another quiet phrase';

let world: World;
let owner: Client;
beforeAll(async () => {
  world = await World.create();
  owner = new Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.destroy();
});

let people = 0;
const somebody = async (): Promise<{ email: string; id: string; visitor: Visitor }> => {
  const email = `race${(people += 1)}@example.com`;
  const visitor = await world.candidate(email);
  const { id } = ((await visitor.get('/api/session')).body as { account: { id: string } }).account;
  return { email, id, visitor };
};
const signIn = (email: string, password = PASSWORD): Promise<Answer> => world.visitor().post('/api/session', { email, password });
const waiting = async (): Promise<number> => (await world.database.query(
  `select from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted`)).length;
/** Has `press` wait for the account while `statements` happen to it elsewhere, and answers once those have committed. */
const behind = async <T>(id: string, statements: readonly string[], press: () => Promise<T>): Promise<T> => {
  await owner.query('begin');
  await owner.query('select from accounts.account where id = $1 for update', [id]);
  for (const statement of statements) await owner.query(statement, [id]);
  const answer = press();
  try {
    await until('it waits behind them', async () => (await waiting()) > 0);
  } finally {
    await owner.query('commit');
  }
  return answer;
};

const RESET_ELSEWHERE = [
  `update auth.account set password = 'reset' where "userId" = $1`,
  'delete from accounts.session where account_id = $1',
];

describe('what was on its way when a password was reset', () => {
  const endings: readonly [string, (visitor: Visitor) => Promise<Answer>][] = [
    ['a password change', (visitor) => visitor.put('/api/account/password', { password: OTHER, current: PASSWORD })],
    ['a deletion', (visitor) => visitor.post('/api/account/deletion', { now: false, password: PASSWORD })],
    ['another name', (visitor) => visitor.send('PATCH', '/api/account', JSON.stringify({ name: 'Mallory' }), { 'content-type': 'application/json' })],
    ['another address', (visitor) => visitor.post('/api/account/email', { email: 'mallory@example.com', password: PASSWORD })],
    ['a second factor', (visitor) => visitor.post('/api/account/second-factor', { password: PASSWORD })],
  ];

  it.each(endings)('does not happen: %s', async (_what, press) => {
    const { id, visitor } = await somebody();
    expect((await behind(id, RESET_ELSEWHERE, () => press(visitor))).body).toMatchObject({ status: 401, code: 'http.sign_in_first' });
    expect(await world.database.query(`select password from auth.account where "userId" = $1`, [id])).toEqual([{ password: 'reset' }]);
    for (const table of ['closed_account', 'email_change', 'second_factor']) expect(await world.database.query(`select 1 from accounts.${table} where account_id = $1`, [id])).toEqual([]);
  });

  it('does not happen: the claim of the operator', async () => {
    const { id, visitor } = await somebody();
    const { OperatorClaims } = await import('../../../src/accounts/index.js');
    const token = await world.app.get(OperatorClaims).open();
    expect((await behind(id, RESET_ELSEWHERE, () => visitor.post('/api/operator-claims', { token }))).status).toBe(401);
    expect(await world.database.query('select roles from accounts.account where id = $1', [id])).toEqual([{ roles: ['candidate'] }]);
  });

  it('does not happen: confirming a second factor', async () => {
    const { id, visitor } = await somebody();
    const { secret } = (await visitor.post('/api/account/second-factor')).body as { secret: string };
    expect((await behind(id, RESET_ELSEWHERE, () => visitor.post('/api/account/second-factor/confirmation', { code: appCode(secret) }))).status).toBe(401);
    expect(await world.database.query('select confirmed_at as at from accounts.second_factor where account_id = $1', [id])).toEqual([{ at: null }]);
  });
});

describe('a sign-in on its way', () => {
  it('waits for the second factor that is being turned on', async () => {
    const { email, id } = await somebody();
    const on = `insert into accounts.second_factor (account_id, sealed_secret, confirmed_at) values ($1, 'x', clock.now())`;
    expect((await behind(id, [on], () => signIn(email))).body).toEqual({ account: null, awaits: 'second_factor' });
  });

  it.each(['link', 'link-code'] as const)('does not begin, by a mailed %s, in an account that is being closed; the link is not used up by that', async (way) => {
    const { email, id } = await somebody();
    const browser = world.visitor();
    await browser.post('/api/session/link-mail', { email });
    const { token, code } = await mailTo(world, email, /link to sign in/);
    const close = `insert into accounts.closed_account (account_id, name, email, purge_at) values ($1, 'x', 'x', clock.now() + interval '1 day')`;
    const answer = await behind(id, [close], () => browser.post(`/api/session/${way}`, way === 'link' ? { token } : { code }));
    expect([401, 422]).toContain(answer.status);
    expect((await browser.get('/api/session')).body).toEqual({ account: null });
    expect(await world.database.query(`select 1 from accounts.link where account_id = $1 and kind = 'sign_in'`, [id])).toHaveLength(1);
    expect(await world.database.query('select 1 from accounts.session where account_id = $1', [id])).toHaveLength(1);
  });

  it('does not take its second step once it was ended elsewhere', async () => {
    const { email, id, visitor } = await somebody();
    const { secret } = await setUpSecondFactor(visitor);
    const browser = world.visitor();
    await browser.post('/api/session', { email, password: PASSWORD });
    const answer = await behind(id, RESET_ELSEWHERE, () => browser.post('/api/session/second-factor', { code: appCode(secret, 1) }));
    expect(answer.body).toMatchObject({ code: 'accounts.sign_in_expired' });
    expect(await world.database.query('select 1 from accounts.session where account_id = $1', [id])).toEqual([]);
  });
});

describe('a button that is pressed twice', () => {
  const twice = async (press: () => Promise<Answer>): Promise<number[]> => (await Promise.all([press(), press()])).map(({ status }) => status).sort();

  it('deletes an account once', async () => {
    const { id, visitor } = await somebody();
    const statuses = await behind(id, [], () => twice(() => visitor.post('/api/account/deletion', { now: false })));
    expect(statuses).toEqual([200, 401]);
  });

  it('changes a password once', async () => {
    const { email, id, visitor } = await somebody();
    const { cookie } = visitor;
    const press = () => world.visitor().send('PUT', '/api/account/password', JSON.stringify({ password: OTHER, current: PASSWORD }), { 'content-type': 'application/json', cookie });
    expect(await behind(id, [], () => twice(press))).toEqual([204, 401]);
    expect((await signIn(email, OTHER)).status).toBe(200);
  });
});

describe('a bearer token', () => {
  const bears = async (token: string): Promise<number> => (await world.visitor().get('/api/interviews', { authorization: `Bearer ${token}` })).status;
  const issue = async (visitor: Visitor): Promise<string> => ((await visitor.post('/api/tokens')).body as { token: string }).token;

  it('ends with a new password, a second factor and a new role, in the very sign-in it came from', async () => {
    const { visitor } = await somebody();
    const { OperatorClaims } = await import('../../../src/accounts/index.js');
    const changes: readonly (() => Promise<unknown>)[] = [
      () => visitor.put('/api/account/password', { password: OTHER, current: PASSWORD }),
      () => setUpSecondFactor(visitor),
      async () => visitor.post('/api/operator-claims', { token: await world.app.get(OperatorClaims).open() }),
    ];
    for (const change of changes) {
      const token = await issue(visitor);
      expect(await bears(token)).toBe(200);
      await change();
      expect(await bears(token)).toBe(401);
    }
    expect((await visitor.get('/api/interviews')).status).toBe(200);
  });
});

describe('the owner of an account', () => {
  const subjects = async (email: string): Promise<string[]> => (await mailsTo(world, email)).map(({ subject }) => subject);

  it('is told when the password or the second factor changes', async () => {
    const { email, visitor } = await somebody();
    await visitor.put('/api/account/password', { password: OTHER, current: PASSWORD });
    const { recoveryCodes: [code] } = await setUpSecondFactor(visitor);
    await visitor.post('/api/account/second-factor/removal', { code });
    await world.visitor().post('/api/password-resets', { email });
    const { token } = await mailTo(world, email, /new password/);
    expect((await world.visitor().post('/api/password', { token, password: PASSWORD })).status).toBe(200);
    const told = await subjects(email);
    expect(told.filter((subject) => subject === 'Your password was changed')).toHaveLength(2);
    expect(told).toEqual(expect.arrayContaining(['Your second factor is on', 'Your second factor is off']));
  });

  it.each(['change', 'reset'] as const)('is rid of a change of address that somebody began, with a password %s', async (how) => {
    const { email, visitor } = await somebody();
    await visitor.post('/api/account/email', { email: `wrong-${email}` });
    const begun = await mailTo(world, `wrong-${email}`, /new address/);
    if (how === 'change') await visitor.put('/api/account/password', { password: OTHER, current: PASSWORD });
    else {
      await world.visitor().post('/api/password-resets', { email });
      await world.visitor().post('/api/password', { token: (await mailTo(world, email, /new password/)).token, password: OTHER });
    }
    expect((await world.visitor().post('/api/email-changes/confirmation', { token: begun.token })).status).toBe(422);
    expect(await world.database.query('select 1 from accounts.email_change where new_email = $1', [`wrong-${email}`])).toEqual([]);
  });
});
