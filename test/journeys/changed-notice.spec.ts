import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { handedIn, type Invited, publishedTemplate, type PublishedTemplate } from '../support/invited.js';
import { World } from '../support/world.js';
import { begunBy, heading, invite, windowOf } from './invited-stage.js';
import { ConsentSweep } from '../../src/consent/consent-sweep.js';

inABrowser('somebody who was invited, and whose notice was changed', () => {
  let world: World;
  let chromium: Chromium;
  let agency: Awaited<ReturnType<World['recruiter']>>;
  let template: PublishedTemplate;
  beforeAll(async () => {
    world = await World.create();
    agency = await world.recruiter({ organisation: { name: 'Borealis Talent' } });
    template = await publishedTemplate(world, agency.organisationId);
    await world.database.query(`update consent.notice set material = true where purpose = 'invited_result'`);
    chromium = await Chromium.launch();
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  /** What they had read is the notice before today's. */
  const afterTheChange = async ({ visitor, invitationId }: Pick<Invited, 'visitor' | 'invitationId'>): Promise<Page> => {
    await world.database.query(`update consent.live_grant set notice_version = 0 where purpose = 'invited_result' and scope = $1`, [invitationId]);
    await world.app.get(ConsentSweep, { strict: false }).sweep();
    await world.settle();
    const page = await windowOf(chromium, world, visitor);
    await page.setViewportSize({ width: 390, height: 900 });
    await page.goto(`/invited/${invitationId}`);
    await heading(page, 'Data analyst');
    await page.getByText('Its notice has changed').waitFor();
    await page.getByText(/The notice you shared it under was changed on /).waitFor();
    await page.getByText('This notice has changed').waitFor();
    expect(await page.getByText(/You (took it back|stopped sharing it)/).count()).toBe(0);
    expect(await sticksOut(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    return page;
  };
  const allow = (page: Page): Promise<void> => page.getByRole('switch', { name: 'This organisation sees this interview' }).click();

  it('goes on where they were once they agree to the new text', async () => {
    const email = 'half@example.com';
    await invite(agency.visitor, template.templateId, email);
    await world.settle();
    const { visitor, ...ids } = await begunBy(world, email);
    const page = await afterTheChange({ visitor, ...ids });
    await page.getByText(/until \w+,? \d+ \w+ \d{4}.*then you go on where you were\. Hand it in by/).waitFor();
    await allow(page);
    await page.getByRole('link', { name: 'Go on with the interview' }).click();
    await page.getByRole('textbox').fill('We asked the people who had left.');
    await page.locator('#answer-state').getByText(/^Saved /).waitFor();
  });

  it('lets the organisation read again what they had handed in, or leaves it at that', async () => {
    const person = await handedIn(world, template);
    const report = async (): Promise<number> => (await agency.visitor.get(`/api/invitations/${person.invitationId}/report`)).status;
    const page = await afterTheChange(person);
    await page.getByText(/by \w+,? \d+ \w+ \d{4}.*it reads the interview again; if you do nothing, it does not/).waitFor();
    expect(await report()).toBe(404);
    await allow(page);
    await page.getByText(/You handed it in on /).waitFor();
    expect(await report()).toBe(200);
    expect(chromium.faults).toEqual([]);
  });
});
