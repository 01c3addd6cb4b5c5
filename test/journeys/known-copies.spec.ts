import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { handedIn, type Invited, publishedTemplate, type PublishedTemplate } from '../support/invited.js';
import { mailTo } from '../support/mails.js';
import { signedIn } from '../support/people.js';
import { World } from '../support/world.js';
import { heading, press, windowOf } from './invited-stage.js';

inABrowser('somebody whose interviews are over, and of which others have copies', () => {
  let world: World;
  let chromium: Chromium;
  let agency: Awaited<ReturnType<World['recruiter']>>;
  let template: PublishedTemplate;
  let person: Invited;
  let page: Page;
  beforeAll(async () => {
    world = await World.create();
    agency = await world.recruiter({ organisation: { name: 'Borealis Talent', kind: 'agency', clients: [{ name: 'Northwind' }] } });
    template = await publishedTemplate(world, agency.organisationId, { clientName: 'Northwind', jobTitle: 'Senior data analyst for figures that have to be right the first time' });
    chromium = await Chromium.launch();
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  const passOn = async ({ invitationId }: Invited): Promise<void> => {
    agency.visitor.keep(`viva.session_token=${await signedIn(world, agency.accountId)}; Path=/`);
    await agency.visitor.post(`/api/templates/${template.templateId}/copies/pdf`, { invitationIds: [invitationId] });
    await agency.visitor.post(`/api/templates/${template.templateId}/client-links`, { invitationIds: [invitationId], recipientName: 'Noa', recipientEmail: 'noa@northwind.example', days: 3 });
    const { token } = await mailTo(world, 'noa@northwind.example', /shares interview results/);
    await world.visitor().post('/api/client-links/reading', { token });
  };
  const fits = async (): Promise<void> => {
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await sticksOut(page), await barriers(page)]).toEqual([width, 0, []]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it('reads that nobody has any, before anything is passed on', async () => {
    person = await handedIn(world, template, { name: 'Maren Holt', clientSharing: true });
    page = await windowOf(chromium, world, person.visitor);
    await page.goto('/privacy');
    await page.getByRole('link', { name: 'Copies of interviews that others may have' }).click();
    await heading(page, 'Your invitations');
    await page.getByRole('region', { name: 'Copies that others may still have' }).getByText(/^None\./).waitFor();
    await fits();
  });

  it('sees a year later which organisation and which client may still have one, and has them asked to delete it', async () => {
    await passOn(person);
    await world.database.moveClock('300 days');
    await world.settle();
    person.visitor.keep(`viva.session_token=${await signedIn(world, person.accountId)}; Path=/`);
    const current = await handedIn(world, template, { accountId: person.accountId, clientSharing: true });
    await passOn(current);
    page = await windowOf(chromium, world, person.visitor);
    await page.goto('/invited');
    const copies = page.getByRole('region', { name: 'Copies that others may still have' });
    await copies.getByText(/^Somebody there made a PDF; a link showed it to Northwind, last on/).first().waitFor();
    expect([await copies.getByRole('listitem').count(), await copies.getByRole('link', { name: /^Ask on its page/ }).getAttribute('href')]).toEqual([2, `/invited/${current.invitationId}#deletion`]);
    await fits();
    await copies.getByRole('link', { name: /^Ask on its page/ }).click();
    await page.locator('#deletion:focus').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: /^Ask to delete/ }).click();
    await page.getByRole('dialog').getByText(/The mail says your name/).waitFor();
    await fits();
    await press(page, 'Ask for it');
    await page.locator('#copies:focus').waitFor();
    const asked = page.getByRole('region', { name: 'What you asked to be deleted' });
    await asked.getByText(/Those who had a copy were asked to delete it by/).waitFor();
    expect([await copies.getByRole('listitem').count(), await copies.getByRole('button').count()]).toEqual([1, 0]);
    const { token } = await mailTo(world, 'noa@northwind.example', /delete your copy/);
    expect((await world.visitor().post('/api/deletion-acknowledgements', { token })).status).toBe(204);
    await page.reload();
    await asked.getByText(/Said on .* that it is deleted/).waitFor();
    await asked.getByText('Asked, has not answered yet').waitFor();
    await fits();
    expect([chromium.faults, chromium.foreignRequests]).toEqual([[], []]);
  });

  it('keeps an interview that they took back before, and asks for the copies of it alone', async () => {
    await page.getByRole('link', { name: /^Ask on its page/ }).click();
    await page.getByRole('switch', { name: 'This organisation sees this interview' }).click();
    await page.locator('#deletion', { hasText: 'Copies of this interview' }).waitFor();
    await press(page, 'Ask for copies to be deleted');
    await press(page, 'Ask for it');
    await page.locator('#deletion:focus', { hasText: 'Copies you asked to be deleted' }).waitFor();
    await page.getByText(/^You asked on [^,]*\. Those who had a copy were asked/).waitFor();
    await fits();
    await page.getByRole('link', { name: 'look at it' }).click();
    await page.waitForURL(/\/report$/);
    expect([chromium.faults, chromium.foreignRequests]).toEqual([[], []]);
  });
});
