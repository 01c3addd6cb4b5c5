import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { allow } from '../support/consents.js';
import { mailArriving } from '../support/at-browser.js';
import { pressed, wanted } from '../support/gateways/built-in.js';
import { doubted } from '../support/doubted-interview.js';
import { setUpSecondFactor } from '../support/second-factor.js';
import { until } from '../support/until.js';
import { type Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';


inABrowser('an operator at a browser', () => {
  let world: World;
  let chromium: Chromium;
  let page: Page;
  let operator: Visitor;
  let personId: string;
  const found: string[] = [];

  const look = async (): Promise<void> => { found.push(...(await barriers(page))); };
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  /** By the links of the parts, and then by those of the part. */
  const go = async (part: string, link: string | null, title: string): Promise<void> => {
    const follow = (row: string, name: string) => page.getByRole('navigation', { name: row, exact: true }).getByRole('link', { name, exact: true }).click();
    await follow('Main', part);
    if (link !== null) await follow(part, link);
    await heading(title).waitFor();
  };

  /** A window in which the operator is signed in. */
  const windowOf = async (width: number): Promise<Page> => {
    const window = await chromium.window(world.url, width);
    const cookies = operator.cookie.split('; ').map((cookie) => /^([^=]+)=(.*)$/.exec(cookie)).map((parts) => ({ name: parts?.[1] ?? '', value: parts?.[2] ?? '', url: world.url }));
    await window.context().addCookies(cookies);
    return window;
  };

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    operator = await world.candidate('operator@example.com');
    await world.newcomer('person@example.com');
    await world.database.query(`update accounts.account set roles = array['candidate', 'operator'] where id = (select id from auth."user" where email = 'operator@example.com')`);
    personId = (await world.database.query<{ id: string }>(`select id from auth."user" where email = 'person@example.com'`))[0]?.id ?? '';
    await world.database.query(
      `insert into jobs.outbox (id, kind, name, queue, payload, status, attempts, fault, ended_at) values (gen_random_uuid(), 'job', 'accounts.sweep', 'sweeps', '{}', 'dead', 3, 'Error 23514', clock.now())`);
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    await setUpSecondFactor(operator);
    // At whatever hour this runs: no nightly check has been made, and what is paid here is paid on one day.
    await world.database.query(`update jobs.timetable set next_at = next_at + interval '1 day' where name in ('app.verify-audit-log', 'app.verify-consent-ledger')`);
    await world.database.query(`insert into clock.shift (by) select interval '-10 minutes' where (clock.now() at time zone 'utc')::time > '23:50'`);
    page = await windowOf(1280);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('sees whether this place runs, and that work was given up', async () => {
    await page.goto('/operator');
    await heading('Health').waitFor();
    await page.getByRole('row', { name: /Database/ }).getByText('Works').waitFor();
    await page.getByText('1 piece of work was given up').waitFor();
    await look();
    await page.getByRole('link', { name: 'See which, and try again' }).click();
    await heading('Work').waitFor();
  });

  it('has work that was given up tried again, and it is done', async () => {
    await page.getByText('Error 23514').waitFor();
    await look();
    await page.getByRole('button', { name: /^Try again\s+accounts\.sweep$/ }).click();
    await page.getByText('accounts.sweep is tried again.').waitFor();
    await page.getByText(/^None\. Work that fails/).waitFor();
    await look();
  });

  it('sees which mails left, without whom they went to', async () => {
    await go('Running', 'Mails', 'Mails');
    await page.getByRole('link', { name: /^Sent \(\d+\)$/ }).click();
    await page.getByRole('row', { name: /verify-email.*Sent/ }).first().waitFor();
    await look();
    expect(await page.locator('main').innerText()).not.toContain('@');
    await page.getByRole('link', { name: 'Refused (0)' }).click();
    await page.getByText(/^There are none/).waitFor();
    expect(page.url()).toContain('state=refused');
    await look();
  });

  it('writes news, reads it as it arrives, tries it on themselves, and sends it to those who want it', async () => {
    await allow(world, personId, 'marketing_email');
    await go('Running', 'News', 'News by mail');
    await page.getByText('Nothing yet.').waitFor();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('Enter a subject.').waitFor();
    await look();
    await page.getByLabel('Subject').fill('Bookings are here');
    await page.getByLabel('Text').fill('You can book an interviewer now.\n\nRead more at https://viva.example/bookings.');
    await page.reload();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('1 person would get it now.').waitFor();
    await page.getByText(/Send me no more news/).waitFor();
    await look();
    await page.getByRole('button', { name: 'Send a copy to me' }).click();
    await page.getByText('A copy is on its way').waitFor();
    await page.getByRole('button', { name: 'Send it to 1 person' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send the news' }).click();
    await page.getByText('It goes out').waitFor();
    await page.getByText('Went to 1 person.').waitFor();
    await look();
    await page.getByText('Read it').click();
    await page.getByText(/^You can book an interviewer now\./).waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('');
    await mailArriving(world, 'person@example.com', /^Bookings are here$/);
  });

  it('looks at one account by id and sees counts, never who it is; an id that is none is answered beside the field', async () => {
    await go('People', 'Accounts', 'People, by id');
    await page.getByLabel('Id of the account').fill('Ada');
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByText(/Enter a whole id/).waitFor();
    await look();
    await page.getByLabel('Id of the account').fill(` ${personId.toUpperCase()} `);
    await page.keyboard.press('Enter');
    await heading('One account').waitFor();
    await page.getByRole('row').filter({ hasText: /^interviews\.interview\s*0\s*interviews\s*90 days$/ }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Candidate');
    expect(text).not.toMatch(/@|Ada Example/);
    await look();
    await page.goto('/operator/people/00000000-0000-7000-8000-000000000000');
    await page.getByText('There is no account with this id').waitFor();
    await look();
  });

  it('finds in the audit log that they looked, by a filter that stands in the address', async () => {
    await go('Running', 'Audit log', 'Audit log');
    await page.getByRole('link', { name: 'operations.person_read' }).first().click();
    await page.waitForURL(/action=operations\.person_read/);
    await until('that one look is listed', async () => (await page.getByRole('link', { name: personId }).count()) === 1);
    await page.getByLabel('Id of what it was done to').fill(personId);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(new RegExp(`subject=${personId}`));
    await page.reload();
    expect(await page.getByLabel('Id of what it was done to').inputValue()).toBe(personId);
    await page.getByRole('link', { name: 'operations.person_read' }).waitFor();
    await look();
    await page.getByLabel('Id of who did it').fill('somebody');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText(/Enter a whole id/).waitFor();
    await look();
  });

  it('has the whole log, and the ledger of consents, checked at the press of a button, and reads what was found', async () => {
    await page.goto('/operator/audit');
    await page.getByText('It has not been checked in the last days.').waitFor();
    await page.getByRole('button', { name: 'Check it now' }).click();
    await page.getByText(/^Whole: \d+ entries/).waitFor();
    await page.getByText('The ledger has not been checked in the last days.').waitFor();
    await page.getByRole('button', { name: 'Check the ledger now' }).click();
    await page.getByText(/^Whole: \d+ entr(y|ies) in \d+ chains?$/).waitFor();
    await look();
  });

  it('sees of each class of the policy what is due and what went, and that nothing is late', async () => {
    await world.database.query(
      `insert into notifications.note (id, account_id, kind, title, body, created_at, expires_at) values (gen_random_uuid(), $1, 'planted', 'Planted', 'Planted', clock.now() - interval '90 days', clock.now() + interval '12 hours')`, [personId]);
    await go('Data protection', 'Retention', 'What is kept');
    await page.getByText('Nothing is late').waitFor();
    await page.getByRole('row', { name: /^notifications\.note( \d+){2,6}$/ }).waitFor();
    await look();
    await page.getByRole('link', { name: 'All', exact: true }).click();
    await page.getByRole('row', { name: /^interviews\.answer / }).waitFor();
    await look();
  });

  it('decides about a score that two evaluations do not agree on, for a reason that whoever was interviewed reads', async () => {
    const candidate = await world.candidate();
    const { id } = (await candidate.post('/api/interviews', { roleId: 'customer-support', levelId: 'mid', questionCount: 3 })).body as { id: string };
    await candidate.put(`/api/interviews/${id}/answers/1`, { text: 'A parcel had gone to the wrong town, so I rang the depot, sent a new one the same day, and called the customer back on Friday.', baseRevision: 0 });
    await candidate.post(`/api/interviews/${id}/submission`);
    await until('the interview is scored', async () => ((await candidate.get(`/api/interviews/${id}`)).body as { state: string }).state === 'scored');
    await doubted(world, id);
    await go('People', 'Reviews', 'A person decides');
    await page.getByRole('link', { name: /^Open with Customer support/ }).click();
    await page.getByLabel('Why do you read it?').fill('Two evaluations differ.');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByText('Your score: 7.50 of 10, not above the mark of 7.5').waitFor();
    await look();
    await page.getByLabel('Your number for relevance of question 1').fill('80');
    await page.getByText(/^Your score: 7\.[56]\d+…? of 10, above the mark/).waitFor();
    await page.getByLabel('Why do you decide so?').fill('The customer was called back, which both overlooked.');
    await page.getByRole('button', { name: 'Decide', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Decide' }).click();
    await page.getByText(/^Decided: 7\.5/).waitFor();
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await page.getByText('Nothing waits.', { exact: false }).waitFor();
    await look();
    const { body } = await candidate.get(`/api/interviews/${id}/report`);
    expect(body).toMatchObject({ evaluator: { name: 'A person' }, overall: { aboveThreshold: true }, review: { reason: 'The customer was called back, which both overlooked.' } });
    const seen = (await candidate.get('/api/consents/disclosures')).body as { disclosures: object[] };
    expect(seen.disclosures).toEqual([expect.objectContaining({ kind: 'operator', reason: 'Two evaluations differ.' })]);
  });

  it('approves what a second operator wants to give back, settles what does not fit, and gives half of another payment back', async () => {
    const [second, buyer, { visitor: hires }] = [await world.candidate('second@example.com'), await world.candidate(), await world.recruiter({ roles: ['owner', 'billing'] })];
    await world.database.query(
      `with second as (update accounts.account set roles = array['operator'] where id = (select id from auth."user" where email = 'second@example.com') returning id)
       insert into accounts.second_factor (account_id, sealed_secret, confirmed_at) select id, 'sealed', clock.now() from second`);
    const large = await wanted(hires, 'invited-interviews-50', { path: '/api/organisation/billing/purchases' });
    const small = await wanted(buyer, 'ten-interviews');
    await Promise.all([pressed(world, large, 'pay'), pressed(world, small, 'pay')]);
    const paymentOf = async (id: string) => (await world.database.query<{ id: string }>('select id from payments.payment where purchase_id = $1 and granted_at is not null', [id]))[0]?.id;
    await until('both are paid', async () => (await paymentOf(large.id)) !== undefined && (await paymentOf(small.id)) !== undefined);
    await second.post(`/api/operator/payments/payments/${await paymentOf(large.id)}/refunds`, { amount: '149.00', reason: 'goodwill', says: 'Their interviews were down.' });
    await world.database.query(
      `with apart as (
         insert into payments.quarantine (id, gateway, reference, reason, purchase_id, said_minor, said_currency, expires_at)
         values (gen_random_uuid(), 'built_in', 'pay_other', 'amount', $1, 899, 'USD', clock.now() + interval '7 years') returning id, expires_at)
       insert into payments.refund (id, quarantine_id, gateway, payment_reference, currency, paid_minor, amount_minor, reason, says, state, because, expires_at)
       select gen_random_uuid(), id, 'built_in', 'pay_other', 'USD', 899, 899, 'does_not_fit', 'One cent less.', 'failed', 'failed_later', expires_at from apart`, [small.id]);
    await go('Money', null, 'Payments');
    await page.getByRole('row', { name: /Test gateway.*Play money.*Speaks/ }).waitFor();
    await page.getByRole('link', { name: 'What waits (2)' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Approve US$149.00, Fifty invited interviews' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve the refund' }).click();
    await page.getByText('Given back', { exact: true }).waitFor();
    const apart = page.getByRole('region', { name: 'Does not fit' });
    await apart.getByText('The gateway did not give it back (a bank sent it back)').waitFor();
    await apart.getByRole('button', { name: /^Give it back\s*: pay_other$/ }).click();
    await apart.getByText('At most US$8.99').waitFor();
    await look();
    await page.getByRole('button', { name: /^Resolve it\s*: pay_other$/ }).click();
    await page.getByLabel('What you found out and did').fill('Asked the gateway: it was taken back there.');
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve it' }).click();
    await page.getByText('Everything that was paid fits what was ordered.').waitFor();
    await page.getByRole('link', { name: 'What waits (0)' }).waitFor();
    await page.getByRole('link', { name: 'Resolved' }).click();
    await page.getByText('Asked the gateway: it was taken back there.').waitFor();
    await look();
    await page.getByRole('link', { name: 'Find a payment' }).click();
    await page.getByLabel(/^Number of the invoice/).fill(small.id);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Give money back' }).click();
    await page.getByLabel('How much, in USD').fill('4.50');
    await page.getByRole('button', { name: 'Give it back' }).click();
    await page.getByText('Choose why').last().waitFor();
    await look();
    await page.getByLabel('Why', { exact: true }).selectOption('unwanted');
    await page.getByLabel('In your words').fill('Five are enough.');
    await page.getByRole('button', { name: 'Give it back' }).click();
    await page.getByRole('dialog', { name: 'Give back US$4.50?' }).getByRole('button', { name: 'Give it back' }).click();
    await page.getByText('US$4.50 to be given back').waitFor();
    await until('five interviews are left of what was bought', async () => ((await buyer.get('/api/billing')).body as { credits: { left: number } }).credits.left === 35);
    await until('both went back', async () => (await world.database.query('select from payments.money_back')).length === 2);
    await page.getByRole('link', { name: 'Day by day' }).click();
    await page.getByRole('row', { name: /Test gateway, USD.*US\$158\.00.*US\$153\.50/ }).waitFor();
    await look();
    const table = await page.request.get(new URL((await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')) ?? '', world.url).href);
    expect((await table.text()).split('\r\n').filter((line) => /"TEST-VVC?-/.test(line))).toHaveLength(4);
    await page.getByRole('link', { name: 'Give interviews' }).click();
    await page.getByLabel('Id of the account').fill(personId);
    await page.getByLabel('Why').fill('For waiting so long.');
    await page.getByRole('button', { name: 'Give 5 interviews' }).click();
    await page.getByText('They can be used from this moment.').waitFor();
    await look();
  });

  it('meets no serious barrier and no error, and nothing that sticks out on a narrow screen', async () => {
    const narrow = await windowOf(390);
    for (const path of ['/operator', '/operator/work', '/operator/mails', '/operator/news', '/operator/people', `/operator/people/${personId}`, '/operator/audit', '/operator/retention', '/operator/reviews', '/operator/evaluators', '/operator/payments', '/operator/payments?view=days']) {
      await narrow.goto(path);
      await narrow.getByRole('heading', { level: 1 }).waitFor();
      await narrow.waitForLoadState('networkidle');
      expect([path, await sticksOut(narrow)]).toEqual([path, 0]);
      found.push(...(await barriers(narrow)));
    }
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
