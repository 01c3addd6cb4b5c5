import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { until } from '../support/until.js';
import { PASSWORD, World } from '../support/world.js';

const EMAIL = 'decides@example.com';
const CONTROL = 'Send me news by mail';

inABrowser('what somebody allows', () => {
  let world: World;
  let chromium: Chromium;
  let desk: Page;
  let phone: Page;
  const found: string[] = [];

  const look = async (page: Page): Promise<void> => { found.push(...(await barriers(page))); };
  const arrive = async (page: Page): Promise<void> => {
    await page.goto('/sign-in?next=/consents');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'What you allow' }).waitFor();
    await page.getByRole('switch', { name: CONTROL }).waitFor();
  };
  const news = (page: Page) => page.getByRole('region', { name: 'News about this place by mail' });

  beforeAll(async () => {
    world = await World.create();
    await world.candidate(EMAIL);
    chromium = await Chromium.launch();
    desk = await chromium.window(world.url);
    phone = await chromium.window(world.url, 390);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('[MO01] is read in a notice that closes only at its end, by keys as by the wheel, and each purpose has a control of its own that is off', async () => {
    await arrive(desk);
    for (const control of await desk.getByRole('switch').all()) expect(await control.isChecked()).toBe(false);
    expect(await desk.getByRole('switch').count()).toBeGreaterThan(1);
    await news(desk).getByRole('button', { name: /^Read the notice/ }).click();
    const notice = desk.getByRole('dialog', { name: 'News about this place by mail' });
    const text = notice.getByRole('region', { name: /^Notice:/ });
    const close = notice.getByRole('button', { name: 'I have read this' });
    await text.getByText(/Version 2, SHA-256 [0-9a-f]{64}/).waitFor({ state: 'attached' });
    await look(desk);
    expect(await close.getAttribute('aria-disabled')).toBe('true');
    await desk.keyboard.press('Escape');
    expect(await notice.isVisible()).toBe(true);
    await text.focus();
    await desk.keyboard.press('End');
    await notice.getByText('You have reached the end.').waitFor();
    expect(await close.getAttribute('aria-disabled')).toBe('false');
    // Past the address of who answers for it, and the switch.
    for (let stops = 0; stops < 3; stops += 1) await desk.keyboard.press('Tab');
    await desk.keyboard.press('Enter');
    await notice.waitFor({ state: 'detached' });
    // Opened again it begins at its top; the wheel gets to the end as well.
    await news(desk).getByRole('button', { name: /^Read the notice/ }).click();
    expect(await close.getAttribute('aria-disabled')).toBe('true');
    await text.hover();
    // A turn of the wheel before the window is drawn is a turn at the page below.
    await until('the wheel gets to the end', async () => { await desk.mouse.wheel(0, 5_000); return notice.getByText('You have reached the end.').isVisible(); });
    await close.click();
  });

  it('is given and taken back by the same switch, with one press and by keys alone, and told at once', async () => {
    const control = desk.getByRole('switch', { name: CONTROL });
    await control.focus();
    await desk.keyboard.press('Space');
    await news(desk).getByRole('status').filter({ hasText: /^On$/ }).waitFor();
    expect(await control.isChecked()).toBe(true);
    await desk.getByText('Allowed:').waitFor();
    await look(desk);
    const [act] = await world.database.query<{ notice_version: number; notice_hash: string; wording: string; place: string; at: Date }>('select * from consent.record');
    expect(act).toMatchObject({ notice_version: 2, notice_hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, wording: CONTROL, place: '/consents', at: expect.any(Date) as Date });
    await control.focus();
    await desk.keyboard.press('Space');
    await news(desk).getByRole('status').filter({ hasText: /^Off$/ }).waitFor();
    expect(await control.isChecked()).toBe(false);
    await desk.getByText('Taken back:').waitFor();
  });

  it('leaves a receipt of each act to take home', async () => {
    const receipts = desk.getByRole('link', { name: /^PDF\s*: News about this place by mail/ });
    expect(await receipts.count()).toBe(2);
    const [download] = await Promise.all([desk.waitForEvent('download'), receipts.first().click()]);
    expect(download.suggestedFilename()).toMatch(/^consent-receipt-[0-9a-f-]{36}\.pdf$/);
    const [signed] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: /^JSON, signed\s*: News/ }).first().click()]);
    expect(signed.suggestedFilename()).toMatch(/\.jsonld$/);
  });

  it('[MO01] can be allowed in its notice by the same switch, which waits for the end and is taken back without waiting', async () => {
    await news(desk).getByRole('button', { name: /^Read the notice/ }).click();
    const notice = desk.getByRole('dialog', { name: 'News about this place by mail' });
    const control = notice.getByRole('switch', { name: CONTROL });
    await notice.getByText('Read to the end: the switch is there').waitFor();
    expect(await control.getAttribute('aria-disabled')).toBe('true');
    await control.dispatchEvent('click');
    expect(await control.isChecked()).toBe(false);
    await desk.keyboard.press('End');
    await notice.getByText('You have reached the end. You can use the switch now.').waitFor();
    await control.focus();
    await desk.keyboard.press('Space');
    await notice.getByRole('status').filter({ hasText: /^On$/ }).waitFor();
    await look(desk);
    await notice.getByRole('button', { name: 'I have read this' }).click();
    await notice.waitFor({ state: 'detached' });
    await news(desk).getByRole('button', { name: /^Read the notice/ }).click();
    await control.dispatchEvent('click');
    await notice.getByRole('status').filter({ hasText: /^Off$/ }).waitFor();
    expect(await world.database.query('select status, wording from consent.record order by version offset 2')).toEqual([{ status: 'given', wording: CONTROL }, { status: 'withdrawn', wording: CONTROL }]);
    await desk.keyboard.press('End');
    await notice.getByRole('button', { name: 'I have read this' }).click();
  });

  it('can be read to its end, and left, at a window so low that the end is never in sight as a whole', async () => {
    await desk.setViewportSize({ width: 320, height: 160 });
    await news(desk).getByRole('button', { name: /^Read the notice/ }).click();
    const notice = desk.getByRole('dialog', { name: 'News about this place by mail' });
    await notice.getByText('Read to the end: the switch is there').waitFor();
    await notice.getByRole('button', { name: 'I have read this' }).scrollIntoViewIfNeeded();
    await notice.getByText('You have reached the end. You can use the switch now.').waitFor();
    await desk.keyboard.press('Escape');
    await notice.waitFor({ state: 'detached' });
    await desk.setViewportSize({ width: 1280, height: 900 });
  });

  it('says when a notice has changed and that nothing is allowed until one decides again, on a phone, too', async () => {
    await arrive(phone);
    await phone.getByRole('switch', { name: CONTROL }).click();
    await news(phone).getByRole('status').filter({ hasText: /^On$/ }).waitFor();
    await world.database.query(`insert into consent.notice (purpose, version, locale, title, body, control, hash, material) select purpose, 3, locale, title, body, control, hash, true from consent.notice where purpose = 'marketing_email'`);
    await phone.reload();
    await news(phone).getByText('This notice has changed').waitFor();
    expect(await phone.getByRole('switch', { name: CONTROL }).isChecked()).toBe(false);
    expect(await sticksOut(phone)).toBe(0);
    await look(phone);
  });

  it('shows no barrier, no fault and no foreign host on all of this', () => {
    expect([found, chromium.faults, chromium.foreignRequests]).toEqual([[], [], []]);
  });
});
