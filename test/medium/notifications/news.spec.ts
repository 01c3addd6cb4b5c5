import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { allow, takeBack } from '../../support/consents.js';
import { mailsTo, mailTo } from '../../support/mails.js';
import { personWith, signedIn } from '../../support/people.js';
import { setUpSecondFactor } from '../../support/second-factor.js';
import { until } from '../../support/until.js';
import { Visitor } from '../../support/visitor.js';
import { SECRET, World } from '../../support/world.js';

interface Sent { id: string; recipients: number; sent: number; leftOut: number; finishedAt: string | null }

const draft = { subject: 'Bookings are here', text: 'You can book an interviewer now.\n\nRead more at https://viva.example/bookings.' };

describe('news from the operator', () => {
  let world: World;
  let operator: Visitor;
  let people = 0;
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    world = await World.create();
    operator = await world.candidate('operator@example.com');
    await world.database.query(`update accounts.account set roles = array['operator'] where id = (select id from auth."user" where email = 'operator@example.com')`);
    await setUpSecondFactor(operator);
  });
  afterAll(async () => {
    for (const child of workers) child.kill('SIGKILL');
    await world.destroy();
  });
  // Each test has readers of its own.
  afterEach(async () => {
    for (const { id } of await world.database.query<{ id: string }>(`select subject_id as id from consent.live_grant where purpose = 'marketing_email'`)) await takeBack(world, id, 'marketing_email');
  });

  const person = async (): Promise<{ id: string; email: string }> => {
    const email = `reader${(people += 1)}@example.com`;
    return { id: await personWith(world, { email }), email };
  };
  const reader = async (): Promise<{ id: string; email: string }> => {
    const made = await person();
    await allow(world, made.id, 'marketing_email');
    return made;
  };
  const asThemselves = async (accountId: string): Promise<Visitor> => {
    const visitor = new Visitor(world.url);
    visitor.keep(`viva.session_token=${await signedIn(world, accountId)}; Path=/`);
    return visitor;
  };
  const send = (id = randomUUID(), change: object = {}) => operator.put(`/api/operations/news/${id}`, { ...draft, ...change });
  const lastSent = async (): Promise<Sent> => ((await operator.get('/api/operations/news')).body as { news: [Sent] }).news[0];
  const newsTo = async (email: string) => (await mailsTo(world, email)).filter(({ subject }) => subject === draft.subject);
  /** The worker of the product as a process of its own, ready to work. */
  const startWorker = async (): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, '../privacy/worker-process.ts'), [], {
      execArgv: ['--import', join(import.meta.dirname, '../../support/typescript.mjs')],
      env: { PATH: process.env.PATH, NODE_ENV: 'test', SECRET, DATABASE_URL: world.database.applicationUrl, PUBLIC_URL: world.url, LOG_LEVEL: 'silent' },
    });
    workers.push(child);
    await once(child, 'message');
    return child;
  };
  const mailsWritten = () => world.database.query<{ account: string; mails: number }>(`select account_id as account, count(*)::int as mails from mail.outbox where template = 'news' group by 1`);

  it.each([
    ['GET', '/api/operations/news'], ['POST', '/api/operations/news/preview'], ['POST', '/api/operations/news/try'], ['PUT', `/api/operations/news/${randomUUID()}`],
  ])('is closed to a guest and to every other role, and to an operator without a second factor: %s %s', async (method, path) => {
    expect((await world.visitor().send(method, path)).status).toBe(401);
    for (const role of ['candidate', 'recruiter', 'interviewer'] as const) {
      const other = await asThemselves(await personWith(world, { email: `${role}${(people += 1)}@example.com`, roles: [role] }));
      expect([role, (await other.send(method, path)).status]).toEqual([role, 403]);
    }
    const unproved = await asThemselves(await personWith(world, { email: `operator${(people += 1)}@example.com`, roles: ['operator'] }));
    expect(await unproved.send(method, path)).toMatchObject({ status: 403, body: { code: 'accounts.second_factor_required' } });
  });

  it('goes to those who agreed and to nobody else, and says why it came and who sends it', async () => {
    const [zora, unasked, changedTheirMind, unconfirmed, gone] = [await reader(), await person(), await reader(), await reader(), await reader()];
    await takeBack(world, changedTheirMind.id, 'marketing_email');
    await world.database.query(`update auth."user" set "emailVerified" = false where id = $1`, [unconfirmed.id]);
    await world.database.query(`insert into accounts.closed_account (account_id, name, email, purge_at) values ($1, '', '', clock.now())`, [gone.id]);
    expect((await operator.post('/api/operations/news/preview', draft)).body).toEqual({
      recipients: 1, text: expect.stringMatching(/^Bookings are here\n\nYou can book.*bookings\.\n\n--\nYou get this mail because you.*allowed “News about this place by mail”.*\nSend me no more news: .*#token=…\n$/s) as string,
    });
    expect(await send()).toMatchObject({ status: 202, body: { recipients: 1, sent: 0, finishedAt: null } });
    const mail = await mailTo(world, zora.email, /Bookings are here/);
    expect(mail.text).toContain(`Send me no more news: ${world.url}/unsubscribe#token=${mail.token}`);
    for (const { email } of [unasked, changedTheirMind, unconfirmed, gone]) expect(await newsTo(email)).toEqual([]);
    expect(await lastSent()).toMatchObject({ recipients: 1, sent: 1, leftOut: 0, finishedAt: expect.any(String) as string });
    const [entry] = await world.database.query<{ detail: unknown }>(`select detail from audit.entry where action = 'notifications.news_sent' order by sequence desc limit 1`);
    expect(entry).toEqual({ detail: { recipients: 1 } });
  });

  it('does not go to whoever takes their consent back before their turn, nor when the mail is written already and waits', async () => {
    const [stays, leaves, leavesLate] = [await reader(), await reader(), await reader()];
    await send();
    await takeBack(world, leaves.id, 'marketing_email');
    const { NewsMailing } = await import('../../../src/notifications/news/news-mailing.js');
    await world.app.get(NewsMailing, { strict: false }).goOn((await lastSent()).id, new AbortController().signal);
    expect(await lastSent()).toMatchObject({ recipients: 3, sent: 2, leftOut: 1 });
    await takeBack(world, leavesLate.id, 'marketing_email');
    expect([await newsTo(stays.email), await newsTo(leaves.email), await newsTo(leavesLate.email)]).toMatchObject([[{ subject: draft.subject }], [], []]);
    expect(await lastSent()).toMatchObject({ finishedAt: expect.any(String) as string });
  });

  it('leaves out whoever cannot be written to, and goes on to those after them', async () => {
    const [first, ...others] = [await reader(), await reader(), await reader()].sort((one, two) => one.id.localeCompare(two.id));
    await world.database.query(`update auth."user" set email = 'no address' where id = $1`, [first?.id]);
    await send();
    for (const { email } of others) expect(await newsTo(email)).toHaveLength(1);
    expect(await lastSent()).toMatchObject({ recipients: 3, sent: 2, leftOut: 1, finishedAt: expect.any(String) as string });
  });

  it.each([
    ['by its page', '/unsubscribe', (token: string) => world.visitor().post('/api/unsubscriptions', { token })],
    ['by the button of a mail program', '/api/unsubscriptions/one-click', (token: string) => world.visitor().post(`/api/unsubscriptions/one-click?token=${token}`)],
  ])('is ended by the link below it, %s: the consent is taken back, once, with a receipt', async (_how, place, follow) => {
    const me = await reader();
    await send();
    const { token } = await mailTo(world, me.email, /Bookings are here/);
    expect(await follow(token)).toMatchObject({ status: 200, body: { title: 'News about this place by mail', isConsent: true } });
    expect((await follow(token)).status).toBe(200);
    const myself = await asThemselves(me.id);
    const { acts } = (await myself.get('/api/consents/history')).body as { acts: [{ id: string }] };
    expect(acts).toMatchObject([{ purpose: 'marketing_email', status: 'withdrawn', how: 'link', where: place }, { status: 'given' }]);
    expect((await myself.get(`/api/consents/receipts/${acts[0].id}`)).text).toContain('ConsentWithdrawn');
    expect((await myself.get('/api/consents')).body).toMatchObject({ consents: expect.arrayContaining([expect.objectContaining({ purpose: 'marketing_email', live: false })]) });
    expect(await send()).toMatchObject({ status: 409, body: { code: 'notifications.nobody_to_write_to' } });
  });

  it('is tried by one copy to the operator alone, who need not want news', async () => {
    const me = await reader();
    expect((await operator.post('/api/operations/news/try', draft)).body).toEqual({ isSent: true });
    const [copy] = await newsTo('operator@example.com');
    expect(copy?.text).toContain('Send me no more news');
    // They never allowed it, and are not told that they did.
    expect(copy?.text).toContain('because you asked for a copy of it');
    expect(copy?.text).not.toContain('allowed');
    expect(await newsTo(me.email)).toEqual([]);
    for (const fault of [{ subject: 'Two\nlines' }, { subject: ' ' }, { text: '' }, { text: 'x'.repeat(10_001) }]) expect((await send(randomUUID(), fault)).status).toBe(422);
  });

  it('goes out once however often it is sent, and never under the number of something else', async () => {
    const me = await reader();
    const id = randomUUID();
    const twice = await Promise.all([send(id), send(id)]);
    expect(twice.map(({ status }) => status)).toEqual([202, 202]);
    expect(await newsTo(me.email)).toHaveLength(1);
    expect((await send(id)).body).toMatchObject({ id, sent: 1 });
    expect(await send(id, { text: 'Something else.' })).toMatchObject({ status: 409, body: { code: 'notifications.other_news_sent' } });
    expect(await newsTo(me.email)).toHaveLength(1);
  });

  it('reaches nobody twice although the worker is killed in the middle, and everybody in the end', async () => {
    const all = [];
    for (let count = 0; count < 6; count += 1) all.push((await reader()).id);
    const before = await mailsWritten();
    await send();
    // Whoever is third in line cannot be asked for their consent: two mails are handed over, and the worker is in the middle of the next.
    const [third] = [...all].sort().slice(2);
    const holds = new Client(world.database.ownerUrl);
    await holds.connect();
    await holds.query('begin');
    const { rows: [me] } = await holds.query<{ pid: number }>('select pg_backend_pid() as pid');
    await holds.query('select from consent.live_grant where subject_id = $1 for update', [third]);
    const worker = await startWorker();
    await until('the third is being asked', async () => (await world.database.query('select from pg_stat_activity where $1::int = any (pg_blocking_pids(pid))', [me?.pid])).length === 1);
    expect(await lastSent()).toMatchObject({ sent: 2, finishedAt: null });
    await world.bury(worker);
    await holds.query('rollback');
    await holds.end();
    await until('what it had not finished is undone', async () => (await world.database.query('select from notifications.news_recipient for update nowait')).length === 4);
    await world.database.moveClock('1 hour');
    await world.settle();
    expect(await lastSent()).toMatchObject({ recipients: 6, sent: 6, leftOut: 0, finishedAt: expect.any(String) as string });
    const mine = (await mailsWritten()).filter(({ account }) => !before.some((known) => known.account === account));
    expect(mine.map(({ account, mails }) => [account, mails]).sort()).toEqual([...all].sort().map((id) => [id, 1]));
  });

  // The last of this file: the clock stays where it is.
  it('goes on when its job is lost; whose turn is to come is told in their copy and forgotten with them, and the news itself after a year', async () => {
    const [stays, goes] = [await reader(), await reader()];
    const id = randomUUID();
    await send(id);
    await world.database.query(`delete from jobs.outbox where name = 'notifications.send-news'`);
    await world.settle();
    expect(await lastSent()).toMatchObject({ id, sent: 0, finishedAt: null });
    const { personalDataHolders } = await import('../../../src/platform/personal-data/index.js');
    const { Database } = await import('../../../src/platform/db/index.js');
    const [holder, db] = [personalDataHolders().find(({ module }) => module === 'notifications'), world.app.get(Database).alone];
    expect(await holder?.export(db, goes.id)).toMatchObject({ newsToCome: [{ subject: draft.subject }] });
    expect(await holder?.remaining(db, goes.id)).toMatchObject([{ table: 'notifications.news_recipient', rows: 1 }]);
    await holder?.erase(db, goes.id);
    expect(await holder?.remaining(db, goes.id)).toEqual([]);
    await world.database.moveClock('15 minutes');
    await world.settle();
    expect(await lastSent()).toMatchObject({ id, recipients: 2, sent: 1, leftOut: 1, finishedAt: expect.any(String) as string });
    expect(await newsTo(stays.email)).toHaveLength(1);
    await world.database.moveClock('366 days');
    expect(await world.database.query('select from notifications.news where id = $1', [id])).toHaveLength(1);
    const { NewsDesk } = await import('../../../src/notifications/news/news-desk.js');
    expect(await world.app.get(NewsDesk, { strict: false }).page(null)).toEqual({ news: [], next: null });
    await world.settle();
    expect(await world.database.query('select from notifications.news where id = $1', [id])).toEqual([]);
  });
});
