import { type Page } from 'playwright-core';
import { loadQuestionBank } from '../../src/interviews/bank/load-question-bank.js';
import { scoreOf } from '../../src/interviews/scored-answer.js';
import { BuiltInEvaluator } from '../../src/interviews/scoring/built-in-evaluator.js';
import { showScore } from '../../src/interviews/scoring/rubric.js';
import { storedScore } from '../../src/interviews/stored-score.js';
import { barriers, Chromium, inABrowser, windowWithoutCookies } from '../support/browser.js';
import { World } from '../support/world.js';

const SECRET = 'Zwetschgenkuchen';
const ANSWER = `At ${SECRET} Ltd the checkout failed for one customer in fifty last March. I compared the failing requests with the good ones, because guessing wastes time, and saw that all of them came from one server. I took it out, wrote a test that reproduced the race, and fixed the lock. Failures went from two percent to zero within a day.`;

inABrowser('a guest', () => {
  const bank = loadQuestionBank();
  let world: World;
  let chromium: Chromium;
  let page: Page;
  const sent: string[] = [];
  const found: string[] = [];

  beforeAll(async () => {
    world = await World.create();
    chromium = await Chromium.launch();
    page = await chromium.window(world.url);
    page.context().on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`));
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  const shownIn = async (window: Page): Promise<string> => (await window.getByRole('region', { name: 'What your answer is worth' }).getByText(/^\d+(\.\d+)? of 10$/).first().innerText()).replace(' of 10', '');
  const answer = async (window: Page): Promise<void> => {
    await window.getByRole('textbox').fill(ANSWER);
    await window.getByRole('button', { name: 'See what it is worth' }).click();
    await window.getByRole('heading', { name: 'What your answer is worth' }).waitFor();
  };
  /** What a cookie and the storage of this window hold after something was put there. */
  const tryToStore = (window: Page): Promise<unknown> => window.evaluate(`(() => {
    document.cookie = 'a=b';
    try {
      localStorage.setItem('a', 'b');
      return document.cookie;
    } catch {
      return document.cookie === '' ? 'blocked' : document.cookie;
    }
  })()`);
  /** Rows of every table, by its name. */
  const rows = async (): Promise<Record<string, number>> => {
    const tables = await world.database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
    const counted = await world.database.query<{ name: string; count: number }>(tables.map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`).join(' union all '));
    return Object.fromEntries(counted.map(({ name, count }) => [name, count]));
  };

  it('[MR25] finds a question on the landing page and behind /practice, without an account', async () => {
    await page.goto('/practice');
    await page.getByRole('heading', { level: 1, name: 'Try a question now' }).waitFor();
    await page.goto('/');
    await page.getByRole('link', { name: 'Try a question now' }).click();
    await page.getByRole('textbox').waitFor();
    found.push(...(await barriers(page)));
  });

  it('[MR20] has an answer judged in the browser, by the evaluator that runs on the server: no request carries it, and no row appears', async () => {
    const before = await rows();
    await page.getByLabel('Role').selectOption('Data analyst');
    await page.getByRole('button', { name: 'Ask me another question' }).click();
    await answer(page);
    await page.getByText('What was missing').waitFor();
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    found.push(...(await barriers(page)));
    const asked = await page.locator('label[for=guest-answer]').innerText();
    const question = bank.questions.find(({ text }) => text === asked)!;
    expect(question.roles).toContain('data-analyst');
    const score = scoreOf(storedScore(question, new BuiltInEvaluator(bank).evaluate({ question, answer: ANSWER, earlierAnswers: [] })));
    expect(await shownIn(page)).toBe(score && showScore(score));
    await page.getByRole('link', { name: 'Sign up and practise an interview' }).click();
    await page.getByRole('heading', { level: 1, name: 'Make an account' }).waitFor();
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.filter((request) => request.includes(SECRET) || request.includes(encodeURIComponent(ANSWER.slice(0, 30))) || request.startsWith('POST'))).toEqual([]);
    expect(await rows()).toEqual(before);
    expect(await page.context().cookies()).toEqual([]);
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain(SECRET);
  });

  it('[MR27] practises with cookies blocked', async () => {
    const { page: blocked, close } = await windowWithoutCookies(world.url);
    try {
      await blocked.goto('/practice/try');
      await page.goto('/practice/try');
      expect([await tryToStore(page), await tryToStore(blocked)]).toEqual(['a=b', 'blocked']);
      await answer(blocked);
      expect(await shownIn(blocked)).toMatch(/^\d/);
    } finally {
      await close();
    }
  });

  it('meets no serious barrier, no error, and no page that asks another host for anything', () => {
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
