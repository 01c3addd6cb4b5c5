import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { loadQuestionBank } from '../../src/interviews/bank/load-question-bank.js';
import { type Question } from '../../src/interviews/bank/question.js';
import { overallOf, type ScoredAnswer } from '../../src/interviews/scored-answer.js';
import { BuiltInEvaluator } from '../../src/interviews/scoring/built-in-evaluator.js';
import { showScore } from '../../src/interviews/scoring/rubric.js';
import { storedScore } from '../../src/interviews/stored-score.js';
import { AtBrowser } from '../support/at-browser.js';
import { Chromium, inABrowser, windowWithoutCookies } from '../support/browser.js';
import { fakeDevices } from '../support/media/fake-devices.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';

const SECRET = 'Zwetschgenkuchen';
const ANSWERS = [
  `At ${SECRET} Ltd in Łódź the checkout failed for one customer in fifty last March. I compared the failing requests with the good ones, because guessing wastes time, and saw that all of them came from one server. I took it out, wrote a test that reproduced the race, and fixed the lock. Failures went from two percent to zero within a day.`,
  `Two teams at ${SECRET} counted revenue in two ways. I asked both what they decide with it, wrote the rule down, and checked last year against it: the gap was refunds, four percent. Since then one report is right, and nobody argues in May.`,
  `I learned SQL at ${SECRET} in two weeks, because our analyst had left. I rebuilt her three reports, compared every total with hers, and asked a colleague to check my joins. One had been counting returns twice.`,
] as const;
const COACHED = `I would ask ${SECRET} which customers left, look at what they did in their last week, and call five of them.`;

