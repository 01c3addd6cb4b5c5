import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { answered, hide, type ListedCandidate, listedCandidate, share } from '../support/listed-candidate.js';
import { type Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

inABrowser('a recruiter who searches for people', () => {
  let world: World;
  let chromium: Chromium;
  let desk: Page;
  let phone: Page;
  let candidate: Page;
  let mira: ListedCandidate;
  const found: string[] = [];

  const look = async (page: Page): Promise<void> => { found.push(...(await barriers(page))); };
  const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const total = (page: Page, says: string) => page.getByRole('heading', { level: 2, name: says, exact: true }).waitFor();
  const people = (page: Page) => page.getByRole('list', { name: 'People found' });
  const windowOf = async ({ cookie }: Visitor, width?: number): Promise<Page> => {
    const page = await chromium.window(world.url, width);
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(cookie) ?? [];
    await page.context().addCookies([{ name, value, url: world.url }]);
    return page;
  };

  beforeAll(async () => {
    world = await World.create();
    const agency = await world.recruiter({ organisation: { name: 'Harbour Talent', kind: 'agency', clients: [{ name: 'Northwind Rail' }] } });
    mira = await listedCandidate(world, { name: 'Mira Unmistakable', headline: 'Keeps trains on time', skills: ['TypeScript', 'Kubernetes'], place: 'Bergen', country: 'NO', score: '8.35', competencies: { 'system-design': 9 }, shares: ['place', 'scores', 'name'] });
    await answered(world, mira.accountId, '8.5', [{ question: 'Which timetable did you mend?', text: 'The one of the night train.', score: 8.5 }]);
    await share(world, mira.accountId, ['place', 'scores', 'answers', 'name']);
    await listedCandidate(world, { headline: 'Likes small steps', skills: ['TypeScript'], score: '6.1', shares: ['scores'] });
    await listedCandidate(world, { headline: 'Shares little', skills: ['TypeScript', 'Go'], score: '9.9', shares: [] });
    await listedCandidate(world, { headline: 'Looks after hives', roleTitle: 'Beekeeper', skills: ['Beekeeping'], place: 'Oslo', country: 'NO', shares: ['place', 'languages'] });
    chromium = await Chromium.launch();
    desk = await windowOf(agency.visitor);
    phone = await windowOf(agency.visitor, 390);
    candidate = await windowOf(mira.visitor);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('[MO02] narrows by a mistyped skill, by a floor and by a click, all of it in the address, and sees cards without names', async () => {
    await desk.goto('/talent');
    await title(desk, 'Search for people');
    await total(desk, '4 people');
    await look(desk);
    const search = desk.getByRole('combobox', { name: 'Search' });
    await search.fill('typscrip');
    await desk.getByRole('option', { name: 'TypeScript' }).waitFor();
    await search.press('ArrowDown');
    await search.press('Enter');
    await total(desk, '3 people');
    await desk.getByLabel('All answers together').selectOption('7.5');
    await total(desk, '1 person');
    await desk.getByText('Keeps trains on time').waitFor();
    expect(await desk.locator('body').innerText()).not.toMatch(/Unmistakable|@example\.com/);
    await desk.getByRole('button', { name: /^Bergen/ }).click();
    await desk.getByRole('button', { name: 'Remove Bergen' }).waitFor();
    expect(new URL(desk.url()).searchParams.get('place')).toBe('Bergen');
    await desk.reload();
    await total(desk, '1 person');
    await desk.goBack();
    await desk.getByRole('button', { name: 'Remove Bergen' }).waitFor({ state: 'detached' });
    await look(desk);
  });

  it('is told what to leave out when nobody fits', async () => {
    await desk.goto('/talent?allSkills=%5B%22Beekeeping%22%5D&minScore=7.5');
    await total(desk, '0 people');
    await look(desk);
    await desk.getByRole('button', { name: 'Leave out: Score of 7.5 or more' }).click();
    await desk.getByText('Looks after hives').waitFor();
  });

  it('finds the filters of a narrow screen in a sheet', async () => {
    await phone.goto('/talent');
    await phone.getByRole('button', { name: 'Filters' }).click();
    const sheet = phone.getByRole('dialog', { name: 'Filters' });
    await sheet.getByRole('button', { name: /^Oslo/ }).click();
    await sheet.getByRole('button', { name: 'Show 1 person' }).waitFor();
    await look(phone);
    await sheet.getByRole('button', { name: 'Show 1 person' }).click();
    await phone.getByRole('button', { name: 'Filters (1)' }).waitFor();
    await phone.getByText('Looks after hives').waitFor();
    expect(await sticksOut(phone)).toBe(0);
  });

  it('saves the search, with alerts, and opens it again', async () => {
    await desk.goto('/talent?allSkills=%5B%22TypeScript%22%5D&minScore=7.5');
    await total(desk, '1 person');
    await desk.getByRole('button', { name: 'Save this search' }).click();
    await look(desk);
    await desk.getByRole('textbox', { name: 'Name' }).fill('Good at types');
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await desk.getByRole('link', { name: 'See your saved searches' }).click();
    await title(desk, 'Saved searches');
    await desk.getByText('Score of 7.5 or more').waitFor();
    expect(await desk.getByLabel('Tell me of new people in Good at types').isChecked()).toBe(true);
    await look(desk);
    await desk.getByRole('link', { name: 'Good at types' }).click();
    await total(desk, '1 person');
    expect(await desk.getByText('Newly listed', { exact: true }).count()).toBe(0);
  });

  it('sees who was listed since they opened the search before', async () => {
    const { accountId } = await listedCandidate(world, { headline: 'Came a moment ago', skills: ['TypeScript'], score: '7.9', shares: ['scores'] });
    await desk.goto('/saved-searches');
    await desk.getByText('1 person newly listed').waitFor();
    await desk.getByRole('link', { name: 'Good at types' }).click();
    await total(desk, '2 people');
    await people(desk).getByRole('listitem').filter({ hasText: 'Came a moment ago' }).getByText('Newly listed', { exact: true }).waitFor();
    expect(await desk.getByText('Newly listed', { exact: true }).count()).toBe(1);
    await look(desk);
    await hide(world, accountId);
  });

  it('[MO14] goes through the list with the keyboard, opens a profile for a client, and the candidate reads who saw what of them', async () => {
    await desk.goto('/talent?sort=newest');
    await total(desk, '4 people');
    await desk.getByLabel('You look for').selectOption('Northwind Rail');
    await people(desk).locator('a[href*="client="]').first().focus();
    for (const key of ['j', 'ArrowDown', 'ArrowDown', 'k', 'j']) await desk.keyboard.press(key);
    await desk.keyboard.press('Enter');
    await desk.getByText('This view is recorded and shown to the candidate, as a view for Northwind Rail.').waitFor();
    await desk.getByText('Mira Unmistakable').waitFor();
    await desk.getByRole('heading', { name: 'Which timetable did you mend?' }).waitFor();
    await desk.getByText('The one of the night train.').waitFor();
    await look(desk);
    await candidate.goto('/visibility/seen');
    await candidate.getByText('Harbour Talent').waitFor();
    await candidate.getByText('Northwind Rail').waitFor();
    await candidate.getByText(/^Shown: /).waitFor();
    expect(await candidate.getByText('Harbour Talent').count()).toBe(1);
  });

  it('goes on with the first shortlist that was made when nobody could be put on it', async () => {
    await desk.route('**/api/shortlists/*/entries', (route) => route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{}' }), { times: 1 });
    await desk.getByLabel('New shortlist').fill('First of all');
    await desk.getByRole('button', { name: 'Put on it' }).click();
    await desk.getByText('This person was not put on the list.').waitFor();
    await desk.getByLabel('Put on a shortlist').waitFor();
    await desk.getByRole('button', { name: 'Put on it' }).click();
    await desk.getByRole('link', { name: 'First of all' }).waitFor();
    expect(await desk.getByText('This person was not put on the list.').count()).toBe(0);
  });

  it('is asked first when a link leads to a profile', async () => {
    await phone.goto(new URL(desk.url()).pathname);
    await title(phone, 'Open this profile?');
    await look(phone);
    expect(await phone.getByText('Keeps trains on time').count()).toBe(0);
    await phone.getByRole('button', { name: 'Open the profile' }).click();
    await phone.getByText('Keeps trains on time').waitFor();
    await look(phone);
  });

  it('sees the open profile go when the candidate withdraws, and finds them no more', async () => {
    await hide(world, mira.accountId);
    // Somebody comes back to the tab.
    await desk.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`);
    await title(desk, 'This profile is no longer available');
    expect(await desk.locator('body').innerText()).not.toMatch(/Unmistakable|Keeps trains on time/);
    await look(desk);
    await desk.getByRole('main').getByRole('link', { name: 'Search' }).click();
    await total(desk, '3 people');
    expect(new URL(desk.url()).searchParams.get('sort')).toBe('newest');
  });

  it('is led to the organisation while that waits for approval', async () => {
    const pending = await windowOf((await world.recruiter({ approved: false })).visitor, 390);
    await pending.goto('/talent');
    await pending.getByRole('link', { name: 'See your organisation' }).waitFor();
    await look(pending);
    await pending.goto('/saved-searches');
    await pending.getByRole('link', { name: 'See your organisation' }).waitFor();
  });

  it('meets no serious barrier, no error, and no page that asks another host for anything', () => {
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
