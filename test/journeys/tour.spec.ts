import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AtBrowser } from '../support/at-browser.js';
import { Chromium, inABrowser } from '../support/browser.js';
import { appCode } from '../support/second-factor.js';
import { stepsIn } from './tour.js';
import { WholeProduct } from './whole-product.js';

const PASSWORD = 'three quiet words';
const ANSWER = 'Last March our checkout failed for one customer in fifty. I compared the failing requests with the good ones and saw that all of them came from one server. I took it out, wrote a test that reproduced the race, and fixed the lock. Failures went from two percent to zero within a day.';
const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

let product: WholeProduct;
let chromium: Chromium;
let one: AtBrowser;

/** Each step of the README's tour under its own words, walked in this order. */
const tour: Readonly<Record<string, () => Promise<void>>> = {
  async 'Start it with made-up people'() {
    for (const email of ['priya@demo.example', 'tomas@demo.example', 'recruiter@demo.example', 'operator@demo.example']) {
      const answer = await fetch(`${product.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json', origin: product.url }, body: JSON.stringify({ email, password: PASSWORD }) });
      expect([email, answer.status]).toEqual([email, 200]);
      if (email !== 'recruiter@demo.example') continue;
      const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
      const found = (await (await fetch(`${product.url}/api/talent`, { headers: { cookie } })).json()) as { total: { count: number }; talent: { scores: unknown }[] };
      expect(found.total.count).toBe(300);
      expect(found.talent[0]?.scores).not.toBeNull();
    }
  },
  async 'See what this is before you sign up'() {
    await one.go('/');
    await one.page.getByRole('figure', { name: 'Sample of a report' }).waitFor();
    await one.page.getByRole('heading', { name: 'Who sees what' }).waitFor();
    await one.page.getByRole('link', { name: 'Practise now' }).waitFor();
  },
  async 'Read a report, and the words each mark rests on'() {
    await one.givePassword('priya@demo.example', PASSWORD);
    await one.sees('Your practice');
    await one.follow('Software engineer, Senior');
    await one.sees('Your report');
    await one.page.getByRole('heading', { name: 'Overall score' }).waitFor();
    await one.page.getByRole('heading', { name: 'Competencies' }).waitFor();
    expect(await one.page.locator('mark').count()).toBeGreaterThan(0);
    await one.reads(/^Deleted in \d+ days/);
  },
  async 'See a certificate, and check it yourself'() {
    await one.follow('Certificates');
    await one.sees('Certificates');
    await one.follow(/^Back-end engineer/);
    await one.page.getByRole('link', { name: /\/c\// }).click();
    await one.sees('Priya Raman');
    await one.follow('Check it yourself');
    await one.sees('Check a certificate');
    await one.page.getByRole('heading', { name: 'Valid', exact: true }).waitFor();
  },
  async 'Answer a question, and reload the page in between'() {
    await one.go('/practice');
    await one.follow('Practise an interview');
    await one.sees('Set up your interview');
    await one.field('Number of questions').selectOption('3');
    await one.press('Start the interview');
    await one.press('Skip to question 1');
    await one.sees('Question 1 of 3');
    await one.page.getByRole('textbox').fill(ANSWER);
    await one.reads(/^Saved/);
    await one.page.reload();
    await one.reads(ANSWER.slice(0, 40));
  },
  async 'Submit, and read what your answer was worth'() {
    await one.press('Next question');
    await one.sees('Follow-up to question 1');
    await one.press('Skip for now');
    await one.sees('Question 2 of 3');
    await one.press('Skip for now');
    await one.sees('Question 3 of 3');
    await one.press('Check your answers');
    await one.press('Submit interview');
    await one.sees('Your report');
    await one.page.getByRole('heading', { name: 'Overall score' }).waitFor({ timeout: 60_000 });
    await one.reads(/Last March our checkout failed/);
  },
  async 'Delete it'() {
    const address = one.page.url();
    await one.page.getByRole('button', { name: /^Delete/ }).first().click();
    await one.page.getByRole('dialog').getByRole('button', { name: 'Delete this interview' }).click();
    await one.sees('Your practice');
    await one.go(address);
    await one.sees('There is nothing at this address');
  },
  async 'Buy ten more interviews, with made-up money'() {
    await one.go('/settings/billing');
    await one.sees('Plan and payments');
    await one.press('Buy: Ten interviews');
    await one.sees('No money moves here');
    await one.page.getByRole('button', { name: /^Pay / }).click();
    await one.sees('Your purchase');
    await one.reads('It is yours from this moment.');
    await one.follow('Plan and payments');
    await one.reads('10 of 10 from a pack');
  },
  async 'Let yourself be found, and stop it'() {
    await one.go('/profile');
    await one.sees('Your profile');
    await one.fill('Headline', 'Keeps dull services reliable');
    await one.page.getByLabel('Add a skill').fill('kubernets');
    await one.page.getByRole('option', { name: 'Kubernetes' }).click();
    await one.press('Save your profile');
    await one.reads('Saved. Nobody sees it but you.');
    await one.go('/visibility');
    const found = one.page.getByRole('switch', { name: 'Recruiters can find me' });
    await found.click();
    await one.reads(/^On until/);
    await found.click();
    await one.page.getByRole('switch', { name: 'Recruiters can find me', checked: false }).waitFor();
  },
  async 'Search among people who agreed to be found'() {
    await one.signOut();
    await one.givePassword('recruiter@demo.example', PASSWORD);
    await one.page.getByRole('button', { name: 'Sign out' }).waitFor();
    await one.go('/talent');
    await one.sees('Search for people');
    await one.page.getByRole('combobox', { name: 'Search' }).fill('kubernets');
    await one.page.getByRole('option', { name: 'Kubernetes' }).click();
    await one.page.getByLabel('All answers together').selectOption('7.5');
    await one.page.getByRole('list', { name: 'People found' }).getByRole('link').first().click();
    await one.reads(/^This view is recorded and shown to the candidate/);
  },
  async 'Check that what is published is what runs'() {
    await one.go('/talent');
    await one.follow('What we keep, and for how long');
    await one.sees('What we keep, and for how long');
    await one.page.getByRole('row', { name: /An interview with its answers, scores and report/ }).getByText('90 days').waitFor();
    await one.follow('How answers are scored');
    await one.sees('How answers are scored');
    await one.page.getByRole('row', { name: /Relevance.*35/ }).waitFor();
    await one.follow('Promises, and their proof');
    await one.sees('Promises, and their proof');
    await one.page.getByRole('heading', { name: /^Proved by a test: \d+ of \d+$/ }).waitFor();
  },
  async 'Look behind the scenes as the operator'() {
    await one.go('/notes');
    await one.signOut();
    await one.givePassword('operator@demo.example', PASSWORD);
    await one.sees('Your practice');
    await one.follow('Operator');
    await one.press('Set it up');
    await one.page.getByRole('img', { name: /QR code/ }).waitFor();
    const secret = (await one.page.locator('code').first().innerText()).replaceAll(' ', '');
    await one.fill('Code from the app', appCode(secret));
    await one.press('Turn it on');
    await one.press('I have kept them');
    await one.go('/operator');
    await one.sees('Health');
    await one.follow('Audit log');
    await one.sees('Audit log');
    await one.press('Check it now');
    await one.reads(/^Whole: \d+ entr/);
  },
};

inABrowser('the tour of the README', () => {
  beforeAll(async () => {
    product = await WholeProduct.start(21_600, {}, ['--demo']);
    chromium = await Chromium.launch();
    one = new AtBrowser(await chromium.window(product.url));
  });
  afterAll(async () => {
    await (chromium as Chromium | undefined)?.close();
    await (product as WholeProduct | undefined)?.end();
  });

  for (const [step, walk] of Object.entries(tour)) it(step, walk);

  it('meets no error on its way, and nothing is asked of another host', () => {
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});

describe('the README', () => {
  it('tells the steps that are walked here, all of them and no others', () => {
    expect(stepsIn(readme)).toEqual(Object.keys(tour));
  });

  it('would be found out by a step that nobody walks', () => {
    const planted = '## A tour\n\n1. **Start it.** Then wait.\n2. **Fly to the moon**, if you can.\n\n## Else\n\n3. **No step.**\n';
    expect(stepsIn(planted)).toEqual(['Start it', 'Fly to the moon']);
    expect(stepsIn('# Nothing')).toEqual([]);
  });
});
