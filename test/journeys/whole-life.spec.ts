import { execFile } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { type Download } from 'playwright-core';
import { redisIsThere, type RedisServer, startRedis } from '../medium/jobs/redis-server.js';
import { AtBrowser } from '../support/at-browser.js';
import { Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { Canary } from '../support/canary.js';
import { livesOn } from '../support/canary-life.js';
import { type Found, inDatabase, inDataFolder, inRedis } from '../support/canary-search.js';
import { later, mailedToken, ok, rowsOf, settled, type Stage, stageOn } from '../support/canary-stage.js';
import { Unpacked } from '../support/unpacked.js';
import { until } from '../support/until.js';
import { WholeProduct } from './whole-product.js';

const root = join(import.meta.dirname, '../..');
const METRICS_TOKEN = 'a token for the metrics';
const NEW_PASSWORD = 'another three quiet words';

/** Where somebody who uses everything leaves something of themself. */
const LIVED_IN = [
  'accounts.account', 'accounts.link', 'accounts.session', 'auth."user"', 'candidates.assessment', 'candidates.profile', 'candidates.resume', 'certificates.content', 'interviews.answer', 'interviews.answer_score', 'interviews.attempt', 'interviews.interview',
  'notifications.unsubscribe_link', 'payments.billing_details', 'payments.invoice_recipient', 'payments.refund', 'privacy.legal_disclosure', 'privacy.minor_report', 'privacy.request', 'recruiters.appeal',
  'recruiters.colleague_invitation', 'recruiters.contact_request', 'recruiters.decision', 'recruiters.invitation', 'recruiters.invitation_batch', 'recruiters.invitation_link', 'recruiters.score_override',
  'recruiters.scorecard_version', 'recruiters.shortlist_note', 'recruiters.shortlist_tag', 'recruiters.talent_block', 'recruiters.talent_contact', 'recruiters.talent_listing', 'storage.object',
];

/** All that may be found once somebody is erased: the id of an account that leads to nobody any more. */
const stays = (id = 'the id of the account') => ({
  // That something was done with an account, for three years: a chain that could not be checked with a hole in it.
  'audit.entry': [id],
  // Which accounts to delete once more should a backup come back, for as long as backups are kept.
  journal: [id],
});

/** And for some days yet, by the periods of the policy. */
const GOES_SOON = {
  // Which work was done, a week long.
  'jobs.outbox': ['the id of the account'],
  // The inbox of a copy without a mail server, a week long: the mails that say that the account is deleted, and those that ask whoever has copies.
  'mail.sink_message': ['the address', 'the family name', 'the given name'],
  // Words that were suggested to recruiters while somebody bore them, for a day; whose they were, nothing says.
  'recruiters.talent_word': ['the phrase', 'the place'],
};

inABrowser('a whole life', () => {
  const canary = new Canary();
  let redis: RedisServer | undefined;
  let product: WholeProduct;
  /** Another place, with another policy. */
  let elsewhere: WholeProduct | undefined;
  let chromium: Chromium;
  let stage: Stage;
  let at: AtBrowser;
  let there: AtBrowser;
  let copy: Download;
  const widths: string[] = [];

  const everywhere = async (place = product): Promise<Found> => ({
    ...(await inDatabase(canary, place.ownerUrl)), ...(await inDataFolder(canary, place.data)), ...(redis && place === product ? await inRedis(canary, redis.url) : {}),
  });
  const metrics = async (): Promise<string> => (await fetch(`${product.url}/api/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })).text();
  /** No serious barrier, and nothing wider than a phone. */
  const look = async (who: AtBrowser): Promise<void> => {
    await who.look();
    const by = await sticksOut(who.page);
    if (by > 0) widths.push(`${who.page.url()}: ${by}`);
  };
  /** Until files that were let go are deleted. */
  const tidied = async (where: Pick<Stage, 'rows'>): Promise<void> => {
    await settled(where);
    await later(where, '2 minutes');
    await settled(where);
  };

  beforeAll(async () => {
    if (redisIsThere()) redis = await startRedis();
    [product, chromium] = await Promise.all([WholeProduct.start(21_800, { LOG_LEVEL: 'info', METRICS_TOKEN, ...(redis ? { REDIS_URL: redis.url } : {}) }), Chromium.launch()]);
    stage = await stageOn(product, canary);
    at = new AtBrowser(await chromium.window(product.url));
  });
  afterAll(async () => {
    await (chromium as Chromium | undefined)?.close();
    await Promise.all([(product as WholeProduct | undefined)?.end(), elsewhere?.end()]);
    await redis?.stop();
  });

  it('begins with an account, confirmed from the mail', async () => {
    await at.go('/sign-up');
    await at.fill('Your name', canary.name);
    await at.fill('E-mail address', canary.email);
    await at.fill('Password', canary.password);
    await at.fill('How old are you?', '34');
    await at.press('Sign up');
    await at.sees('Check your mail');
    await at.go(`/verify-email#token=${await mailedToken(stage, canary.email, /Confirm your e-mail/)}`);
    await at.fill('Password', canary.password);
    await at.press('Confirm my address');
    await at.sees('Sign in');
    await at.givePassword(canary.email, canary.password);
    await at.sees('Your practice');
    for (const { name, value } of await at.page.context().cookies()) stage.me.keep(`${name}=${canary.token(`the cookie ${name}`, value)}`);
    canary.token('the id of the account', ok<{ account: { id: string } }>(await stage.me.get('/api/session')).account.id);
  });

  it('is practised with a coach, up to a report', async () => {
    await at.follow('Practise an interview');
    await at.sees('Set up your interview');
    await at.field('Number of questions').selectOption('3');
    await at.page.getByLabel('With a coach').check();
    await at.press('Start the interview');
    await at.press('Skip to question 1');
    await at.sees('Question 1 of 3');
    await at.page.getByRole('textbox').fill(`I moved the ${canary.phrase} to PostgreSQL in one night, because the old one fell over each Monday. It never did again.`);
    await at.reads(/^Saved/);
    const hinted = at.page.waitForResponse(/\/hint$/);
    await at.press('Give me a hint');
    expect((await hinted).status()).toBe(200);
    await at.press('Next question');
    await at.page.getByRole('heading', { level: 1, name: /^(Follow-up|Question 2 of 3)/ }).waitFor();
    if (await at.page.getByRole('heading', { level: 1, name: /^Follow-up/ }).isVisible()) await at.press('Skip for now');
    await at.sees('Question 2 of 3');
    await at.press('Skip for now');
    await at.sees('Question 3 of 3');
    await at.press('Check your answers');
    await at.press('Submit interview');
    await at.page.getByRole('heading', { name: 'Overall score' }).waitFor();
    await look(at);
  });

  it('goes on in every room of the house, and leaves something in each; but nothing in a log, in the queue or in the metrics', async () => {
    [elsewhere] = await Promise.all([WholeProduct.start(21_900, { POLICY: 'mockri' }), livesOn(stage)]);
    // A file that is being written yet could not be opened.
    await settled(stage);
    const left = await everywhere();
    expect(Object.keys(left)).toEqual(expect.arrayContaining(LIVED_IN));
    expect(Object.keys(left).filter((where) => where.startsWith('objects/')).length).toBeGreaterThanOrEqual(5);
    expect(Object.entries(left).filter(([where]) => /^(logs|redis|bullmq|retention)\b/.test(where))).toEqual([]);
    expect(left.journal).toEqual(stays().journal);
    const counted = await metrics();
    expect([counted.includes('viva_jobs'), canary.in(counted)]).toEqual([true, []]);
  }, 240_000);

  it('is taken along as a copy of all of it', async () => {
    await at.go('/privacy');
    await at.follow('A copy of all your data');
    await at.press('Make a copy of my data');
    await at.reads('Your copy is ready.');
    await look(at);
    [copy] = await Promise.all([at.page.waitForEvent('download'), at.press('Download my data')]);
    const { all } = Unpacked.of(await readFile(await copy.path()));
    expect(canary.in(all)).toEqual(expect.arrayContaining(['the given name', 'the family name', 'the address', 'the phrase', 'the place']));
  });

  it('is gone on with at another place, under another policy, by whoever has the mailbox', async () => {
    const place = elsewhere!;
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'dist/runtime/import-account.js'), await copy.path(), '--data', place.data], { env: place.environment, timeout: 150_000 });
    expect(stdout).toMatch(/Interviews: \d+ came/);
    // What it says may be kept by whoever runs it: nothing in it says whose copy it was.
    expect(canary.in(stdout)).toEqual([]);
    there = new AtBrowser(await chromium.window(place.url));
    await there.go(`/reset-password#token=${await mailedToken({ ...stage, product: place }, canary.email, /open your account/)}`);
    await there.fill('New password', NEW_PASSWORD);
    await there.press('Set the new password');
    await there.sees('Sign in');
    await there.givePassword(canary.email, NEW_PASSWORD);
    await there.sees('Your practice');
    const { account } = (await (await there.page.request.get('/api/session')).json()) as { account: { id: string } };
    canary.token('the id of the other account', account.id);
    await look(there);
    await there.go('/profile');
    await there.page.getByLabel('Headline').and(there.page.locator(`[value*="${canary.phrase}"]`)).waitFor();
  });

  it('is deleted by whoever lived it, and nothing of it is left: in no table, file, queue, log or metric', async () => {
    // Those words go at night: not in this one, whenever this runs.
    await stage.rows.database.query(`update jobs.timetable set next_at = next_at + interval '1 day' where name = 'recruiters.forget-words'`);
    await at.go('/settings/account');
    await at.page.getByLabel('Delete everything at once').check();
    await at.page.getByLabel(/^Yes, delete the account/).check();
    await at.press('Delete my account');
    await at.sees('Your account is closed');
    await look(at);
    await at.givePassword(canary.email, canary.password);
    await at.reads(/do not belong together/);
    await tidied(stage);
    expect(await everywhere()).toEqual({ ...stays(), ...GOES_SOON });
    const { database } = stage.rows;
    expect(await database.query('select 1 from storage.object')).toEqual([]);
    const mails = await database.query<{ subject: string }>(`select m.subject from mail.sink_message m where m::text ilike '%' || $1 || '%' order by m.subject`, [canary.givenName]);
    // Whoever has a copy of an interview of theirs has to know whose it is.
    const asked = 'Please delete your copy of an interview';
    expect(mails.map(({ subject }) => subject)).toEqual([asked, asked, 'What became of your data', 'Your account is deleted']);
  });

  it('is forgotten after a week but for what the registers say, which leads to nobody', async () => {
    await later(stage, '8 days');
    await tidied(stage);
    expect(canary.in(await metrics())).toEqual([]);
    expect(await everywhere()).toEqual(stays());
    // What the processes say when they end is in the logs as well.
    expect(await product.pause()).toBe(0);
    expect(await inDataFolder(canary, product.data)).toEqual({ journal: stays().journal });
  });

  it('is deleted at the other place as well, once its time there has come', async () => {
    const place = elsewhere!;
    const rows = rowsOf(place);
    await there.go('/settings/account');
    await there.page.getByLabel(/^Yes, delete the account/).check();
    await there.press('Delete my account');
    await there.sees('Your account is closed');
    await settled({ rows });
    expect((await everywhere(place))['accounts.closed_account']).toEqual(expect.arrayContaining(['the address', 'the id of the other account']));
    await later({ rows }, '31 days');
    await until('the account is purged', async () => (await rows.database.query('select 1 from accounts.closed_account')).length === 0);
    await tidied({ rows });
    await later({ rows }, '8 days');
    await tidied({ rows });
    expect(await everywhere(place)).toEqual(stays('the id of the other account'));
  });

  it('would be found out by whatever was forgotten, in whatever form', async () => {
    const place = elsewhere!;
    await rowsOf(place).database.query(`create table public.forgotten as select sha256(convert_to($1, 'UTF8')) as hash, to_tsvector('english', $2) as words`, [canary.email, `about the ${canary.phrase.toUpperCase()}`]);
    appendFileSync(join(place.data, 'logs/web-2026-01-01.log'), `token=${Buffer.from(`x${canary.name}`).toString('base64')}\n`);
    expect(await everywhere(place)).toEqual({ ...stays('the id of the other account'), 'public.forgotten': ['the address', 'the phrase'], 'logs/web': ['the family name', 'the given name'] });
    if (redis) expect(await planted(redis.url)).toEqual({ forgotten: ['the place'] });
  });

  it('meets no barrier, no fault, nothing wider than a phone, and no page that asks another host for anything', () => {
    expect({ barriers: [...at.barriersMet, ...there.barriersMet], widths, faults: chromium.faults, foreign: chromium.foreignRequests }).toEqual({ barriers: [], widths: [], faults: [], foreign: [] });
  });

  const planted = async (url: string): Promise<Found> => {
    const client = new Redis(url);
    await client.flushall();
    await client.hset('forgotten', 'at', encodeURIComponent(canary.place));
    client.disconnect();
    return inRedis(canary, url);
  };
});
