import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';
import { heading, press, windowOf } from './invited-stage.js';

inABrowser('somebody who wants more than what is free', () => {
  let world: World;
  let chromium: Chromium;
  let page: Page;
  let hiring: Page;
  const found: string[] = [];
  const widths: string[] = [];
  /** No serious barrier, and nothing wider than a phone. */
  const look = async (at: Page): Promise<void> => {
    found.push(...(await barriers(at)));
    const by = await sticksOut(at);
    if (by > 0) widths.push(`${at.url()}: ${by}`);
  };
  const product = (at: Page, title: string) => at.getByRole('listitem').filter({ has: at.getByRole('heading', { level: 3, name: title, exact: true }) });
  const choose = async (at: Page, verb: string | RegExp): Promise<void> => {
    await heading(at, 'No money moves here');
    await at.getByRole('button', { name: verb }).click();
    await heading(at, 'Your purchase');
  };

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    const [candidate, { visitor: recruiter }] = [await world.candidate('pays@example.com'), await world.recruiter({ roles: ['owner', 'recruiter', 'billing'], organisation: { name: 'Nordlys Hiring' } })];
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    [page, hiring] = await Promise.all([windowOf(chromium, world, candidate), windowOf(chromium, world, recruiter)]);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('reads before signing up what is free and what costs how much, in a currency of their own', async () => {
    const stranger = await chromium.window(world.url);
    await stranger.goto('/pricing');
    await stranger.getByText('30 practice interviews each month').waitFor();
    await product(stranger, 'Ten interviews').getByText('US$9.00').waitFor();
    await look(stranger);
    await stranger.getByLabel('Currency').first().selectOption('INR');
    await product(stranger, 'Ten interviews').getByText('₹499.00').waitFor();
    expect(new URL(stranger.url()).search).toBe('?currency=INR');
    await stranger.getByRole('link', { name: 'Sign in to buy: Ten interviews' }).click();
    await heading(stranger, 'Sign in');
  });

  it('sees what an interview uses up, and buys ten more in rupees at a page of the gateway, which is declined once', async () => {
    await page.goto('/practice/new');
    await page.getByText('This uses one of the 30 interviews you have left').waitFor();
    await page.getByRole('link', { name: 'Plan and payments' }).click();
    await heading(page, 'Plan and payments');
    await page.getByLabel('Currency').selectOption('INR');
    await look(page);
    await page.getByRole('button', { name: 'Buy: Ten interviews' }).click();
    await heading(page, 'No money moves here');
    await page.getByText('₹499.00', { exact: true }).waitFor();
    await look(page);
    await choose(page, 'Decline');
    await page.getByText('It was not paid').waitFor();
    await look(page);
    await press(page, 'Back to the payment page');
    await choose(page, /^Pay /);
    await page.getByText('It is yours from this moment.').waitFor();
    await look(page);
    await page.getByRole('link', { name: 'Plan and payments' }).click();
    await page.getByText('10 of 10 from a pack').waitFor();
    await page.getByText('40 interviews').waitFor();
  });

  it('finds the invoice with what they want to stand on it, and every purchase, the declined one too', async () => {
    await page.getByLabel('Name or company').fill('Ada Example, Consulting');
    await page.getByLabel('Country').selectOption('IN');
    await page.getByLabel('Tax number').fill('29ABCDE1234F1Z9');
    await press(page, 'Save for your invoices');
    await page.getByRole('link', { name: /This is no GSTIN/ }).waitFor();
    await look(page);
    await page.getByLabel('Tax number').fill('27 AAPFU 0939 F1ZV');
    await press(page, 'Save for your invoices');
    await page.getByText('Your next invoice says so.').waitFor();
    await page.reload();
    await until('the state is that of the number', async () => (await page.getByLabel('State or region').inputValue()) === 'Maharashtra');
    const history = page.getByRole('region', { name: 'Purchases and invoices' });
    await history.getByText('Not paid, it was declined').waitFor();
    const invoice = history.getByRole('link', { name: /^Invoice TEST-VV-\d{4}-00001/ });
    const answer = await page.request.get(new URL((await invoice.getAttribute('href')) ?? '', world.url).href);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('begins a plan in dollars, uses an interview of it, and ends it without losing what is paid', async () => {
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByRole('button', { name: 'Begin this plan: Practice plan, monthly' }).click();
    await choose(page, /^Pay /);
    await page.getByText('It is yours from this moment.').waitFor();
    await page.getByRole('link', { name: 'Set up an interview' }).click();
    await page.getByText('This uses one of the 100 interviews you have left').waitFor();
    await press(page, 'Start the interview');
    await page.getByRole('button', { name: 'Skip to question 1' }).waitFor();
    await page.goto('/settings/billing');
    await page.getByText('99 interviews').waitFor();
    await page.getByRole('region', { name: 'What you used, and for what' }).getByRole('link', { name: 'A practice interview' }).waitFor();
    await look(page);
    await press(page, 'End this plan');
    await press(page, 'End the plan');
    await page.getByText(/You ended it: it is yours until/).waitFor();
    await page.getByText('99 interviews').waitFor();
  });

  it('pays in a way that takes its time, is told so, and gets it when the money is there', async () => {
    await page.getByLabel('Currency').selectOption('EUR');
    await page.getByRole('button', { name: 'Buy: Ten interviews' }).click();
    await choose(page, 'Promise it');
    await page.getByText('Promised, and on its way').waitFor();
    await world.database.moveClock('2 minutes');
    await page.getByText('It is yours from this moment.').waitFor();
  });

  it('is told that somebody looks at it when the money does not fit what was asked for, and is not led to pay again', async () => {
    await page.goto('/settings/billing');
    await page.getByLabel('Currency').selectOption('EUR');
    await page.getByRole('button', { name: 'Buy: Ten interviews' }).click();
    await heading(page, 'No money moves here');
    await world.database.query(`update payments.purchase set amount_minor = amount_minor + 1 where state = 'open'`);
    await choose(page, /^Pay /);
    await page.getByText('Money came that does not fit what was asked for').waitFor();
    expect(await page.getByText(/It was not paid|Back to the payment page/).count()).toBe(0);
    await look(page);
    await page.getByRole('link', { name: 'Plan and payments' }).click();
    await page.getByRole('region', { name: 'Purchases and invoices' }).getByText('Did not fit what was asked for').waitFor();
  });

  it('pays for an organisation, as whoever has its billing, and has places for more colleagues', async () => {
    await hiring.goto('/hiring/billing');
    await hiring.getByText('5 places for people of your organisation').waitFor();
    const plan = product(hiring, 'Hiring plan, monthly');
    await plan.getByLabel('Places').fill('3');
    await look(hiring);
    await plan.getByRole('button', { name: 'Begin this plan: Hiring plan, monthly' }).click();
    await heading(hiring, 'No money moves here');
    await hiring.getByText('US$147.00', { exact: true }).waitFor();
    await choose(hiring, /^Pay /);
    await hiring.getByText('It is yours from this moment.').waitFor();
    await hiring.getByRole('link', { name: 'Plan and payments' }).click();
    await hiring.getByText('8 places for people of your organisation').waitFor();
    await hiring.getByText('350 invited interviews').waitFor();
  });

  it('meets no barrier, no fault, nothing wider than a phone, and no page that asks another host for anything', () => {
    expect({ found, widths, faults: chromium.faults, foreign: chromium.foreignRequests }).toEqual({ found: [], widths: [], faults: [], foreign: [] });
  });
});
