import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser } from '../support/browser.js';
import { sampleResumePdf } from '../support/sample-resumes.js';
import { PASSWORD, World } from '../support/world.js';

const EMAIL = 'ada@example.com';
const DESCRIPTION = `Backend engineer

Requirements
- 8+ years of experience with Go or Rust
- PostgreSQL and Elixir

Nice to have
- Vue.js

Benefits
- Free COBOL courses`;

inABrowser('a candidate with an advertisement', () => {
  let world: World;
  let chromium: Chromium;
  let page: Page;
  const found: string[] = [];

  const look = async (): Promise<void> => { found.push(...(await barriers(page))); };
  const heading = (name: string | RegExp, level = 1) => page.getByRole('heading', { level, name });
  const row = (name: string) => page.getByRole('listitem').filter({ has: heading(name, 3) });

  beforeAll(async () => {
    world = await World.create();
    await world.candidate(EMAIL);
    chromium = await Chromium.launch();
    page = await chromium.window(world.url, 390);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('is led to the resume first, and goes on as soon as there is one', async () => {
    await page.goto('/assessment');
    await heading('Sign in').waitFor();
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await heading('How your resume fits').waitFor();
    await page.getByText('There is no resume of yours here yet').waitFor();
    await page.getByText('Nothing yet.').waitFor();
    await look();
    await page.locator('input[type=file]').first().setInputFiles({ name: 'resume.pdf', mimeType: 'application/pdf', buffer: await sampleResumePdf() });
    await page.getByRole('button', { name: 'Show how it fits' }).waitFor();
    await look();
  });

  it('sees what is matched and missing with the lines of both sides, the fit with its reasons, and what to do first', async () => {
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Software engineer' });
    await page.getByLabel('Job description').fill(DESCRIPTION);
    await page.getByRole('button', { name: 'Show how it fits' }).click();
    await heading('How your resume fits: Software engineer').waitFor();
    await page.getByText(/^Of the 3 skills that the description asks for, your resume shows 2\. It does not show Elixir\.$/).waitFor();
    await page.getByText(/The description asks for 8 years/).first().waitFor();
    await row('Go or Rust').getByText('In your resume').waitFor();
    await row('Go or Rust').getByText('8+ years of experience with Go or Rust').waitFor();
    await row('Elixir').getByText('Not in your resume').waitFor();
    await row('Vue.js').getByText('Something near it').waitFor();
    expect(await page.getByText('COBOL').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('list').filter({ hasText: 'Learn. Elixir: the description asks for it in line 5' }).count()).toBeGreaterThan(0);
    await page.getByText(/Deleted in 90 days/).waitFor();
    for (const summary of ['How this is counted', 'The job description, with line numbers']) await page.getByText(summary).click();
    await look();
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });

  it('takes it along as a PDF', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download as PDF' }).click()]);
    expect(download.suggestedFilename()).toBe('resume-fit-software-engineer.pdf');
    expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('finds it again, and deletes it', async () => {
    await page.getByRole('link', { name: 'Your resume beside a role' }).click();
    await heading('How your resume fits').waitFor();
    await page.getByRole('link', { name: /^Software engineer/ }).click();
    await heading('How your resume fits: Software engineer').waitFor();
    const address = page.url();
    await page.getByRole('button', { name: 'Delete now' }).click();
    await page.getByRole('dialog').waitFor();
    await look();
    await page.getByRole('button', { name: 'Delete this assessment' }).click();
    await heading('How your resume fits').waitFor();
    await page.getByText('Nothing yet.').waitFor();
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }).waitFor();
  });

  it('meets no barrier, no fault and no other host on the way', () => {
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
