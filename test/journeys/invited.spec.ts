import { type Download, type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { PASSWORD } from '../support/password.js';
import { personWith } from '../support/people.js';
import { type Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';
import { answerAll, change, colleagueOf, EMAIL, heading, linkTo, PEOPLE, press, REASON, STRONG, visitorWith, windowOf, writeQuestion } from './invited-stage.js';

inABrowser('an agency that invites three people to an interview for its client', () => {
  let world: World;
  let chromium: Chromium;
  let recruiter: Page;
  let maren: Page;
  let tomas: Page;
  let colleague: Visitor;
  let agency: Visitor;
  let rival: Visitor;
  let templateId = '';
  let invitationId = '';
  const found: string[] = [];
  const look = async (page: Page): Promise<void> => void found.push(...(await barriers(page)));

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    const made = await world.recruiter({ organisation: { name: 'Borealis Talent', kind: 'agency', clients: [{ name: 'Northwind' }] } });
    agency = made.visitor;
    colleague = await colleagueOf(world, made.organisationId);
    rival = (await world.recruiter({ organisation: { name: 'Acme' } })).visitor;
    for (const one of ['maren', 'tomas', 'ines'] as const) await personWith(world, { email: EMAIL[one], name: PEOPLE[one] });
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    recruiter = await windowOf(chromium, world, agency);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('[MO04] writes down what it asks everybody for its client, tries it out without a trace, and publishes it', async () => {
    await recruiter.goto('/templates');
    await heading(recruiter, 'Interviews');
    await recruiter.getByLabel('Job title').fill('Data analyst');
    await recruiter.getByLabel('Client').selectOption({ label: 'Northwind' });
    await press(recruiter, 'Begin an interview');
    await heading(recruiter, 'Data analyst');
    await press(recruiter, 'Publish version 1');
    await recruiter.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await look(recruiter);
    for (const competency of ['Problem solving', 'Collaboration']) {
      await recruiter.getByRole('combobox', { name: /^Add (a|another) competency/ }).fill(competency);
      await recruiter.getByRole('option', { name: competency, exact: true }).click();
    }
    await press(recruiter, 'Pick from the bank');
    await recruiter.getByLabel('About').selectOption({ label: 'Problem solving' });
    await recruiter.getByRole('button', { name: /^Add\s*: At the end of the month/ }).first().click();
    await press(recruiter, 'Close the bank');
    await writeQuestion(recruiter);
    await recruiter.getByText(/^Saved /).waitFor();
    await look(recruiter);
    await recruiter.getByRole('link', { name: 'Take it yourself' }).click();
    await heading(recruiter, 'Take it yourself');
    await press(recruiter, 'Begin');
    await heading(recruiter, /Question 1 of 2|warm/i);
    await recruiter.goBack();
    await recruiter.goto('/templates');
    await recruiter.getByRole('link', { name: 'Data analyst' }).click();
    await press(recruiter, 'Publish version 1');
    await recruiter.getByText('Version 1 since').waitFor();
    templateId = new URL(recruiter.url()).pathname.split('/')[2] ?? '';
    expect(await world.database.query('select from interviews.interview')).toEqual([]);
  });

  it('invites a list of people, after seeing line by line who it is and what they will read', async () => {
    await recruiter.getByRole('link', { name: 'Invite people' }).click();
    await recruiter.getByLabel('Whom do you invite?').fill(`Maren Holt <${EMAIL.maren}>\n${EMAIL.tomas}, Tomás Ferreira\n${EMAIL.ines}\n${EMAIL.late}\nnobody at all\n${EMAIL.maren}`);
    await recruiter.getByLabel(/Some words of your own/).fill('We liked what you wrote about figures.');
    await press(recruiter, 'Check the list');
    await recruiter.getByRole('heading', { name: '4 people, and 2 lines left out' }).waitFor();
    await recruiter.getByText('We liked what you wrote about figures.').last().waitFor();
    await look(recruiter);
    await press(recruiter, 'Invite 4 people');
    await recruiter.getByText('4 people were invited').waitFor();
    await recruiter.getByRole('row', { name: /Maren Holt/ }).waitFor();
  });

  it('tells each of them who asks, for whom, how long it takes and who sees it, and nothing happens by opening the link', async () => {
    maren = await chromium.window(world.url);
    const link = await linkTo(world, EMAIL.maren, '/interview');
    await maren.goto(link);
    await heading(maren, 'Borealis Talent invites you to an interview');
    for (const fact of ['Northwind, its client', 'Data analyst', '90 days', 'We liked what you wrote about figures.']) await maren.getByText(fact).first().waitFor();
    await look(maren);
    await maren.getByRole('link', { name: 'How AI is used in this interview' }).click();
    await heading(maren, 'How this interview is scored');
    await look(maren);
    await maren.goBack();
    await recruiter.reload();
    await recruiter.getByRole('row', { name: /Maren Holt.*Invited/ }).waitFor();
    await press(maren, 'Continue');
    await maren.locator('main').getByRole('link', { name: 'Sign in', exact: true }).click();
    await maren.getByLabel('E-mail address').fill(EMAIL.maren);
    await maren.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press(maren, 'Sign in');
    await heading(maren, 'Borealis Talent invites you to an interview');
    await press(maren, 'Continue');
    await heading(maren, 'Data analyst');
    await look(maren);
  });

  it('[MO15] is answered after a consent of its own, and comes back to this agency alone', async () => {
    await press(maren, 'Start');
    await maren.getByText(/Switch on first that Borealis Talent sees this interview/).first().waitFor();
    await maren.getByRole('switch', { name: 'This organisation sees this interview' }).click();
    await maren.getByRole('switch', { name: 'The named client may see my results' }).click();
    await maren.getByText('On', { exact: true }).nth(1).waitFor();
    await press(maren, 'Start');
    await press(maren, 'Skip to question 1');
    await heading(maren, 'Question 1 of 2');
    await look(maren);
    await answerAll(world, maren, STRONG);
    await look(maren);
    await recruiter.reload();
    await recruiter.getByRole('link', { name: 'Maren Holt' }).click();
    await heading(recruiter, /Maren Holt/);
    invitationId = new URL(recruiter.url()).pathname.split('/')[2] ?? '';
    const absent = await rival.get('/api/invitations/019a0000-0000-7000-8000-000000000000/report');
    const foreign = await rival.get(`/api/invitations/${invitationId}/report`);
    expect([foreign.status, foreign.text]).toEqual([404, absent.text]);
  });

  it('is told no by one of them and asked for people instead of a program by another', async () => {
    const ines = await windowOf(chromium, world, await visitorWith(world, EMAIL.ines));
    await ines.goto(await linkTo(world, EMAIL.ines, '/interview'));
    await ines.getByText('No, thank you').click();
    await ines.getByLabel('A reason, if you like').selectOption('timing');
    await press(ines, 'Say no to this invitation');
    await heading(ines, 'You said no, and that is fine');
    tomas = await windowOf(chromium, world, await visitorWith(world, EMAIL.tomas));
    await tomas.goto(await linkTo(world, EMAIL.tomas, '/interview'));
    await press(tomas, 'Continue');
    await tomas.getByRole('switch', { name: 'This organisation sees this interview' }).click();
    await tomas.getByText('On', { exact: true }).first().waitFor();
    await press(tomas, 'Start, and have people judge it instead');
    await press(tomas, 'Skip to question 1');
    await heading(tomas, 'Question 1 of 2');
    await answerAll(world, tomas, 'I asked around and then it worked.');
    await recruiter.goto(`/templates/${templateId}/invitations`);
    await recruiter.getByRole('row', { name: /ines@example.com.*Declined/ }).waitFor();
    await recruiter.getByRole('row', { name: /Tomás Ferreira.*Complete/ }).waitFor();
  });

  it('sends an invitation again, gives more time and takes it back, and a link that died says the same each time', async () => {
    const [late, first] = [await chromium.window(world.url), await linkTo(world, EMAIL.late, '/interview')];
    await change(recruiter, EMAIL.late, { title: 'Send the mail again', verb: 'Send it again', done: /was sent a new mail/ });
    await late.goto(first);
    await heading(late, 'This link does not work here');
    await look(late);
    await change(recruiter, EMAIL.late, { title: 'Give more time', verb: 'Move the deadline', done: /has more time/ });
    await late.goto('/');
    await late.goto(await linkTo(world, EMAIL.late, '/interview', first));
    await heading(late, 'Borealis Talent invites you to an interview');
    await change(recruiter, EMAIL.late, { title: 'Revoke the invitation', verb: 'Revoke it', done: /is no longer invited/ });
    await press(late, 'Continue');
    await heading(late, 'This link does not work here');
  });

  it('rates first, on the anchors of each question and with the keyboard, and only then reads the evaluation and changes it with a reason', async () => {
    await recruiter.goto(`/invitations/${invitationId}`);
    await recruiter.getByText('Rate first', { exact: true }).waitFor();
    expect((await agency.get(`/api/invitations/${invitationId}/report`)).text).not.toContain('"overall":{"shown"');
    await look(recruiter);
    for (const [position, mark] of [[1, '4'], [2, '5']] as const) {
      await recruiter.getByRole('article').nth(position - 1).getByRole('radio').first().focus();
      await recruiter.keyboard.press(mark);
    }
    await recruiter.getByLabel('Strong yes').check();
    await recruiter.getByLabel('In short').fill('Says what was done, by whom and why.');
    await press(recruiter, 'Submit my ratings');
    await recruiter.getByText(/^\d+\.\d\d of 10$/).first().waitFor();
    await recruiter.getByText('Put another score in its place').click();
    await recruiter.getByLabel('Score, 0 to 10').fill('8.5');
    await recruiter.getByRole('textbox', { name: 'Why?' }).fill('The evaluation misses that the check it speaks of still runs.');
    await press(recruiter, 'Let it stand');
    await recruiter.getByText(/^8\.50 of 10/).first().waitFor();
    await look(recruiter);
  });

  it('compares them, takes the list out as a file, and passes on to the client only who lets it', async () => {
    await recruiter.goto(`/templates/${templateId}/compare`);
    await recruiter.getByRole('row', { name: /Maren Holt.*8\.50/ }).waitFor();
    await recruiter.getByRole('row', { name: /Tomás Ferreira.*after you rate/ }).waitFor();
    await press(recruiter, 'Export as CSV');
    const download: Promise<Download> = recruiter.waitForEvent('download');
    await press(recruiter, 'Export');
    expect((await download).suggestedFilename()).toBe('interviews.csv');
    await recruiter.getByLabel('Maren Holt, for Northwind').check();
    expect(await recruiter.getByLabel(/Tomás Ferreira, for/).count()).toBe(0);
    await recruiter.getByLabel('Name of whoever gets it').fill('Noa North');
    await recruiter.getByLabel('Their e-mail address').fill('noa@northwind.example');
    await press(recruiter, 'Mail a link to 1 result');
    await recruiter.getByText('The link was mailed.').waitFor();
    const client = await chromium.window(world.url, 390);
    await client.goto(await linkTo(world, 'noa@northwind.example', '/shared'));
    await press(client, 'Show the results');
    await client.getByRole('heading', { name: 'Maren Holt' }).waitFor();
    expect(await client.locator('main').innerText()).not.toMatch(/maren@|Tomás/);
    await look(client);
    await maren.reload();
    await maren.getByText(/Northwind opened the link of Borealis Talent/).first().waitFor();
    await maren.getByRole('switch', { name: 'The named client may see my results' }).click();
    await maren.getByRole('switch', { name: 'The named client may see my results', checked: false }).waitFor();
    await client.reload();
    await press(client, 'Show the results');
    await client.getByText(/Nobody is shown any more|shows nothing any more/).first().waitFor();
  });

  it('decides by a person and with reasons, and a colleague looks again when somebody asks for it', async () => {
    const second = (await agency.get(`/api/templates/${templateId}/comparison`)).body as { rows: { invitationId: string; name: string }[] };
    const ofTomas = second.rows.find(({ name }) => name === PEOPLE.tomas)?.invitationId ?? '';
    await recruiter.goto(`/invitations/${ofTomas}`);
    await press(recruiter, 'Write a decision');
    await recruiter.getByLabel('Do not go on').check();
    await recruiter.getByLabel('The main reasons').fill(REASON);
    await press(recruiter, 'Decide');
    await recruiter.getByRole('dialog').getByRole('button', { name: 'Decide' }).click();
    await recruiter.locator('section:has(#decision:focus)').getByText(REASON).waitFor();
    await look(recruiter);
    await linkTo(world, EMAIL.tomas, `/invited/${ofTomas}`);
    await tomas.reload();
    await tomas.getByText(REASON).waitFor();
    await press(tomas, 'Ask for another look');
    await tomas.getByLabel('What was overlooked, or is wrong?').fill('I said that it worked. Please read it again.');
    await press(tomas, 'Send it');
    await tomas.locator('section:has(#decision:focus)').getByText(/Please read it again/).waitFor();
    await look(tomas);
    const una = await windowOf(chromium, world, colleague);
    await una.goto(`/invitations/${ofTomas}`);
    await una.getByText('I said that it worked. Please read it again.').waitFor();
    await una.getByLabel('Go on with this person').check();
    await una.getByLabel('The main reasons').fill('A second reading agrees that the task was done.');
    await press(una, 'Answer the candidate');
    await una.getByRole('dialog').getByRole('button', { name: 'Answer the candidate' }).click();
    await una.locator('section:has(#decision:focus)').getByText('A second reading agrees').waitFor();
    await look(una);
    await tomas.reload();
    await tomas.getByText('A second reading agrees that the task was done.').waitFor();
  });

  it('counts voluntary answers for fairness, and everybody who has a copy is asked to delete it', async () => {
    await maren.getByLabel('Sex or gender').selectOption({ index: 1 });
    await maren.getByRole('switch', { name: 'Count me in' }).click();
    await maren.getByText(/You have answered/).waitFor();
    await recruiter.goto(`/templates/${templateId}/fairness`);
    await recruiter.getByText(/Fewer than five people were scored/).waitFor();
    await recruiter.goto('/hiring');
    await recruiter.getByText('Completed').waitFor();
    await press(maren, 'Delete this interview');
    await press(maren, 'Delete it everywhere');
    await maren.locator('#deletion:focus', { hasText: 'Your interview is deleted' }).waitFor();
    await maren.getByText('They see nothing of you here any more.').waitFor();
    await look(maren);
    const asked = await chromium.window(world.url);
    await asked.goto(await linkTo(world, 'noa@northwind.example', '/copies-deleted'));
    await press(asked, 'My copies are deleted');
    await asked.getByText('Thank you').waitFor();
    await maren.reload();
    await maren.getByText(/Said on .* that it is deleted/).first().waitFor();
    await recruiter.goto(`/invitations/${invitationId}`);
    await heading(recruiter, 'There is nothing at this address');
  });

  it('sees that somebody took it back, and nothing else of them from that moment', async () => {
    await tomas.getByRole('switch', { name: 'This organisation sees this interview' }).click();
    await tomas.getByText(/You took it back/).first().waitFor();
    await recruiter.goto(`/templates/${templateId}/invitations`);
    await recruiter.getByRole('row', { name: /Tomás Ferreira.*(Taken back|Withdrawn)/ }).waitFor();
    expect(await recruiter.getByRole('link', { name: /Tomás/ }).count()).toBe(0);
  });

  it('meets no serious barrier and no error, and nothing that sticks out on a narrow screen', async () => {
    const narrow: readonly (readonly [Page, readonly string[]])[] = [
      [recruiter, ['/templates', `/templates/${templateId}`, `/templates/${templateId}/invitations`, `/templates/${templateId}/invitations/new`, `/templates/${templateId}/compare`, `/templates/${templateId}/fairness`, '/hiring', '/hiring/deletions']],
      [tomas, ['/invited', new URL(tomas.url()).pathname]],
    ];
    for (const [page, paths] of narrow) {
      await page.setViewportSize({ width: 390, height: 900 });
      for (const path of paths) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect([path, await sticksOut(page)]).toEqual([path, 0]);
        await look(page);
      }
    }
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
