import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { hide, type ListedCandidate, listedCandidate } from '../support/listed-candidate.js';
import { until } from '../support/until.js';
import { type Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

inABrowser('an organisation that found somebody', () => {
  let world: World;
  let chromium: Chromium;
  let recruiter: Page;
  let candidate: Page;
  let zora: ListedCandidate;
  let rival: Visitor;
  const found: string[] = [];
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

  const windowOf = async (visitor: Visitor, width = 1280): Promise<Page> => {
    const window = await chromium.window(world.url, width);
    await window.context().addCookies(visitor.cookie.split('; ').map((cookie) => /^([^=]+)=(.*)$/.exec(cookie)).map((parts) => ({ name: parts?.[1] ?? '', value: parts?.[2] ?? '', url: world.url })));
    return window;
  };

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    const meridian = await world.recruiter({ organisation: { name: 'Meridian', kind: 'agency', clients: [{ name: 'Borealis' }] } });
    rival = (await world.recruiter()).visitor;
    zora = await listedCandidate(world, { name: 'Zora Unmistakable', shares: ['scores', 'place'], score: '8.125', headline: 'Builds search engines that people understand' });
    const extra = await listedCandidate(world, { shares: [], headline: 'Keeps servers calm' });
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    recruiter = await windowOf(meridian.visitor);
    candidate = await windowOf(zora.visitor);
    const { id } = (await meridian.visitor.post('/api/shortlists', { name: 'Search team' })).body as { id: string };
    await meridian.visitor.post(`/api/shortlists/${id}/entries`, { talentId: extra.talentId });
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('puts them on a shortlist, and keeps stage, tags and notes there with the keyboard alone', async () => {
    await recruiter.goto(`/talent/${zora.talentId}`);
    await recruiter.getByRole('button', { name: 'Open the profile' }).click();
    await recruiter.getByLabel('Put on a shortlist').waitFor();
    await recruiter.getByRole('button', { name: 'Put on it' }).click();
    await recruiter.getByRole('link', { name: 'Search team' }).click();
    await heading(recruiter, 'Search team');
    found.push(...(await barriers(recruiter)));
    await recruiter.getByRole('checkbox', { name: 'Choose everybody' }).focus();
    await recruiter.keyboard.press('ArrowDown');
    await recruiter.keyboard.press('Space');
    await recruiter.keyboard.press('ArrowDown');
    await recruiter.keyboard.press('Space');
    await recruiter.getByText('Move 2 people to').waitFor();
    await recruiter.getByLabel('Move 2 people to').selectOption('talking');
    await recruiter.getByRole('button', { name: 'Move', exact: true }).press('Enter');
    await recruiter.getByText('2 people are at the stage “Talking” now.').waitFor();
    await recruiter.getByRole('row', { name: /Builds search engines/ }).getByRole('button').press('Enter');
    await recruiter.getByLabel('Tags').fill('Remote, Strong');
    await recruiter.getByRole('button', { name: 'Save the tags' }).press('Enter');
    await recruiter.getByLabel('Write a note').fill('Explains things well.');
    await recruiter.getByRole('button', { name: 'Add the note' }).press('Enter');
    await recruiter.getByRole('listitem').filter({ hasText: 'Explains things well.' }).waitFor();
    found.push(...(await barriers(recruiter)));
    await recruiter.keyboard.press('Escape');
    await recruiter.getByRole('row', { name: /Remote\s*Strong/ }).waitFor();
  });

  it('asks them to talk, after reading what they will read', async () => {
    await recruiter.goto(`/talent/${zora.talentId}`);
    await recruiter.getByRole('button', { name: 'Open the profile' }).click();
    await recruiter.getByRole('button', { name: 'Ask to talk' }).click();
    await recruiter.getByRole('button', { name: 'See what they read' }).click();
    await recruiter.getByRole('heading', { name: 'There is a problem' }).waitFor();
    found.push(...(await barriers(recruiter)));
    await recruiter.getByLabel('For whom').selectOption({ label: 'Borealis' });
    await recruiter.getByLabel('The job').fill('Search engineer');
    await recruiter.getByLabel('From').fill('60,000');
    await recruiter.getByLabel('To', { exact: true }).fill('72,500');
    await recruiter.getByLabel('Message').fill('Your work on relevance is what Borealis needs.');
    await recruiter.getByRole('button', { name: 'See what they read' }).click();
    await recruiter.getByText('€60,000 to €72,500 a year').waitFor();
    await recruiter.getByText('Borealis, its client').waitFor();
    found.push(...(await barriers(recruiter)));
    await recruiter.getByRole('button', { name: 'Send the request' }).click();
    await recruiter.getByText('Sent. You are told when they answer.').waitFor();
  });

  it('[MO14] learns who it is once they say yes, alone and for as long as they let it', async () => {
    await candidate.goto('/requests');
    await heading(candidate, 'Requests to talk');
    await candidate.getByText('Your work on relevance').waitFor();
    found.push(...(await barriers(candidate)));
    await candidate.getByRole('switch', { name: 'This organisation sees who I am' }).click();
    await candidate.getByText('You said yes', { exact: true }).waitFor();
    await recruiter.goto('/contact-requests');
    await recruiter.getByRole('link', { name: zora.email }).waitFor();
    await recruiter.getByText('Zora Unmistakable').waitFor();
    found.push(...(await barriers(recruiter)));
    await recruiter.getByRole('button', { name: 'We have written' }).click();
    await recruiter.getByText(/you said on .* that you wrote to them/).waitFor();
    for (const path of [`/api/talent/${zora.talentId}`, '/api/talent']) expect((await rival.get(path)).text).not.toMatch(/Zora|talent-[0-9a-f]+@/);
    await candidate.getByRole('switch', { name: 'This organisation sees who I am' }).click();
    await candidate.getByText('No longer shared', { exact: true }).waitFor();
    await recruiter.reload();
    await recruiter.getByText('Taken back by them').last().waitFor();
    expect(await recruiter.locator('main').innerText()).not.toMatch(/Zora|talent-[0-9a-f]+@/);
  });

  it('[MO03] sees that they are no longer available once they hide, and is asked to delete its copies', async () => {
    await hide(world, zora.accountId);
    // The pages that show it do not look again by themselves.
    await until('the organisation is told', async () => (await world.database.query(`select from notifications.note where kind = 'recruiters.person_gone'`)).length > 0);
    await recruiter.goto('/shortlists');
    await recruiter.getByRole('link', { name: 'Search team' }).click();
    await recruiter.getByRole('button', { name: 'No longer available' }).waitFor();
    expect(await recruiter.locator('main').innerText()).not.toMatch(/search engines|Explains|Strong/);
    await recruiter.goto('/notes');
    await recruiter.getByText('Somebody you were shown can no longer be found').waitFor();
  });

  it('meets no serious barrier and no error, and nothing that sticks out on a narrow screen', async () => {
    await recruiter.goto('/shortlists');
    await recruiter.getByRole('link', { name: 'Search team' }).click();
    await heading(recruiter, 'Search team');
    for (const [page, paths] of [[recruiter, [new URL(recruiter.url()).pathname, '/shortlists', '/contact-requests']], [candidate, ['/requests']]] as const) {
      await page.setViewportSize({ width: 390, height: 900 });
      for (const path of paths) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        expect([path, await sticksOut(page)]).toEqual([path, 0]);
        found.push(...(await barriers(page)));
      }
    }
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