inABrowser('a guest', () => {
  const bank = loadQuestionBank();
  let world: World;
  let chromium: Chromium;
  let devices: ReturnType<typeof fakeDevices>;
  let objects: string;
  let at: AtBrowser;
  let page: Page;
  const sent: string[] = [];

  beforeAll(async () => {
    devices = fakeDevices('speech');
    objects = mkdtempSync(join(tmpdir(), 'viva-guest-'));
    world = await World.create({ STORAGE_DIR: objects });
    chromium = await Chromium.launch(devices.flags);
    page = await chromium.window(world.url);
    at = new AtBrowser(page);
    page.context().on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`));
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
    devices.end();
    rmSync(objects, { recursive: true, force: true });
  });

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
  /** Rows of every table, by its name, and everything in the storage. */
  const kept = async (): Promise<unknown> => {
    const tables = await world.database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
    const counted = await world.database.query<{ name: string; count: number }>(tables.map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`).join(' union all '));
    return { rows: Object.fromEntries(counted.map(({ name, count }) => [name, count])), objects: readdirSync(objects, { recursive: true }) };
  };
  const speak = async (window: Page, text: string, meanwhile = (): Promise<void> => Promise.resolve()): Promise<void> => {
    await window.getByRole('button', { name: 'Record', exact: true }).click();
    await window.getByRole('timer', { name: 'Recording' }).getByText(/^0:(0[1-9]|[1-5]\d)$/).waitFor();
    await meanwhile();
    await window.getByRole('button', { name: 'Stop', exact: true }).click();
    await window.getByLabel('Write down what you said').fill(text);
  };
  /** The next recording does not start. */
  const failOnce = (): Promise<unknown> => page.evaluate(`(() => {
    const { start } = MediaRecorder.prototype;
    MediaRecorder.prototype.start = () => {
      MediaRecorder.prototype.start = start;
      throw new Error('The microphone went away.');
    };
  })()`);
  /** The code of a page comes as soon as somebody points at a link to it. */
  const fetched = async (link: string, code: string): Promise<void> => {
    await page.getByRole('link', { name: link, exact: true }).hover();
    await until('the code of the page behind the link', () => page.evaluate<boolean>(`performance.getEntriesByType('resource').some(({ name }) => name.includes('/${code}'))`));
    await page.waitForLoadState('networkidle');
  };
  /** Goes on to the next question of the plan; what it is asked on top is left out. */
  const goOn = async (heading: string): Promise<void> => {
    await page.getByRole('button', { name: /^(Next question|Check your answers)$/ }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^(Follow-up|${heading})`) }).waitFor();
    if (await page.getByRole('heading', { level: 1, name: /^Follow-up/ }).isVisible()) await page.getByRole('button', { name: /^(Skip for now|Check your answers)$/ }).click();
    await at.sees(heading);
  };
  const askedIn = async (article: string): Promise<Question> => {
    const text = await page.getByRole('article').filter({ hasText: article }).getByRole('heading', { level: 3 }).first().innerText();
    return bank.questions.find((question) => question.text === text)!;
  };

  it('[MR25] finds an interview behind the landing page and behind /practice, and is coached through a question, without an account', async () => {
    await at.go('/practice');
    await at.sees('Practise without an account');
    await at.go('/');
    await at.follow('Try a question now');
    await at.sees('Practise without an account');
    await at.look();
    await at.press('Ask me one question now');
    await at.sees('Question 1 of 1');
    // Fetched by somebody who gave no text, too, so that it tells nothing of those who did.
    expect(sent.some((request) => request.includes('/assets/skills-'))).toBe(true);
    await page.getByRole('textbox').fill(COACHED);
    await at.press('Give me a hint');
    await at.reads(/^Think of this, too: /);
    await at.press('What is this answer worth so far?');
    await at.reads(/of 10 so far, by the built-in evaluator/);
    await at.look();
    const asked: string[] = [];
    page.once('dialog', (dialog) => { asked.push(dialog.type()); void dialog.accept(); });
    await page.reload();
    await at.sees('Practise without an account');
    expect(asked).toEqual(['beforeunload']);
  });

  it('[MR20] takes a whole interview with picture, voice and typing in the browser, judged there as on the server: no request carries any of it, and no row or object appears', async () => {
    const before = await kept();
    await at.field('Role').selectOption('Data analyst');
    await page.getByRole('radio', { name: /^Speak with picture/ }).check();
    await page.getByLabel('Without help').check();
    await at.fill('Job description, if you have one', `${SECRET} looks for somebody who writes SQL.`);
    await page.getByLabel('Or choose a text file').setInputFiles({ name: 'resume.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
    await at.reads(/^Only plain text/);
    await page.getByLabel('Or choose a text file').setInputFiles({ name: 'resume.txt', mimeType: 'text/plain', buffer: Buffer.from(`${SECRET}: Excel, Tableau`) });
    await at.press('Start the interview');
    await at.sees('Check your camera and microphone');
    await fetched('Sign in', 'sign-in-page');
    const asked = sent.length;
    await at.press('Turn on your camera and microphone');
    await at.reads('Your voice is heard.');
    await at.press('Go on to question 1');
    await at.sees('Question 1 of 3');
    await speak(page, ANSWERS[0], async () => {
      await at.follow('Sign in');
      await page.getByRole('dialog', { name: 'Leave this interview?' }).waitFor();
      await page.keyboard.press('Escape');
    });
    await at.look();
    await goOn('Question 2 of 3');
    await page.getByRole('radio', { name: 'Speak', exact: true }).check();
    await failOnce();
    await at.press('Record');
    await at.reads('Nothing was recorded.');
    await speak(page, ANSWERS[1]);
    await at.reads('You can record again once.');
    await goOn('Question 3 of 3');
    await page.getByRole('radio', { name: 'Type', exact: true }).check();
    await page.getByRole('textbox').fill(ANSWERS[2]);
    await goOn('Check your answers');
    await at.look();
    await at.press('See your report');
    await page.getByRole('heading', { name: 'Competencies' }).waitFor();
    await at.look();

    const questions = [await askedIn('Question 1'), await askedIn('Question 2'), await askedIn('Question 3')];
    expect(questions[0]!.skills).toContain('sql');
    const evaluator = BuiltInEvaluator.of(bank);
    const scored = questions.map((question, index) => ({
      ...storedScore(question, evaluator.evaluate({ question, answer: ANSWERS[index]!, earlierAnswers: ANSWERS.slice(0, index) })), competencies: question.competencies,
    }) as unknown as ScoredAnswer);
    await at.reads(`${showScore(overallOf(scored)!)} of 10, `);
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    await at.reads('How it sounded – not part of the score');
    expect(await page.locator('video').getAttribute('src')).toMatch(/^blob:/);
    expect(await page.locator('audio').getAttribute('src')).toMatch(/^blob:/);
    // Played to its end.
    await page.evaluate(`new Promise((resolve) => {
      const video = document.querySelector('video');
      video.addEventListener('ended', () => resolve());
      void video.play();
    })`);
    await at.reads('It is gone, and your recordings with it, when you close the page');
    // From the first question to the report, whatever is said in whichever letters, the server is asked for nothing at all.
    expect(sent.slice(asked).filter((request) => !/^GET (blob:|\S+\/favicon\.svg )/.test(request))).toEqual([]);

    await at.follow('Sign up and practise an interview');
    await at.press('Leave and lose it');
    await at.sees('Make an account');
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.filter((request) => request.includes(SECRET) || request.includes(encodeURIComponent(ANSWERS[0].slice(30, 60))) || !request.startsWith('GET '))).toEqual([]);
    expect(await kept()).toEqual(before);
    expect(await page.context().cookies()).toEqual([]);
    const stored = await page.evaluate(`indexedDB.databases().then((databases) => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases]))`);
    expect(stored).not.toContain(SECRET);
    expect(stored).not.toContain('recordings');
  });

  it('[MR27] speaks an answer and reads what it is worth with cookies and storage blocked', async () => {
    const { page: blocked, close } = await windowWithoutCookies(world.url, devices.flags);
    try {
      await blocked.goto('/practice/try');
      await page.goto('/api/health/live');
      expect([await tryToStore(page), await tryToStore(blocked)]).toEqual(['a=b', 'blocked']);
      await blocked.getByLabel('Number of questions').selectOption('1');
      await blocked.getByRole('radio', { name: /^Speak(?! with)/ }).check();
      await blocked.getByRole('button', { name: 'Start the interview' }).click();
      await blocked.getByRole('button', { name: 'Turn on your microphone' }).click();
      await blocked.getByRole('button', { name: 'Go on to question 1' }).click();
      await speak(blocked, ANSWERS[0]);
      await blocked.getByRole('button', { name: 'See what it is worth' }).click();
      await blocked.getByText(/^\d+(\.\d+)? of 10, /).waitFor();
      expect(await blocked.locator('audio').getAttribute('src')).toMatch(/^blob:/);
    } finally {
      await close();
    }
  });

  it('meets no serious barrier, no error, and no page that asks another host for anything', () => {
    expect(at.barriersMet).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
