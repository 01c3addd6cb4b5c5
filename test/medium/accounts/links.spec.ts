import { mailsTo, mailTo } from '../../support/mails.js';
import { personWith } from '../../support/people.js';
import { type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

const SIGN_IN = /link to sign in/;
const RESET = /new password/;
const OTHER = 'another quiet phrase';

describe('a link by mail', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  let people = 0;
  /** Somebody with an account, in a browser that is not signed in. */
  const somebody = async (): Promise<{ email: string; browser: Visitor }> => {
    const email = `links${(people += 1)}@example.com`;
    await world.candidate(email);
    return { email, browser: world.visitor() };
  };
  const ask = async (browser: Visitor, email: string, staySignedIn = false) => {
    expect(await browser.post('/api/session/link-mail', { email, staySignedIn })).toMatchObject({ status: 202, body: { email } });
    return mailTo(world, email, SIGN_IN);
  };

  it('[MP01] signs in once, by POST, in the browser that asked, within ten minutes; only its hash is kept', async () => {
    const { email, browser } = await somebody();
    const { token } = await ask(browser, email);
    const stored = JSON.stringify(await world.database.query('select * from accounts.link'));
    expect(stored).not.toContain(token);
    await browser.get(`/sign-in/link#token=${token}`);
    expect((await browser.get('/api/session')).body).toEqual({ account: null });
    expect((await browser.post('/api/session/link', { token })).body).toMatchObject({ account: { email } });
    expect((await browser.get('/api/interviews')).status).toBe(200);
    expect((await browser.post('/api/session/link', { token })).body).toMatchObject({ code: 'accounts.link_used_or_expired' });
    const late = await ask(browser, email);
    await world.database.moveClock('10 minutes');
    expect((await browser.post('/api/session/link', { token: late.token })).body).toMatchObject({ code: 'accounts.link_used_or_expired' });
    expect((await browser.post('/api/session/link-code', { code: late.code })).body).toMatchObject({ code: 'accounts.wrong_code' });
  });

  it('is refused in any other browser, without being used up, and works there neither as a code', async () => {
    const { email, browser } = await somebody();
    const { token, code } = await ask(browser, email);
    const thief = world.visitor();
    expect((await thief.post('/api/session/link', { token })).body).toMatchObject({ code: 'accounts.link_other_browser' });
    expect((await thief.post('/api/session/link-code', { code })).body).toMatchObject({ code: 'accounts.wrong_code' });
    await thief.post('/api/session/link-mail', { email: 'nobody@example.com' });
    expect((await thief.post('/api/session/link', { token })).body).toMatchObject({ code: 'accounts.link_other_browser' });
    expect((await browser.post('/api/session/link', { token })).status).toBe(200);
  });

  it('may be typed as a code, however it is spelled, in the browser that asked; five wrong codes end it', async () => {
    const { email, browser } = await somebody();
    const { code } = await ask(browser, email, true);
    const signedIn = await browser.post('/api/session/link-code', { code: ` ${code.toLowerCase().replace('-', ' ')}` });
    expect(signedIn.body).toMatchObject({ account: { email } });
    expect(signedIn.headers.getSetCookie().find((line) => line.includes('session_token'))).toMatch(/Max-Age=2592000/);
    const again = world.visitor();
    const second = await ask(again, email);
    for (let count = 0; count < 5; count += 1) expect((await again.post('/api/session/link-code', { code: 'AAAA-AAAA' })).status).toBe(422);
    expect((await again.post('/api/session/link-code', { code: second.code })).body).toMatchObject({ code: 'accounts.wrong_code', fields: { code: expect.any(String) } });
  });

  it('[MP01] is asked for in the same words, with the same work and at nearly the same cost, whether the address is known or not', async () => {
    const { email } = await somebody();
    const steps = async (path: string, address: string): Promise<unknown[]> => {
      await world.settle();
      await world.database.query('delete from accounts.link');
      await world.database.query(`delete from jobs.outbox`);
      const answer = await world.visitor().post(path, { email: address });
      const [rows] = await world.database.query(
        `select (select count(*)::int from accounts.link) as links, (select count(*)::int from jobs.outbox where name = 'accounts.mail-link') as jobs,
           (select count(*)::int from mail.outbox where status = 'queued') as mails`);
      return [answer.status, answer.text.replace(address, 'x'), answer.headers.getSetCookie().length, rows];
    };
    for (const path of ['/api/session/link-mail', '/api/password-resets', '/api/accounts/verification-mail']) {
      expect(await steps(path, email)).toEqual(await steps(path, `nobody${path.length}@example.com`));
    }
  });

  it('is not mailed to strangers, and not more often than the policy allows', async () => {
    await world.visitor().post('/api/session/link-mail', { email: 'stranger@example.com' });
    expect(await mailsTo(world, 'stranger@example.com')).toEqual([]);
    const asked = [];
    for (let count = 0; count < 6; count += 1) asked.push((await world.visitor().post('/api/session/link-mail', { email: 'often@example.com' })).status);
    expect(asked).toEqual([202, 202, 202, 202, 202, 429]);
    const resets = [];
    for (let count = 0; count < 4; count += 1) resets.push((await world.visitor().post('/api/password-resets', { email: 'often@example.com' })).status);
    expect(resets).toEqual([202, 202, 202, 429]);
  });

  it('[IM07] sets a new password once, by POST, and ends every sign-in', async () => {
    const email = 'forgot@example.com';
    const before = await world.candidate(email);
    const visitor = world.visitor();
    await visitor.post('/api/password-resets', { email });
    const { token } = await mailTo(world, email, RESET);
    await visitor.get(`/reset-password#token=${token}`);
    expect((await before.get('/api/interviews')).status).toBe(200);
    expect((await visitor.post('/api/password', { token, password: 'short' })).body).toMatchObject({ code: 'accounts.password_too_short' });
    expect((await visitor.post('/api/password', { token, password: OTHER })).body).toEqual({ changed: true });
    expect((await before.get('/api/interviews')).status).toBe(401);
    expect((await visitor.post('/api/session', { email, password: PASSWORD })).status).toBe(401);
    expect((await visitor.post('/api/session', { email, password: OTHER })).status).toBe(200);
    expect((await visitor.post('/api/password', { token, password: PASSWORD })).body).toMatchObject({ code: 'accounts.link_used_or_expired' });
  });

  it('sets one password when it is pressed twice at the same moment', async () => {
    const { email, browser } = await somebody();
    await browser.post('/api/password-resets', { email });
    const { token } = await mailTo(world, email, RESET);
    const answers = await Promise.all([browser.post('/api/password', { token, password: OTHER }), browser.post('/api/password', { token, password: PASSWORD })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('takes an account that nobody confirmed away from whoever set its password', async () => {
    const email = 'victim@example.com';
    await world.visitor().post('/api/accounts', { name: 'Mallory', email, password: PASSWORD, age: 30 });
    const owner = world.visitor();
    const { token } = await ask(owner, email);
    expect((await owner.post('/api/session/link', { token })).status).toBe(200);
    expect((await world.visitor().post('/api/session', { email, password: PASSWORD })).body).toMatchObject({ code: 'accounts.wrong_credentials' });
    expect((await owner.get('/api/account')).body).toMatchObject({ hasPassword: false });
  });
});

/**
 * How much longer the quickest of several known ones took than the quickest unknown one. What a busy machine adds, it adds
 * to some of them: while they differ, more are tried, up to twenty, so that only what always takes longer is left.
 */
async function ratioOf(attempt: (count: number, kind: 'known' | 'unknown') => Promise<number>): Promise<number> {
  const quickest = { known: Infinity, unknown: Infinity };
  for (let count = 0; count < 5 || (count < 20 && !isAlike(quickest.known / quickest.unknown)); count += 1) {
    for (const kind of ['unknown', 'known'] as const) quickest[kind] = Math.min(quickest[kind], await attempt(count, kind));
  }
  return quickest.known / quickest.unknown;
}

const isAlike = (ratio: number): boolean => ratio > 0.6 && ratio < 1.6;

describe('a wrong sign-in', () => {
  let world: World;
  beforeAll(async () => { world = await World.create(); });
  afterAll(() => world.destroy());

  it('takes as long for an unknown address as for a known one', async () => {
    const ratio = await ratioOf(async (count, kind) => {
      const email = `timing${count}@example.com`;
      if (kind === 'known') await personWith(world, { email });
      const start = performance.now();
      expect((await world.visitor().post('/api/session', { email: kind === 'known' ? email : `un${email}`, password: 'not the password' })).body).toMatchObject({ code: 'accounts.wrong_credentials' });
      return performance.now() - start;
    });
    expect([ratio, isAlike(ratio)]).toEqual([ratio, true]);
  });

  it('and a sign-up, too, which says nothing else either', async () => {
    const body = { name: 'Ada Example', password: PASSWORD, age: 30 };
    // Who signs up first is unknown, and known the second time.
    const ratio = await ratioOf(async (count) => {
      // One network may sign up twenty times an hour, and here it may take forty.
      await world.database.query('delete from http.rate_limit');
      const start = performance.now();
      expect((await world.visitor().post('/api/accounts', { ...body, email: `twice${count}@example.com` })).status).toBe(202);
      return performance.now() - start;
    });
    expect([ratio, isAlike(ratio)]).toEqual([ratio, true]);
  });

  it('is one also when the first 72 bytes of the password are right', async () => {
    const password = 'p'.repeat(72);
    await world.visitor().post('/api/accounts', { name: 'Ada Example', email: 'long@example.com', password, age: 30 });
    await world.visitor().post('/api/accounts/verification', { token: await world.tokenMailedTo('long@example.com'), password });
    expect((await world.visitor().post('/api/session', { email: 'long@example.com', password: `${password}x` })).status).toBe(401);
    expect((await world.visitor().post('/api/session', { email: 'long@example.com', password })).status).toBe(200);
  });
});
