import { type Page } from 'playwright-core';
import { AtBrowser, mailArriving } from '../support/at-browser.js';
import { Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { setUpSecondFactor } from '../support/second-factor.js';
import { type Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

inABrowser('whoever answers for the data, and whose data it is', () => {
  let world: World;
  let chromium: Chromium;
  let person: Visitor;
  let operator: Visitor;
  let at: AtBrowser;

  const signedIn = async (visitor: Visitor, width = 1280): Promise<Page> => {
    const page = await chromium.window(world.url, width);
    const cookies = visitor.cookie.split('; ').map((cookie) => /^([^=]+)=(.*)$/.exec(cookie)).map((parts) => ({ name: parts?.[1] ?? '', value: parts?.[2] ?? '', url: world.url }));
    await page.context().addCookies(cookies);
    return page;
  };

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    person = await world.candidate('person@example.com');
    operator = await world.candidate('operator@example.com');
    await world.database.query(`update accounts.account set roles = array['candidate', 'operator'] where id = (select id from auth."user" where email = 'operator@example.com')`);
    await setUpSecondFactor(operator);
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    at = new AtBrowser(await signedIn(person));
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('calls upon a law of their own, talks with whoever answers, says that a letter was theirs, and reads what a legal hold keeps', async () => {
    const desk = new AtBrowser(await signedIn(operator));
    await at.go('/privacy/requests');
    await at.page.getByLabel('Complain').check();
    await at.fill('What is it about?', 'Nobody told me why.');
    await at.page.getByLabel('Whose law protects you?').selectOption('India');
    await at.reads(/^Digital Personal Data Protection Act 2023/);
    await at.press('Send the request');
    await at.reads(/^Number [0-9A-F]{10}$/);
    await at.page.getByRole('button', { name: /^Add something/ }).first().click();
    await at.fill('What do you want to add?', 'It was on Tuesday.');
    await at.page.getByRole('button', { name: /^Send it/ }).click();
    // The words alone stand in the field as well, before they are sent.
    await at.reads('It is sent.');
    await desk.go('/operator/requests');
    await desk.reads(/They wrote/);
    await desk.page.getByRole('button', { name: /^Write to the person/ }).click();
    await desk.fill('What do you want to say or ask?', 'Which Tuesday was it?');
    await desk.page.getByRole('button', { name: /^Write to the person/ }).click();
    await desk.reads(/You wrote/);
    await desk.fill('Address or id of the account, if you know it', 'person@example.com');
    await desk.fill('What it says', 'Please tell me what you hold.');
    await desk.press('Write it down');
    await desk.reads(/Its owner was asked by mail whether it is theirs/);
    await desk.look();
    await at.page.reload();
    await at.reads('Which Tuesday was it?');
    await at.look();
    const letter = await chromium.window(world.url);
    await letter.goto((await mailArriving(world, 'person@example.com', /^Did you write to us/)).link);
    await letter.getByRole('button', { name: 'It was me' }).click();
    await letter.getByText('Thank you').waitFor();
    await desk.page.reload();
    await desk.reads('Confirmed from the address of the account');
    const { account } = (await person.get('/api/session')).body as { account: { id: string } };
    await desk.go('/operator/holds');
    await desk.reads('Nothing is kept by a legal hold.');
    await desk.fill('Id of the account', account.id);
    await desk.page.getByRole('checkbox', { name: 'Account and sign-ins' }).check();
    await desk.fill('The law, or the dispute', 'Code of civil procedure, section 142');
    await desk.fill('Why it must be kept', 'A court wants to see it.');
    await desk.fill('Until', new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await desk.press('Place the hold');
    await desk.reads('Sealed');
    await desk.look();
    await at.go('/privacy');
    await at.reads('Kept by a legal hold');
    await at.look();
    await desk.page.getByRole('button', { name: /^End this hold/ }).click();
    await desk.press('End it and delete its copy');
    await desk.reads('Ended; its copy is deleted');
    // One that a law forbids to tell the person of names the day until which it does, and it may do so for longer.
    const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await desk.fill('Id of the account', account.id);
    await desk.page.getByRole('checkbox', { name: 'Account and sign-ins' }).check();
    await desk.fill('The law, or the dispute', 'Tax code, section 200');
    await desk.fill('Why it must be kept', 'An audit.');
    await desk.fill('Until', inDays(30));
    await desk.fill('The person may not be told, because of', 'Code of criminal procedure, section 95');
    await desk.press('Place the hold');
    await desk.reads('Enter the last day on which the law forbids it.');
    await desk.fill('The last day on which the law forbids it', inDays(10));
    await desk.press('Place the hold');
    await desk.reads(/The person is told after/);
    await desk.page.getByRole('button', { name: /^The law forbids it for longer/ }).click();
    await desk.fill('The new last day on which the law forbids it', inDays(20));
    await desk.fill('Why longer?', 'The court said so.');
    await desk.page.getByRole('button', { name: /^Make it longer/ }).click();
    await desk.reads(/^Made longer .*: The court said so\.$/);
    await desk.look();
    await at.go('/privacy');
    await at.page.waitForLoadState('networkidle');
    expect(await at.page.getByText('Tax code, section 200').count()).toBe(0);
    at.barriersMet.push(...desk.barriersMet);
  });

  it('is told when what was given to authorities, or what is kept by law, cannot be read: an empty place would say that there is nothing', async () => {
    const [page, rarely] = [at.page, /\/api\/privacy\/legal-(holds|disclosures)$/];
    await page.route(rarely, (route) => route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{}' }));
    await at.go('/privacy');
    await at.reads('What was given to authorities could not be read.');
    await at.reads('What a legal hold keeps could not be read.');
    await at.look();
    await page.unroute(rarely);
    for (const left of [2, 1]) {
      const again = page.getByRole('button', { name: 'Try again' });
      expect(await again.count()).toBe(left);
      await again.last().click();
      await again.nth(left - 1).waitFor({ state: 'detached' });
    }
  });

  it('writes an incident down, counts and mails whom it touched, and closes it with what prevents it', async () => {
    const desk = new AtBrowser(await signedIn(operator));
    await desk.go('/operator/incidents');
    await desk.reads('Nothing has happened that was written down here.');
    await desk.fill('What happened, as far as you know', 'A backup lay open on the net.');
    await desk.fill('Which kinds of data', 'Names and addresses');
    await desk.page.getByLabel('When somebody here knew of it').fill('2026-01-02T10:00');
    await desk.press('Open the incident');
    await desk.sees('One incident');
    await desk.reads('The 72 hours are over');
    await desk.press('Count them');
    await desk.page.getByRole('button', { name: /^Add \d+ / }).click();
    await desk.reads(/, each by a reference that means nothing elsewhere\.$/);
    await desk.look();
    await desk.page.locator('#told-what').fill('A backup could be read by strangers.');
    await desk.fill('What it means for them', 'Strangers may know your address.');
    await desk.fill('What we do, and what they can do', 'We closed it.');
    await desk.page.getByRole('button', { name: /^Mail \d+ / }).click();
    await desk.press('Send the mails');
    await desk.reads(/^Went to \d+ /);
    await desk.page.getByText('It need not be told').click();
    await desk.fill('Why not', 'It was encrypted.');
    await desk.press('Write down why not');
    await desk.reads('The authority is not told, for a reason');
    await desk.fill('What prevents it from now on', 'Backups are encrypted.');
    await desk.press('Close the incident');
    await desk.reads(/^Closed on /);
    await desk.look();
    at.barriersMet.push(...desk.barriersMet);
  });

  it('reports a minor without an account, and an operator sees it and decides', async () => {
    const out = new AtBrowser(await chromium.window(world.url));
    await out.go('/legal/contact');
    await out.follow('Report a minor');
    await out.sees('Report a minor');
    await out.fill('Who is it about?', 'person@example.com');
    await out.fill('Why do you think so?', 'They are in the ninth grade.');
    await out.look();
    await out.press('Send the report');
    await out.reads('Thank you, your report is here');
    const desk = new AtBrowser(await signedIn(operator));
    await desk.go('/operator/minors');
    await desk.reads('They are in the ninth grade.');
    await desk.reads(/^Hidden until /);
    await desk.look();
    await desk.fill('Why you decide so', 'Born in 1990.');
    await desk.press('It is not true');
    await desk.reads('There are none.');
    at.barriersMet.push(...out.barriersMet, ...desk.barriersMet);
  });

  it('meets no serious barrier, and nothing that sticks out on a narrow screen', async () => {
    const narrow = new AtBrowser(await signedIn(operator, 390));
    for (const path of ['/operator/minors', '/operator/incidents', '/operator/disclosures', '/operator/holds', '/operator/requests?state=answered', '/privacy/confirm-request']) {
      await narrow.go(path);
      await narrow.page.getByRole('heading', { level: 1 }).waitFor();
      await narrow.page.waitForLoadState('networkidle');
      expect([path, await sticksOut(narrow.page)]).toEqual([path, 0]);
    }
    expect(at.barriersMet).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
