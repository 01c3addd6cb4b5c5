import { readFile } from 'node:fs/promises';
import { type BrowserContext, type Page } from 'playwright-core';
import { AtBrowser } from '../support/at-browser.js';
import { Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { setUpSecondFactor } from '../support/second-factor.js';
import { Unpacked } from '../support/unpacked.js';
import { type Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const TYPED = 'Nobody but me knows about the ledger of Lisbon.';
const PUBLIC = ['/legal/privacy', '/legal/cookies', '/legal/processors', '/legal/contact', '/do-not-sell'];

inABrowser('whoever looks after their data', () => {
  let world: World;
  let chromium: Chromium;
  let person: Visitor;
  let operator: Visitor;
  let at: AtBrowser;

  const signedIn = async (visitor: Visitor, width = 1280): Promise<Page> => {
    const page = await chromium.window(world.url, width);
    const cookies = visitor.cookie.split('; ').map((cookie) => /^([^=]+)=(.*)$/.exec(cookie)).map((parts) => ({ name: parts?.[1] ?? '', value: parts?.[2] ?? '', url: world.url }));
    await page.context().addCookies(cookies);
    return page;
  };
  /** The heading is there before the policy has come: only a page that names something has been read. */
  const codes = async (page: Page): Promise<string[]> => {
    const named = page.locator('main dt code');
    await named.first().waitFor();
    return named.allInnerTexts();
  };

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    person = await world.candidate('person@example.com');
    operator = await world.candidate('operator@example.com');
    await world.database.query(`update accounts.account set roles = array['candidate', 'operator'] where id = (select id from auth."user" where email = 'operator@example.com')`);
    await setUpSecondFactor(operator);
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    at = new AtBrowser(await signedIn(person));
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('[MO17] finds in one place what is held, who saw it, what is allowed, and what to do about each', async () => {
    await at.go('/privacy');
    await at.sees('Privacy centre');
    await at.reads('Your account, while you keep it');
    await at.reads(/^Nobody\. As soon as a recruiter is shown something of you/);
    await at.reads('Nothing. Everything that needs your consent is off.');
    const main = at.page.getByRole('main');
    for (const link of ['A copy of all your data', 'Name and address', 'Everything you allowed, each with its switch and its receipts', 'your account', 'Do not sell or share my data']) {
      await main.getByRole('link', { name: link, exact: true }).waitFor();
    }
    await at.look();
  });

  it('stops every optional use with one press, reads what that means, and lifts it again', async () => {
    await at.press('Restrict all optional use');
    await at.reads('The use of your data is restricted');
    await at.look();
    await at.press('Lift the restriction');
    await at.page.getByRole('button', { name: 'Restrict all optional use' }).waitFor();
    await at.page.getByLabel('Stop: News about this place by mail').click();
    await at.page.getByLabel('Stop: News about this place by mail', { exact: true }).and(at.page.locator(':checked')).waitFor();
    await at.page.reload();
    await at.page.getByLabel('Stop: News about this place by mail', { exact: true }).and(at.page.locator(':checked')).waitFor();
    expect(await world.database.query('select purpose from privacy.objection')).toEqual([{ purpose: 'marketing_email' }]);
  });

  it('asks for a correction, is answered by an operator with a due date before their eyes, and reads the answer', async () => {
    await at.go('/privacy/requests');
    await at.press('Send the request');
    await at.reads('Say what it is about');
    await at.fill('What is it about?', TYPED);
    await at.press('Send the request');
    await at.reads('We have your request');
    await at.look();
    const desk = new AtBrowser(await signedIn(operator));
    await desk.go('/operator/requests');
    await desk.sees('Requests about personal data');
    await desk.reads(TYPED);
    await desk.reads(/^Due by /);
    await desk.look();
    await desk.fill('Your answer', 'It is corrected.');
    await desk.page.getByRole('button', { name: /^Send the answer/ }).click();
    await desk.reads('There are none.');
    await at.page.reload();
    await at.reads('It is corrected.');
    at.barriersMet.push(...desk.barriersMet);
  });

  it('has a copy made, watches it being made, and downloads a ZIP that holds what was typed', async () => {
    await at.go('/privacy');
    await at.follow('A copy of all your data');
    await at.sees('A copy of your data');
    await at.look();
    await at.press('Make a copy of my data');
    await at.reads('Your copy is ready.');
    await at.look();
    const [download] = await Promise.all([at.page.waitForEvent('download'), at.press('Download my data')]);
    expect(download.suggestedFilename()).toBe('viva-voce-data.zip');
    const copy = Unpacked.of(await readFile(await download.path()));
    expect(copy.text('data/privacy/requests.json')).toContain(TYPED);
    expect(copy.paths).toEqual(expect.arrayContaining(['index.html', 'manifest.json', 'data/accounts/account.json']));
  });

  it('[MR14] sees that the signal of the browser is honoured, signed out and signed in, and cannot choose against it', async () => {
    const out = await chromium.window(world.url);
    await out.context().setExtraHTTPHeaders({ 'Sec-GPC': '1' });
    await out.goto('/do-not-sell');
    await out.getByText('Your browser says: do not sell or share').waitFor();
    const inside = await signedIn(person);
    await inside.goto('/do-not-sell');
    await inside.getByText(/sends no Global Privacy Control signal/).waitFor();
    expect(await inside.getByLabel('Do not sell or share my data').isChecked()).toBe(false);
    await inside.context().setExtraHTTPHeaders({ 'Sec-GPC': '1' });
    await inside.reload();
    await inside.getByText('Your browser says: do not sell or share').waitFor();
    expect(await inside.getByLabel('Do not sell or share my data').isChecked()).toBe(true);
    expect(await inside.getByLabel('Do not sell or share my data').isDisabled()).toBe(true);
  });

  it('[IM06] is counted on no page until they allow it, then on each they leave, and by no browser that asks not to be', async () => {
    const { UsageCounters } = await import('../../src/privacy/usage/usage-counters.js');
    const told = (page: Page): string[] => {
      const views: string[] = [];
      page.on('request', (request) => { if (request.url().endsWith('/api/page-views')) views.push(request.postData() ?? ''); });
      return views;
    };
    const views = told(at.page);
    await at.go('/privacy');
    await at.follow('Everything you allowed, each with its switch and its receipts');
    await at.sees('What you allow');
    const control = at.page.getByRole('switch', { name: 'Count the pages I look at' });
    await control.click();
    await control.and(at.page.locator(':checked:not([aria-disabled=true])')).waitFor();
    expect(views).toEqual([]);
    const answered = at.page.waitForResponse('**/api/page-views');
    await at.follow('Settings');
    expect((await answered).status()).toBe(204);
    expect(views.map((view) => JSON.parse(view) as object)).toEqual([{ page: '/consents', open: expect.stringMatching(/^under /) }]);
    const silent = await signedIn(person);
    await silent.context().setExtraHTTPHeaders({ 'Sec-GPC': '1' });
    await silent.addInitScript(`Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`);
    const silentViews = told(silent);
    await silent.goto('/consents');
    await silent.getByText(/and that wins: you are not counted/).waitFor();
    await silent.getByRole('link', { name: 'Settings', exact: true }).first().click();
    await silent.getByRole('heading', { level: 1, name: 'Settings', exact: true }).waitFor();
    expect(silentViews).toEqual([]);
    await world.app.get(UsageCounters).flush();
    expect(await world.database.query(`select name, sum(count)::int as count from privacy.usage_count where kind = 'page' group by name`)).toEqual([{ name: '/consents', count: 1 }]);
  });

  it('[MR09] sees as the operator what is used, in pictures, and as a table', async () => {
    const desk = new AtBrowser(await signedIn(operator));
    await desk.go('/operator/usage');
    await desk.sees('Usage');
    await desk.page.getByRole('row', { name: /^Interviews handed in/ }).waitFor();
    await desk.page.getByText(/^Show \d+ routes$/).click();
    await desk.page.getByRole('row', { name: /^GET \/api\/session / }).waitFor();
    await desk.look();
    const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.follow('Download as CSV')]);
    expect(download.suggestedFilename()).toBe('usage-30-days.csv');
    expect(await readFile(await download.path(), 'utf8')).toContain('"route","GET /api/session"');
    at.barriersMet.push(...desk.barriersMet);
  });

  it('[IM14] finds on the cookie page exactly what their browser keeps', async () => {
    const context: BrowserContext = at.page.context();
    await context.clearCookies();
    await at.givePassword('person@example.com', 'three quiet words');
    await at.sees('Your practice');
    await at.page.getByRole('button', { name: /colour|dark|light/i }).first().click();
    await at.go('/legal/cookies');
    await at.sees('Cookies');
    const named = await codes(at.page);
    const isNamed = (key: string): boolean => named.some((name) => (name.endsWith('…') ? key.startsWith(name.slice(0, -1)) : key === name));
    const kept = [
      ...(await context.cookies()).map(({ name }) => name),
      ...(await at.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])),
    ];
    expect(kept).toEqual(expect.arrayContaining(['viva.session_token', 'mantine-color-scheme-value']));
    expect(kept.filter((key) => !isNamed(key))).toEqual([]);
    const { cookies } = (await world.visitor().get('/api/policy')).body as { cookies: { name: string }[] };
    expect(named.filter((name) => name.startsWith('viva.'))).toEqual(cookies.map(({ name }) => name));
    await at.look();
  });

  it('[MI18] [MO20] [MP24] [MR30] [MR18] reads on every legal page who answers, as the policy says it, with the version of the text', async () => {
    const { operator: who, version, processors } = (await world.visitor().get('/api/policy')).body as {
      operator: { name: string; address: string; privacyContact: string; fiduciary: { name: string }; grievanceOfficer: { name: string; contact: string } }; version: string; processors: { name: string; purpose: string; policyUrl: string }[];
    };
    const out = new AtBrowser(await chromium.window(world.url));
    for (const path of PUBLIC) {
      await out.go(path);
      await out.page.getByRole('heading', { level: 1 }).waitFor();
      if (path !== '/do-not-sell') {
        await out.page.getByRole('heading', { name: 'What has changed' }).waitFor();
        const text = await out.page.getByRole('main').innerText();
        for (const said of [who.name, who.address, who.privacyContact, who.fiduciary.name, who.grievanceOfficer.contact, version]) expect([path, text]).toEqual([path, expect.stringContaining(said)]);
      }
    }
    await out.go('/legal/privacy');
    for (const purpose of ['To provide this place', 'To make it fit you', 'To take payments', 'To tell you what happens', 'To see what works', 'To keep it safe and honest']) await out.page.getByRole('heading', { level: 3, name: purpose, exact: true }).waitFor();
    await out.go('/legal/processors');
    for (const { name, purpose, policyUrl } of processors) {
      await out.reads(purpose);
      expect(await out.page.getByRole('link', { name: `Privacy policy of ${name}` }).getAttribute('href')).toBe(policyUrl);
    }
  });

  it('[MR29] reads since when a notice is in force, and word by word what came and went between two versions', async () => {
    await world.database.query(`insert into notices.version (version, says, significant) values ('2026-01-01', 'The one before.', false)`);
    await world.database.query(`insert into notices.text select '2026-01-01', notice, title, lead, replace(parts::text, 'deleted after 90 days', 'deleted after 80 days')::jsonb, hash from notices.text`);
    const out = new AtBrowser(await chromium.window(world.url));
    await out.go('/legal/privacy');
    await out.reads(/^In force since \d+ \w+ \d{4}, version \d{4}-\d{2}-\d{2}\./);
    await out.follow('All versions');
    await out.sees('All versions');
    await out.page.getByText('1 part of 17.').waitFor();
    await out.page.locator('ins').first().waitFor();
    expect([await out.page.locator('del').allInnerTexts(), await out.page.locator('ins').allInnerTexts()].map((words) => words.map((word) => word.match(/\d+/)?.[0]))).toEqual([['80'], ['90']]);
    await out.look();
    await out.page.getByLabel('to', { exact: true }).selectOption('2026-01-01');
    await out.page.waitForURL(/to=2026-01-01/);
    await out.page.getByRole('heading', { name: 'Version 2026-01-01, as it was published' }).waitFor();
    await out.reads(/deleted after 80 days/);
    at.barriersMet.push(...out.barriersMet);
  });

  it('meets no serious barrier, nothing of another site, and nothing that sticks out on a narrow screen', async () => {
    const narrow = new AtBrowser(await signedIn(operator, 390));
    for (const path of [...PUBLIC, '/privacy', '/privacy/export', '/privacy/requests', '/operator/requests', '/operator/requests?state=answered', '/operator/usage', '/legal/report-a-minor', '/legal/privacy/versions']) {
      await narrow.go(path);
      await narrow.page.getByRole('heading', { level: 1 }).waitFor();
      await narrow.page.waitForLoadState('networkidle');
      expect([path, await sticksOut(narrow.page)]).toEqual([path, 0]);
      // The others were looked at above.
      if (PUBLIC.includes(path)) await narrow.look();
    }
    expect([...at.barriersMet, ...narrow.barriersMet]).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
