import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { accountOf, issued } from '../support/certificates.js';
import { answered } from '../support/listed-candidate.js';
import { sampleResumePdf } from '../support/sample-resumes.js';
import { PASSWORD, World } from '../support/world.js';

const EMAIL = 'ines@example.com';

inABrowser('a candidate who lets recruiters find them, as far as they choose', () => {
  let world: World;
  let chromium: Chromium;
  let page: Page;
  let accountId: string;
  let acme: Awaited<ReturnType<World['recruiter']>>;
  const found: string[] = [];

  const look = async (): Promise<void> => { found.push(...(await barriers(page))); };
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  const standing = (text: RegExp) => page.getByRole('status').filter({ hasText: text });
  const choice = (name: RegExp) => page.getByRole('checkbox', { name });
  const told = (path: string) => page.waitForResponse((response) => response.url().includes(path) && response.request().method() !== 'GET' && response.ok());
  const listed = async (): Promise<{ talentId: string; place: string | null }[]> => ((await acme.visitor.get('/api/talent')).body as { talent: { talentId: string; place: string | null }[] }).talent;
  const profile = async (talentId: string) => acme.visitor.get(`/api/talent/${talentId}`);

  beforeAll(async () => {
    world = await World.create();
    accountId = await accountOf(await world.candidate(EMAIL));
    acme = await world.recruiter({ organisation: { name: 'Acme Works', domain: 'hr.acme.com' } });
    chromium = await Chromium.launch();
    page = await chromium.window(world.url);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('[MR23] views and edits a profile in the settings, which takes no phone number, and which nobody sees', async () => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: 'Visibility' }).click();
    await heading('Who can see you').waitFor();
    await page.getByText('Recruiters need something to find you by.').waitFor();
    const declare = (age: number) => world.database.query(`update accounts.account a set declared_age_reached = $2 from auth."user" u where u.id = a.id and u.email = $1`, [EMAIL, age]);
    await declare(16);
    await page.reload();
    await page.getByText('Only people of 18 or older can be found by recruiters.').waitFor();
    expect(await page.getByRole('link', { name: 'Write your profile' }).count()).toBe(0);
    await declare(18);
    await page.reload();
    await page.getByRole('link', { name: 'Write your profile' }).waitFor();
    expect(await page.getByRole('switch').isDisabled()).toBe(true);
    await look();
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('link', { name: /^Profile for employers/ }).click();
    await heading('Your profile').waitFor();
    await page.getByLabel('Headline').fill('Call me: +47 912 34 567');
    await page.getByRole('button', { name: 'Save your profile' }).click();
    await page.getByRole('link', { name: /Take out a phone number/ }).waitFor();
    await look();
    await page.getByLabel('Headline').fill('Keeps dull services reliable');
    await page.getByRole('combobox', { name: 'Role' }).fill('software');
    await page.getByRole('option', { name: 'Software engineer' }).click();
    await page.getByLabel('Add a skill').fill('kubernets');
    await page.getByRole('option', { name: 'Kubernetes' }).click();
    await page.getByLabel('Add a skill').fill('Basket weaving');
    await page.getByLabel('Add a skill').press('Enter');
    await page.getByRole('button', { name: 'Remove Basket weaving' }).click();
    await page.getByLabel('Town').fill('Bergen');
    await page.getByRole('button', { name: 'Save your profile' }).click();
    await page.getByText('Saved. Nobody sees it but you.').waitFor();
    await look();
    await page.reload();
    await page.getByRole('button', { name: 'Remove Kubernetes' }).waitFor();
    expect(await page.getByLabel('Headline').inputValue()).toBe('Keeps dull services reliable');
    expect(await listed()).toEqual([]);
  });

  it('[MO03] is found by nobody until the switch is on, and then with what was chosen, as the preview showed it', async () => {
    await page.getByRole('link', { name: 'Visibility', exact: true }).first().click();
    await page.getByRole('button', { name: 'See what a recruiter sees' }).click();
    await choice(/^Place/).click();
    await choice(/^Name/).click();
    await page.getByRole('definition').filter({ hasText: 'Ada Example' }).waitFor();
    await look();
    expect(await listed()).toEqual([]);
    await page.getByRole('switch', { name: 'Recruiters can find me' }).click();
    await standing(/^On until/).waitFor();
    await look();
    const [me] = await listed();
    expect(me).toMatchObject({ place: 'Bergen', headline: 'Keeps dull services reliable' });
    expect((await profile(me!.talentId)).body).toMatchObject({ name: 'Ada Example', email: null, place: 'Bergen' });
  });

  it('shares a field no longer, and the next search does not show it', async () => {
    await Promise.all([told('/api/consents'), choice(/^Place/).click()]);
    const [me] = await listed();
    expect(me!.place).toBeNull();
    expect((await acme.visitor.get('/api/talent?place=Bergen')).body).toMatchObject({ talent: [], total: { count: 0 } });
  });

  it('reads in the preview of the certificate that is shared, and opens what the public sees of it', async () => {
    await page.getByText('Nothing of yours is public.').waitFor();
    const { slug } = await issued(world, accountId);
    await page.reload();
    await Promise.all([told('/api/consents'), choice(/^Certificate/).click()]);
    await page.getByRole('button', { name: 'See what a recruiter sees' }).click();
    await page.getByText(/^Software engineer.*, 8\.04 of 10, valid until/).waitFor();
    await look();
    await page.getByRole('link', { name: /^See what the public sees/ }).click();
    await page.waitForURL(`**/c/${slug}`);
    await page.goBack();
    // The page is whole: what comes later would move the rest of it.
    await page.getByText(/^Software engineer, 8\.04, valid until/).waitFor();
  });

  it('hides from one employer, who finds nobody from that moment on', async () => {
    const [me] = await listed();
    await page.getByLabel('Employer to hide from').fill('acme works');
    await Promise.all([told('/api/visibility/blocks'), page.getByRole('option', { name: /^Acme Works/ }).click()]);
    expect(await listed()).toEqual([]);
    expect((await profile(me!.talentId)).status).toBe(404);
    await Promise.all([told('/api/visibility/blocks'), page.getByRole('button', { name: 'Hide no longer from Acme Works (acme.com)' }).click()]);
    expect(await listed()).toHaveLength(1);
  });

  it('reads who saw the profile, and what of it', async () => {
    await page.getByRole('link', { name: 'Who saw your profile' }).click();
    await heading('Who saw your profile').waitFor();
    await page.getByText('Acme Works (hr.acme.com, not verified) opened your profile.').waitFor();
    await page.getByText('Shown: your headline, name, place and skills.').waitFor();
    await look();
  });

  it('[MO02] shares their best answers once they have read them as a recruiter will, a long one in full, without a score that is not shared', async () => {
    const long = `I asked the harbour what it had seen. ${'Then we measured again, and wrote it down. '.repeat(30)}In the end it was the clock.`;
    await answered(world, accountId, '9.1', [{ question: 'What was the hardest fault you found?', text: long, score: 9, followUp: { question: 'How did you know?', text: 'It never happened on Sundays.' } }]);
    await page.setViewportSize({ width: 390, height: 900 });
    await page.getByRole('link', { name: 'Visibility', exact: true }).first().click();
    await page.getByText('1 answer of your best Live interview, word for word with what was asked').waitFor();
    await page.getByText(/^They may name you, other people or employers: read them below first\./).waitFor();
    await page.getByRole('button', { name: 'See what a recruiter sees' }).click();
    await page.getByText('This person shares no answers.').waitFor();
    await Promise.all([told('/api/consents'), choice(/^Best answers/).click()]);
    await page.getByText('It never happened on Sundays.').waitFor();
    expect(await page.getByText('In the end it was the clock.').count()).toBe(0);
    await page.getByRole('button', { name: /^Read all of it/ }).click();
    await page.getByText('In the end it was the clock.').waitFor();
    expect(await page.getByText('Score: ').count()).toBe(0);
    await look();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    const [me] = await listed();
    expect((await profile(me!.talentId)).body).toMatchObject({ scores: null, answers: { said: [{ question: 'What was the hardest fault you found?', text: long, score: null }] } });
    await page.getByRole('link', { name: 'Who saw your profile' }).click();
    await page.getByText(/^Shown: your answers, /).waitFor();
    await Promise.all([page.goBack(), heading('Who can see you').waitFor()]);
    await Promise.all([told('/api/consents'), choice(/^Best answers/).click()]);
    expect((await profile(me!.talentId)).body).toMatchObject({ answers: null });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('takes it back with the same switch and one press, and is gone from the search; on a phone as well', async () => {
    const [me] = await listed();
    await page.setViewportSize({ width: 390, height: 900 });
    await page.getByRole('link', { name: 'Visibility', exact: true }).first().click();
    await page.getByRole('switch', { name: 'Recruiters can find me' }).click();
    await standing(/^Off/).waitFor();
    expect(await listed()).toEqual([]);
    expect((await profile(me!.talentId)).status).toBe(404);
    await look();
    expect(await sticksOut(page)).toBe(0);
  });

  it('keeps the file of a resume only while its switch is on', async () => {
    const keeping = page.getByRole('switch', { name: 'Keep my resume file' });
    await page.goto('/settings/resume');
    await keeping.click();
    await standing(/^On$/).waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'resume.pdf', mimeType: 'application/pdf', buffer: await sampleResumePdf() });
    await page.getByText('Your file is kept, for you alone.').waitFor();
    expect((await page.request.get('/api/resume/file')).status()).toBe(200);
    await look();
    await keeping.click();
    await page.getByText('Your file is kept, for you alone.').waitFor({ state: 'detached' });
    expect((await page.request.get('/api/resume/file')).status()).toBe(404);
  });

  it('meets no barrier, no fault and no other host on the way', () => {
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
