import { mailsTo, mailTo } from '../../support/mails.js';
import { type Answer } from '../../support/visitor.js';
import { sampleResumePdf } from '../../support/sample-resumes.js';
import { PASSWORD, World } from '../../support/world.js';

describe('Delete Account', () => {
  let world: World;
  beforeEach(async () => { world = await World.create(); });
  afterEach(() => world.destroy());

  const signIn = (email: string): Promise<Answer> => world.visitor().post('/api/session', { email, password: PASSWORD });
  const everythingStored = async (): Promise<string> => {
    const tables = await world.database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'bullmq')`);
    const rows = await Promise.all(tables.map(({ name }) => world.database.query(`select t::text from ${name} t`)));
    return JSON.stringify(rows);
  };

  it('[MP19] closes at once: signed out, and answered like an address that nobody ever used', async () => {
    const email = 'gone@example.com';
    const visitor = await world.newcomer(email);
    const asleep = await world.candidate('other@example.com');
    await world.database.moveClock('11 minutes');
    expect((await visitor.post('/api/account/deletion', { now: false })).body).toMatchObject({ code: 'accounts.sign_in_again' });
    expect((await visitor.post('/api/account/deletion', { now: false, password: 'not the password' })).body).toMatchObject({ code: 'accounts.wrong_password' });
    const answer = await visitor.post('/api/account/deletion', { now: false, password: PASSWORD });
    expect(answer).toMatchObject({ status: 200, body: { now: false, goneAt: expect.stringMatching(/Z$/) } });
    expect((await visitor.get('/api/session')).body).toEqual({ account: null });
    const [closed, unknown] = [await signIn(email), await signIn('never@example.com')];
    expect([closed.status, closed.text]).toEqual([unknown.status, unknown.text]);
    await world.visitor().post('/api/session/link-mail', { email });
    await world.visitor().post('/api/password-resets', { email });
    const subjects = (await mailsTo(world, email)).map(({ subject }) => subject);
    expect(subjects).toEqual(['Your account is deleted', 'Confirm your e-mail address']);
    expect((await asleep.get('/api/account')).status).toBe(200);
  });

  it('closes also when somebody signs up with an address made of the id of the account, and no placeholder finds it', async () => {
    const visitor = await world.candidate('placeholder@example.com');
    const { id } = ((await visitor.get('/api/session')).body as { account: { id: string } }).account;
    await world.visitor().post('/api/accounts', { name: 'Mallory', email: `${id}@closed.invalid`, password: PASSWORD, age: 30 });
    expect((await visitor.post('/api/account/deletion', { now: false, password: PASSWORD })).status).toBe(200);
    await world.settle();
    const [row] = await world.database.query<{ email: string }>('select email from auth."user" where id = $1', [id]);
    await world.visitor().post('/api/session/link-mail', { email: row?.email });
    expect(await world.database.query(`select 1 from accounts.link where kind = 'sign_in' and account_id is not null`)).toEqual([]);
  });

  it('[MP19] is purged after the thirty days of the policy, in every module, and not a day earlier; a mail says until when', async () => {
    const email = 'purge@example.com';
    const visitor = await world.newcomer(email);
    await visitor.putFile('/api/resume', await sampleResumePdf());
    const { id } = ((await visitor.get('/api/session')).body as { account: { id: string } }).account;
    const { goneAt } = (await visitor.post('/api/account/deletion', { now: false })).body as { goneAt: string };
    const mail = await mailTo(world, email, /deleted/);
    expect(mail.text).toContain(new Date(goneAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }));
    await world.database.moveClock('29 days 23 hours');
    await world.settle();
    expect(await world.database.query('select 1 from candidates.resume')).toHaveLength(1);
    await world.database.moveClock('2 hours');
    await world.settle();
    expect(await world.database.query('select 1 from accounts.account')).toEqual([]);
    expect(await world.database.query('select 1 from candidates.resume')).toEqual([]);
    await world.database.query('delete from mail.sink_message where account_id is null');
    expect(await everythingStored()).not.toContain(email);
    const { personalDataHolders } = await import('../../../src/platform/personal-data/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const left = await Promise.all(personalDataHolders().map((holder) => holder.remaining(world.app.get(Database).alone, id)));
    expect(left.flat().map(({ table }) => table)).toEqual(['audit.entry']);
    expect((await world.database.query<{ action: string }>('select action from audit.entry order by sequence')).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['accounts.signed_up', 'accounts.closed', 'accounts.purged']));
  });

  it('is told of once more two to three days before its data is gone, in one mail; one that goes within a few days is not', async () => {
    const email = 'soon@example.com';
    const visitor = await world.candidate(email);
    const { goneAt } = (await visitor.post('/api/account/deletion', { now: false })).body as { goneAt: string };
    const reminders = async () => {
      await world.settle();
      return (await mailsTo(world, email)).filter(({ subject }) => subject.startsWith('The data of your deleted account'));
    };
    await world.database.moveClock('26 days 23 hours');
    expect(await reminders()).toEqual([]);
    await world.database.moveClock('1 hour 20 minutes');
    expect(await reminders()).toHaveLength(1);
    expect((await mailTo(world, email, /The data of your deleted account/)).text).toContain(`deleted for good on ${new Date(goneAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}`);
    await world.database.query(`update accounts.closed_account set reminded_at = null, closed_at = purge_at - interval '3 days'`);
    await world.database.moveClock('1 day');
    expect(await reminders()).toHaveLength(1);
  });

  it('[MP19] is purged at once for whoever asks for it', async () => {
    const email = 'now@example.com';
    const visitor = await world.newcomer(email);
    await visitor.putFile('/api/resume', await sampleResumePdf());
    expect((await visitor.post('/api/account/deletion', { now: true })).body).toMatchObject({ now: true });
    expect((await mailTo(world, email, /deleted/)).text).toContain('cannot be brought back');
    expect(await world.database.query('select 1 from accounts.account')).toEqual([]);
    expect(await world.database.query('select 1 from candidates.resume')).toEqual([]);
    await world.database.query('delete from mail.sink_message where account_id is null');
    expect(await everythingStored()).not.toContain(email);
  });

  it('frees the address: a new account with it knows nothing of the old one, and outlives its purge', async () => {
    const email = 'again@example.com';
    await (await world.candidate(email)).post('/api/account/deletion', { now: false });
    const anew = await world.newcomer(email);
    expect((await anew.get('/api/account')).body).toMatchObject({ email });
    await world.database.moveClock('31 days');
    await world.settle();
    expect(await world.database.query('select 1 from accounts.account')).toHaveLength(1);
    expect((await signIn(email)).status).toBe(200);
  });

  it('tells the rest of the house that the account was closed', async () => {
    await (await world.candidate()).post('/api/account/deletion', { now: false });
    expect(await world.database.query(`select 1 from jobs.outbox where name = 'accounts.closed'`)).toHaveLength(1);
  });
});
