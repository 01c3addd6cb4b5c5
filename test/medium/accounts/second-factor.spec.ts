import { mailTo } from '../../support/mails.js';
import { appCode, setUpSecondFactor } from '../../support/second-factor.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

/** Has a digit too many: each six are the code of an app at some moment. */
const WRONG = '0000000';

describe('a second factor', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  let people = 0;
  const protectedPerson = async () => {
    const email = `factor${(people += 1)}@example.com`;
    const owner = await world.candidate(email);
    return { email, owner, ...(await setUpSecondFactor(owner)) };
  };
  const signIn = (visitor: Visitor, email: string, staySignedIn = false) => visitor.post('/api/session', { email, password: PASSWORD, staySignedIn });
  const give = (visitor: Visitor, code: string) => visitor.post('/api/session/second-factor', { code });

  it('is asked for after the password; until it is given, nothing is open', async () => {
    const { email, secret } = await protectedPerson();
    const visitor = world.visitor();
    const first = await signIn(visitor, email, true);
    expect(first.body).toEqual({ account: null, awaits: 'second_factor' });
    expect((await visitor.get('/api/session')).body).toEqual({ account: null, awaits: 'second_factor' });
    for (const path of ['/api/interviews', '/api/account', '/api/account/sessions']) expect((await visitor.get(path)).status).toBe(401);
    expect((await visitor.post('/api/tokens')).status).toBe(401);
    const halfWay = visitor.cookie;
    expect((await give(visitor, WRONG)).body).toMatchObject({ code: 'accounts.wrong_code', fields: { code: expect.any(String) } });
    const given = await give(visitor, appCode(secret, 1));
    expect(given.body).toMatchObject({ account: { email, secondFactor: 'on' } });
    expect(given.headers.getSetCookie().join()).toMatch(/Max-Age=2592000/);
    expect((await visitor.get('/api/interviews')).status).toBe(200);
    expect((await world.visitor().get('/api/session', { cookie: halfWay })).body).toEqual({ account: null });
  });

  it('is asked for after a mailed link, too', async () => {
    const { email, secret } = await protectedPerson();
    const visitor = world.visitor();
    await visitor.post('/api/session/link-mail', { email });
    const { code } = await mailTo(world, email, /link to sign in/);
    expect((await visitor.post('/api/session/link-code', { code })).body).toEqual({ account: null, awaits: 'second_factor' });
    expect((await give(visitor, appCode(secret, 1))).body).toMatchObject({ account: { email } });
  });

  it('takes each code of the app once, and each recovery code once', async () => {
    const { email, secret, recoveryCodes } = await protectedPerson();
    const [first, second, third, fourth] = [world.visitor(), world.visitor(), world.visitor(), world.visitor()];
    for (const visitor of [first, second, third, fourth]) await signIn(visitor, email);
    const code = appCode(secret, 1);
    expect((await give(first, code)).status).toBe(200);
    expect((await give(second, code)).status).toBe(422);
    const [recovery = ''] = recoveryCodes;
    expect((await give(third, recovery.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await give(fourth, recovery)).status).toBe(422);
    expect((await third.get('/api/account/second-factor')).body).toMatchObject({ on: true, recoveryCodesLeft: 9 });
  });

  it('is tried five times in a quarter of an hour, whatever the browser, and waits ten minutes', async () => {
    const { email, secret } = await protectedPerson();
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const visitor = world.visitor();
      await signIn(visitor, email);
      statuses.push((await give(visitor, WRONG)).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    await world.database.moveClock('16 minutes');
    const late = world.visitor();
    await signIn(late, email);
    await world.database.moveClock('10 minutes');
    expect((await give(late, appCode(secret, 1))).body).toMatchObject({ code: 'accounts.sign_in_expired' });
    await world.database.moveClock('-26 minutes');
  });

  it('is tried fifty times a day, however patiently', async () => {
    const { email, secret } = await protectedPerson();
    const visitor = world.visitor();
    for (let quarter = 0; quarter < 10; quarter += 1) {
      await signIn(visitor, email);
      // Setting it up was the first of the fifty.
      for (let count = quarter === 0 ? 1 : 0; count < 5; count += 1) expect((await give(visitor, WRONG)).status).toBe(422);
      await world.database.moveClock('16 minutes');
    }
    await signIn(visitor, email);
    expect((await give(visitor, appCode(secret, 1))).status).toBe(429);
    await world.database.moveClock('-160 minutes');
  });

  it('keeps its secret encrypted and its recovery codes as keyed hashes', async () => {
    const { secret, recoveryCodes } = await protectedPerson();
    const stored = JSON.stringify(await world.database.query('select * from accounts.second_factor left join accounts.recovery_code using (account_id)'));
    expect(stored).not.toContain(secret);
    for (const code of recoveryCodes) expect(stored).not.toContain(code.replaceAll('-', ''));
  });

  it('ends the sign-ins that were begun without it, and is not set up by whoever finds a browser open', async () => {
    const email = 'turnon@example.com';
    const [owner, elsewhere] = [await world.candidate(email), world.visitor()];
    await signIn(elsewhere, email);
    await world.database.moveClock('11 minutes');
    expect((await owner.post('/api/account/second-factor')).body).toMatchObject({ code: 'accounts.sign_in_again' });
    expect((await owner.post('/api/account/second-factor', { password: 'not the password' })).body).toMatchObject({ code: 'accounts.wrong_password' });
    const { secret } = (await owner.post('/api/account/second-factor', { password: PASSWORD })).body as { secret: string };
    await world.database.moveClock('-11 minutes');
    expect((await owner.get('/api/account/second-factor')).body).toMatchObject({ on: false });
    expect((await owner.post('/api/account/second-factor/confirmation', { code: WRONG })).status).toBe(422);
    expect((await owner.post('/api/account/second-factor/confirmation', { code: appCode(secret) })).status).toBe(200);
    expect((await elsewhere.get('/api/interviews')).status).toBe(401);
    expect((await owner.post('/api/account/second-factor')).body).toMatchObject({ code: 'accounts.second_factor_on' });
  });

  it('is turned off, and its recovery codes are renewed, with a code only', async () => {
    const { email, owner, secret, recoveryCodes: [old = ''] } = await protectedPerson();
    expect((await owner.post('/api/account/second-factor/removal', { code: WRONG })).status).toBe(422);
    const renewed = (await owner.post('/api/account/second-factor/recovery-codes', { code: appCode(secret, 1) })).body as { recoveryCodes: string[] };
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect((await owner.post('/api/account/second-factor/removal', { code: old })).status).toBe(422);
    expect((await owner.post('/api/account/second-factor/removal', { code: renewed.recoveryCodes[0] })).status).toBe(204);
    expect((await signIn(world.visitor(), email)).body).toMatchObject({ account: { secondFactor: 'off' } });
  });

  it('is what an operator must have before anything of an operator opens; everything else of theirs is open', async () => {
    const { DemoAccounts } = await import('../../../src/accounts/index.js');
    await world.app.get(DemoAccounts).create([{ name: 'Ingrid Solheim', email: 'operator@demo.example', roles: ['candidate', 'operator'] }], PASSWORD);
    const operator = world.visitor();
    expect((await signIn(operator, 'operator@demo.example')).body).toMatchObject({ account: { secondFactor: 'required' } });
    expect((await operator.get('/api/operations/status')).body).toMatchObject({ status: 403, code: 'accounts.second_factor_required' });
    expect((await operator.get('/api/interviews')).status).toBe(200);
    const { secret } = await setUpSecondFactor(operator);
    expect((await operator.get('/api/operations/status')).status).toBe(200);
    expect((await operator.post('/api/account/second-factor/removal', { code: appCode(secret, 1) })).status).toBe(204);
    expect((await operator.get('/api/operations/status')).status).toBe(403);
  });
});
