import { mailsTo, mailTo } from '../../support/mails.js';
import { type Answer, type Visitor } from '../../support/visitor.js';
import { PASSWORD, World } from '../../support/world.js';

const OTHER = 'another quiet phrase';
const CONFIRM_OLD = /address changing/;
const CONFIRM_NEW = /new address/;

let world: World;
beforeAll(async () => { world = await World.create(); });
afterAll(() => world.destroy());

let people = 0;
const somebody = async (): Promise<{ email: string; visitor: Visitor }> => {
  const email = `settings${(people += 1)}@example.com`;
  return { email, visitor: await world.candidate(email) };
};
const signIn = (email: string, password = PASSWORD): Promise<Answer> => world.visitor().post('/api/session', { email, password });
const later = async (interval: string, work: () => Promise<void>): Promise<void> => {
  await world.database.moveClock(interval);
  await work();
  await world.database.moveClock(`-${interval}`);
};

describe('settings', () => {
  it('[MR02] show all that is asked of an account: a name and an e-mail address', async () => {
    const { email, visitor } = await somebody();
    const { body } = await visitor.get('/api/account');
    expect(body).toMatchObject({ name: 'Ada Example', email, roles: ['candidate'], hasPassword: true, providers: [], pendingEmail: null, freshUntil: expect.stringMatching(/Z$/) });
    expect((await visitor.send('PATCH', '/api/account', JSON.stringify({ name: ' Ada Lovelace ' }), { 'content-type': 'application/json' })).body).toMatchObject({ name: 'Ada Lovelace' });
    expect((await visitor.get('/api/session')).body).toMatchObject({ account: { name: 'Ada Lovelace' } });
  });

  it('[MO05] hold a name, an address to mail to and, for those who want, a phone number; nothing else is asked, and nobody but me reads the number', async () => {
    const asked = (await import('../../../src/accounts/accounts.dto.js')).signUpBody.shape;
    expect(Object.keys(asked)).toEqual(['name', 'email', 'password', 'age']);
    const { email, visitor } = await somebody();
    const change = async (body: object) => visitor.send('PATCH', '/api/account', JSON.stringify(body), { 'content-type': 'application/json' });
    expect((await visitor.get('/api/account')).body).toMatchObject({ phone: null });
    expect((await change({ phone: ' +47 55 12 34 56 ' })).body).toMatchObject({ phone: '+47 55 12 34 56', name: 'Ada Example' });
    for (const phone of ['call me', '+', '12', '5'.repeat(31), '']) expect((await change({ phone })).body).toMatchObject({ status: 422, fields: { phone: expect.any(String) } });
    expect((await change({ name: 'Ada Lovelace' })).body).toMatchObject({ phone: '+47 55 12 34 56', name: 'Ada Lovelace' });
    const { accountsHolder } = await import('../../../src/accounts/accounts.personal-data.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const { id } = ((await visitor.get('/api/session')).body as { account: { id: string } }).account;
    expect(await accountsHolder.export(world.app.get(Database).alone, id)).toMatchObject({ account: { phone: '+47 55 12 34 56' } });
    const held = () => world.database.query<{ phone: string | null }>('select phone from accounts.account where id = $1', [id]);
    expect((await change({ phone: null })).body).toMatchObject({ phone: null });
    expect(await held()).toEqual([{ phone: null }]);
    await change({ phone: '0551 123-4567' });
    expect((await visitor.post('/api/account/deletion', { now: false, password: PASSWORD })).status).toBe(200);
    expect([await held(), (await signIn(email)).status]).toEqual([[{ phone: null }], 401]);
  });

  it('change the password with the current one only, and say openly what is wrong', async () => {
    const { email, visitor } = await somebody();
    expect((await visitor.put('/api/account/password', { password: OTHER })).body).toMatchObject({ code: 'accounts.wrong_password', fields: { current: expect.any(String) } });
    expect((await visitor.put('/api/account/password', { password: OTHER, current: 'not the password' })).status).toBe(422);
    expect((await visitor.put('/api/account/password', { password: 'é'.repeat(37), current: PASSWORD })).body).toMatchObject({ code: 'accounts.password_too_long' });
    expect((await visitor.put('/api/account/password', { password: OTHER, current: PASSWORD })).status).toBe(204);
    expect((await visitor.get('/api/account')).status).toBe(200);
    expect([(await signIn(email)).status, (await signIn(email, OTHER)).status]).toEqual([401, 200]);
  });
});

describe('another address', () => {
  it('takes the place of the old one when both have said yes, and not before', async () => {
    const { email, visitor } = await somebody();
    const wanted = `new-${email}`;
    expect((await visitor.post('/api/account/email', { email })).body).toMatchObject({ code: 'accounts.same_email' });
    expect(await visitor.post('/api/account/email', { email: wanted })).toMatchObject({ status: 202, body: { email: wanted } });
    const [fromOld, fromNew] = [await mailTo(world, email, CONFIRM_OLD), await mailTo(world, wanted, CONFIRM_NEW)];
    const confirm = (token: string) => world.visitor().post('/api/email-changes/confirmation', { token });
    expect((await confirm(fromNew.token)).body).toEqual({ state: 'waiting' });
    expect((await confirm(fromNew.token)).body).toMatchObject({ code: 'accounts.link_used_or_expired' });
    expect((await visitor.get('/api/account')).body).toMatchObject({ email, pendingEmail: { email: wanted, confirmed: ['new'] } });
    expect((await signIn(wanted)).status).toBe(401);
    expect((await confirm(fromOld.token)).body).toEqual({ state: 'changed' });
    expect((await visitor.get('/api/account')).body).toMatchObject({ email: wanted, pendingEmail: null });
    expect([(await signIn(email)).status, (await signIn(wanted)).status]).toEqual([401, 200]);
  });

  it('is not taken from its owner, who is told; the asker sees the same answer', async () => {
    const { email, visitor } = await somebody();
    const { email: taken, visitor: owner } = await somebody();
    expect(await visitor.post('/api/account/email', { email: taken })).toMatchObject({ status: 202, body: { email: taken } });
    const { token } = await mailTo(world, email, CONFIRM_OLD);
    expect((await world.visitor().post('/api/email-changes/confirmation', { token })).body).toEqual({ state: 'waiting' });
    expect((await mailsTo(world, taken))[0]?.subject).toBe('You already have an account');
    expect((await owner.get('/api/account')).body).toMatchObject({ email: taken });
  });

  it('can be taken back, and lapses after a day', async () => {
    const { email, visitor } = await somebody();
    await visitor.post('/api/account/email', { email: `back-${email}` });
    const { token } = await mailTo(world, email, CONFIRM_OLD);
    expect((await visitor.delete('/api/account/email')).status).toBe(204);
    expect((await world.visitor().post('/api/email-changes/confirmation', { token })).status).toBe(422);
    await visitor.post('/api/account/email', { email: `late-${email}` });
    const late = await mailTo(world, email, CONFIRM_OLD);
    await later('24 hours 1 second', async () => {
      expect((await world.visitor().post('/api/email-changes/confirmation', { token: late.token })).status).toBe(422);
    });
  });

  it('is asked for by nobody who merely finds a browser open', async () => {
    const { email, visitor } = await somebody();
    await later('11 minutes', async () => {
      expect((await visitor.post('/api/account/email', { email: `x-${email}` })).body).toMatchObject({ code: 'accounts.sign_in_again' });
      expect((await visitor.post('/api/account/email', { email: `x-${email}`, password: PASSWORD })).status).toBe(202);
    });
  });
});
