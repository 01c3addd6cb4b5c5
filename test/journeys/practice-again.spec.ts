import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser } from '../support/browser.js';
import { PASSWORD, World } from '../support/world.js';
import { AiServer } from '../medium/interviews/ai-server.js';

const EMAIL = 'again@example.com';
const ANSWER = 'Last year our order page took six seconds. I measured first, because guessing wastes time, and found a missing index in PostgreSQL. I added it, and the page went back to half a second; since then an alert watches it.';

inABrowser('a candidate who comes back', () => {
  let world: World;
  let chromium: Chromium;
  let desk: Page;
  let phone: Page;
  const found: string[] = [];
  const anthropic = new AiServer('anthropic');

  const look = async (page: Page): Promise<void> => { found.push(...(await barriers(page))); };
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const signIn = async (page: Page): Promise<void> => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await heading(page, 'Your practice').waitFor();
  };
  const write = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox').fill(text);
    await page.getByText(/^Saved/).waitFor();
  };

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    const offered = { ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: await anthropic.open(), ELEVENLABS_API_KEY: 'k', AI_VOICE: 'elevenlabs:eleven_flash_v2_5', AI_TRANSCRIBER: 'none' };
    world = await World.create(offered);
    await world.candidate(EMAIL);
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    desk = await chromium.window(world.url);
    phone = await chromium.window(world.url, 390);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
    await anthropic.close();
  });

  it('types a role in own words and is told whose questions serve, names a goal, pastes the job description, and asks for a coach', async () => {
    await signIn(desk);
    await desk.getByRole('link', { name: 'Practise an interview' }).click();
    const role = desk.getByRole('combobox', { name: 'Role' });
    await role.fill('no such trade');
    await desk.getByText(/You get general questions/).waitFor();
    await look(desk);
    await role.fill('Full-stack programmer');
    await desk.getByText(/you get our questions for the role Software engineer/).waitFor();
    await role.fill('software');
    await desk.getByRole('option', { name: 'Software engineer' }).click();
    await desk.getByLabel('Level').selectOption('mid');
    await desk.getByLabel('Your goals').fill('I want to talk about conflict without getting lost.');
    await desk.getByLabel('Job description').fill('x'.repeat(20_001));
    await desk.getByText('Shorten it by 1 character.').waitFor();
    await desk.getByLabel('Job description').fill('You run PostgreSQL and you care how fast pages are.');
    await desk.getByLabel('Number of questions').selectOption('3');
    await desk.getByLabel('With a coach').check();
    await look(desk);
    await desk.getByRole('button', { name: 'Start the interview' }).click();
    await desk.getByRole('button', { name: 'Skip to question 1' }).click();
    await heading(desk, 'Question 1 of 3').waitFor();
    // Both are what these goals speak of, and either may come first.
    await desk.getByText(/^About .*(collaboration|communication)/).waitFor();
    await desk.getByText('Show the job description you gave').click();
    await desk.getByText('You run PostgreSQL and you care how fast pages are.').waitFor();
  });

  it('has time to think, which is said aloud once, stops nobody from writing, and can be turned off for good', async () => {
    const timer = desk.getByRole('timer');
    await timer.filter({ hasText: 'Time to think' }).waitFor();
    await desk.getByRole('status').filter({ hasText: /to think\. You may write at any time\./ }).waitFor({ state: 'attached' });
    await look(desk);
    await write(desk, ANSWER);
    expect(await timer.innerText()).not.toContain('Time to think');
    await desk.getByLabel('Clock').selectOption('Twice as long');
    await timer.waitFor();
    await desk.getByLabel('Clock').selectOption('Off');
    await timer.waitFor({ state: 'detached' });
    await desk.reload();
    await desk.getByText(ANSWER.slice(0, 40)).waitFor();
    await desk.getByRole('link', { name: /^Question 2,/ }).click();
    await heading(desk, 'Question 2 of 3').waitFor();
    expect(await timer.count()).toBe(0);
    await desk.getByRole('button', { name: 'Previous question' }).or(desk.getByRole('link', { name: 'Previous question' })).click();
  });

  it('is given a hint and a first opinion by the coach', async () => {
    await heading(desk, 'Question 1 of 3').waitFor();
    await desk.getByRole('button', { name: 'Give me a hint' }).click();
    await desk.getByText(/^(Think of this, too|You make every point)/).waitFor();
    await desk.getByRole('button', { name: 'What is this answer worth so far?' }).click();
    await desk.getByText(/so far, by the built-in evaluator/).waitFor();
    await look(desk);
  });

  it('goes on with the next question on another device, and finds what was written there on the first', async () => {
    await signIn(phone);
    await phone.getByRole('link', { name: 'Go on with question 2 of 3' }).waitFor();
    await look(phone);
    await phone.getByRole('link', { name: 'Go on with question 2 of 3' }).click();
    await heading(phone, 'Question 2 of 3').waitFor();
    await write(phone, 'Written on the phone.');
    await look(phone);
    await phone.getByRole('link', { name: 'Previous question' }).click();
    await phone.getByText(ANSWER.slice(0, 40)).waitFor();
    await desk.goto('/practice');
    await desk.getByRole('link', { name: 'Go on with question 3 of 3' }).click();
    await heading(desk, 'Question 3 of 3').waitFor();
    await desk.getByRole('link', { name: /^Question 2,/ }).click();
    await desk.getByText('Written on the phone.').waitFor();
  });

  it('keeps the report until it is deleted, takes it home as a PDF, and lets it be deleted again', async () => {
    await desk.getByRole('link', { name: 'Check and submit' }).click();
    await desk.getByRole('button', { name: 'Submit interview' }).click();
    await desk.getByRole('heading', { name: 'Overall score' }).waitFor();
    await desk.getByRole('heading', { name: 'Your goals' }).waitFor();
    await desk.getByText('I want to talk about conflict without getting lost.').waitFor();
    await desk.getByRole('button', { name: 'Keep it until I delete it' }).click();
    await desk.getByText('Kept until you delete it').waitFor();
    await look(desk);
    const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: 'Download as PDF' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^interview-report-.*\.pdf$/);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await desk.getByRole('button', { name: 'Let it be deleted again' }).click();
    await desk.getByText(/Deleted in 90 days/).waitFor();
  });

  it('reads how answers are scored without an account, with the weights that run', async () => {
    const visitor = await chromium.window(world.url, 390);
    await visitor.goto('/about/scoring');
    await heading(visitor, 'How answers are scored').waitFor();
    const { RUBRIC } = await import('../../src/interviews/scoring/rubric.js');
    for (const [id, weight] of Object.entries(RUBRIC.weights)) {
      await visitor.getByRole('row').filter({ has: visitor.getByRole('rowheader', { name: new RegExp(id, 'i') }) }).getByText(`${weight} %`).waitFor();
    }
    await visitor.getByRole('heading', { name: 'What it cannot do' }).waitFor();
    await look(visitor);
  });

  it('sees how every competency went, in lines and in numbers, and drills the weakest', async () => {
    await phone.goto('/practice');
    await phone.getByRole('heading', { name: 'How you fare' }).waitFor();
    await phone.getByText('Show the numbers').click();
    await phone.getByRole('region', { name: 'Scores by interview' }).getByRole('row').nth(1).waitFor();
    await look(phone);
    await phone.getByRole('button', { name: /^Practise .* in 3 questions$/ }).click();
    await heading(phone, /^Question 1 of \d$/).waitFor();
    await phone.getByText(/A drill: /).waitFor();
  });

  it('meets no serious barrier, no error, and no page that asks another host for anything', () => {
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });

  it('allows one AI provider with one switch: it words the questions and judges the answers, and both are said', async () => {
    anthropic.treat([]);
    await desk.goto('/practice/new');
    const provider = (name: string) => desk.getByRole('group', { name });
    await provider('ElevenLabs').getByText('Here, it reads the questions aloud.').waitFor();
    await provider('Anthropic').getByText('Here, it words the questions for you and judges your answers.').waitFor();
    await provider('Anthropic').getByRole('switch').click();
    await provider('Anthropic').getByText('On', { exact: true }).waitFor();
    expect(await provider('ElevenLabs').getByRole('switch').isChecked()).toBe(false);
    await desk.getByLabel('Job description').fill('You build the booking system of our ferries.');
    await desk.getByLabel('Number of questions').selectOption('3');
    await look(desk);
    await desk.getByRole('button', { name: 'Start the interview' }).click();
    await desk.waitForURL(/\/interviews\/[0-9a-f-]{36}/);
    await desk.goto(`${desk.url().split('?')[0]}?question=1`);
    await desk.getByText(/^For the work on our ferries, /).waitFor();
    await desk.getByText('In the words of an AI, anthropic/claude-sonnet-4-6.').waitFor();
    await look(desk);
    await write(desk, ANSWER);
    await desk.goto(`${desk.url().split('?')[0]}?question=review`);
    await desk.getByRole('button', { name: 'Submit interview' }).click();
    await desk.getByText(/anthropic\/claude-sonnet-4-6/).first().waitFor();
    await look(desk);
    await desk.goto('/legal/processors');
    await desk.getByText('judges answers and words questions').waitFor();
    expect(anthropic.asked).toHaveLength(2);
    expect(found).toEqual([]);
  });
});
