import { readFile } from 'node:fs/promises';
import { type Download, type Locator, type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser, sticksOut } from '../support/browser.js';
import { handedIn, publishedTemplate, type PublishedTemplate } from '../support/invited.js';
import { fakeDevices } from '../support/media/fake-devices.js';
import { PASSWORD } from '../support/password.js';
import { type Visitor } from '../support/visitor.js';
import { until } from '../support/until.js';
import { World } from '../support/world.js';
import { begunBy, change, colleagueOf, heading, invite, linkTo, press, rateAll, recordFirst, signUpOnTheWay, STRONG, windowOf } from './invited-stage.js';
import { type Video } from './voice-and-ears.js';

const DAY_MS = 86_400_000;
inABrowser('an invited interview that does not simply go its way', () => {
  const found: string[] = [];
  let devices: ReturnType<typeof fakeDevices>;
  let world: World;
  let chromium: Chromium;
  let recruiter: Page;
  let agency: Visitor;
  let colleague: Visitor;
  let template: PublishedTemplate;
  /** On a narrow screen, where things stick out first. */
  const look = async (page: Page): Promise<void> => {
    await page.setViewportSize({ width: 390, height: 900 });
    if ((await sticksOut(page)) > 0) found.push(`${page.url()} sticks out`);
    found.push(...(await barriers(page)));
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const rowOf = (email: string, rest: string): Locator => recruiter.getByRole('row', { name: new RegExp(`${email}.*${rest}`) });
  const saved = (page: Page): Promise<void> => page.locator('#answer-state').getByText(/^Saved /).waitFor();
  /** Somebody in the room, who has answered the first question. */
  const inTheRoom = async (email: string): Promise<{ page: Page; invitationId: string; interviewId: string }> => {
    await invite(agency, template.templateId, email);
    const { visitor, ...ids } = await begunBy(world, email);
    const page = await windowOf(chromium, world, visitor);
    await page.goto(`/interviews/${ids.interviewId}?question=1`);
    await page.getByRole('textbox').fill('We asked the people who had left.');
    await saved(page);
    return { page, ...ids };
  };

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    const made = await world.recruiter({ organisation: { name: 'Borealis Talent' } });
    agency = made.visitor;
    colleague = await colleagueOf(world, made.organisationId);
    template = await publishedTemplate(world, made.organisationId);
    // What is overdue is ended, and who waits reminded, when it is asked for here: a minute may end while somebody is in the room.
    await world.database.query(`update jobs.timetable set next_at = next_at + interval '1 day' where name = 'recruiters.tend-invitations'`);
    await world.app.get(JobsRuntime).start();
    devices = fakeDevices('speech', 4);
    chromium = await Chromium.launch(devices.flags);
    recruiter = await windowOf(chromium, world, agency);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
    devices.end();
  });

  it('is spoken by somebody who was told what is noticed, and played beside the marks with captions and the facts, until its speaker takes that back', async () => {
    await invite(agency, template.templateId, 'sofia@example.com');
    const { visitor, interviewId, invitationId } = await begunBy(world, 'sofia@example.com', 'Sofia Brandt');
    const sofia = await windowOf(chromium, world, visitor);
    await sofia.goto(`/interviews/${interviewId}?question=devices`);
    await sofia.getByText('What Borealis Talent sees besides your answers').click();
    await sofia.getByText(/How often you leave this page, how often and how many characters you paste.*They never change a score\./).waitFor();
    await sofia.getByRole('radio', { name: /picture|video/i }).check();
    await recordFirst(sofia, world);
    await sofia.getByLabel('Write down what you said').fill(STRONG);
    await saved(sofia);
    await sofia.getByRole('link', { name: /^Question 2,/ }).click();
    await sofia.getByRole('radio', { name: 'Type', exact: true }).check();
    await sofia.getByRole('textbox').fill('I wrote it down elsewhere.');
    for (const key of ['A', 'C', 'V']) await sofia.keyboard.press(`ControlOrMeta+${key}`);
    await sofia.evaluate(`Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }); document.dispatchEvent(new Event('visibilitychange')); delete document.visibilityState`);
    await saved(sofia);
    await until('what was noticed is kept', async () => (await world.database.query('select from interviews.room_note where pastes = 1 and times_left = 1')).length > 0);
    await sofia.getByRole('link', { name: 'Check and submit' }).click();
    await press(sofia, 'Submit interview');
    await sofia.getByText(/You handed it in on/).waitFor();
    await until('the recording can be played', async () => (await world.database.query(`select from interviews.recording where state = 'ready'`)).length > 0);

    await until('it has come', async () => (await agency.get(`/api/invitations/${invitationId}/report`)).status === 200);
    await recruiter.goto(`/invitations/${invitationId}`);
    const [spoken, typed] = [recruiter.getByRole('article').first(), recruiter.getByRole('article').nth(1)];
    await spoken.getByRole('radio', { name: /^5/ }).waitFor();
    await spoken.locator('[data-phrase]').first().waitFor();
    await spoken.getByText('Answered by video. Transcript: typed by whoever spoke.').waitFor();
    const [end, captions] = await spoken.locator('video').evaluate((element) => new Promise<[number, number]>((resolve) => {
      const video = element as unknown as Video;
      video.addEventListener('ended', () => resolve([video.currentTime, video.textTracks[0]?.cues?.length ?? 0]));
      void video.play();
    }));
    expect([end > 0, captions > 0]).toEqual([true, true]);
    await typed.getByText('The page was left 1 time').waitFor();
    await typed.getByText('Text was pasted 1 time, 26 characters in all').waitFor();
    await typed.getByText('These are facts with many possible reasons. No score knows of them.').waitFor();
    await spoken.getByText('Nothing.', { exact: true }).waitFor();
    await look(recruiter);

    await sofia.goto('/consents');
    await sofia.getByText('Recordings are kept of one interview').click();
    await sofia.getByRole('switch', { name: 'Keep my videos of this interview' }).click();
    await sofia.getByText('Recordings are kept of one interview').waitFor({ state: 'detached' });
    await recruiter.reload();
    await spoken.getByText('The recording is not kept; its words are.').waitFor();
    expect(await recruiter.locator('video').count()).toBe(0);
    await spoken.getByText(/Last March our weekly figures fell by a fifth/).waitFor();
  });

  it('ends kindly for somebody in the room when its time runs out, and loses nothing they wrote', async () => {
    const { page: timo, interviewId, invitationId } = await inTheRoom('timo@example.com');
    await timo.getByText(/^Until .*: 13 days/).or(timo.getByText(/^Until .*: 14 days/)).waitFor();
    await world.database.query(`with i as (update interviews.interview set deadline_at = clock.now() where id = $1) update recruiters.invitation set deadline_at = clock.now() where id = $2`, [interviewId, invitationId]);
    await timo.getByRole('textbox').fill('We asked the people who had left, and then');
    await timo.getByText(/^Not saved: This interview could be answered until/).waitFor();
    await timo.getByText('The deadline is over').waitFor();
    expect(await timo.getByText(/days? left|hours? left/).count()).toBe(0);
    expect(await timo.getByRole('textbox').inputValue()).toBe('We asked the people who had left, and then');
    await look(timo);
    await timo.reload();
    await heading(timo, 'This interview is over');
    await timo.getByText(/^1 of 2 questions has an answer\./).waitFor();
    await timo.getByRole('heading', { name: 'Typed too late to be saved' }).waitFor();
    await timo.getByText('We asked the people who had left, and then').waitFor();
    await look(timo);
    const { OverdueInvitations } = await import('../../src/recruiters/invitations/overdue-invitations.js');
    await world.app.get(OverdueInvitations).expire();
    await timo.goto(`/invited/${invitationId}`);
    await timo.getByText(/^The time for it ended on/).waitFor();
    await look(timo);
    await recruiter.goto(`/templates/${template.templateId}/invitations`);
    await rowOf('timo@example.com', 'Expired').waitFor();
    expect((await agency.get(`/api/invitations/${invitationId}/report`)).status).toBe(404);
  });

  it('is revoked while somebody answers: the room counts no days any more, and says whose the answers are', async () => {
    const { page: rea, invitationId } = await inTheRoom('rea@example.com');
    await recruiter.goto(`/templates/${template.templateId}/invitations`);
    await change(recruiter, 'rea@example.com', { title: 'Revoke the invitation', verb: 'Revoke it', done: /is no longer invited/ });
    await rea.getByRole('textbox').fill('We asked the people who had left, and then');
    await rea.getByText(/^Not saved:/).waitFor();
    await rea.getByText('This interview has ended').waitFor();
    await look(rea);
    expect(await rea.locator('main').innerText()).not.toMatch(/left\.|days/);
    await rea.getByRole('link', { name: 'Your invitations' }).click();
    await rea.getByRole('link', { name: 'Data analyst' }).click();
    await rea.getByText(/^Borealis Talent took the invitation back on/).waitFor();
    expect(new URL(rea.url()).pathname).toBe(`/invited/${invitationId}`);
  });

  it('is begun anew when the organisation lets somebody: what was answered stays theirs, and the new mail leads to an empty first question', async () => {
    const { page: rolf, interviewId } = await inTheRoom('rolf@example.com');
    const before = await linkTo(world, 'rolf@example.com', '/interview');
    await recruiter.goto(`/templates/${template.templateId}/invitations`);
    await rowOf('rolf@example.com', 'In progress').waitFor();
    await change(recruiter, 'rolf@example.com', { title: 'Let them begin anew', verb: 'Let them begin anew', done: /can begin anew, with the link of a new mail/ });
    await rowOf('rolf@example.com', 'Invited').waitFor();
    await rolf.reload();
    await heading(rolf, 'This interview is over');
    await rolf.getByRole('link', { name: 'Your invitations' }).waitFor();
    await rolf.getByRole('link', { name: 'Your invitations' }).click();
    await heading(rolf, 'Your invitations');
    await rolf.goto(await linkTo(world, 'rolf@example.com', '/interview', before));
    expect((await world.visitor().get('/api/inbox')).text).toContain('Borealis Talent lets you begin the interview anew: Data analyst');
    await press(rolf, 'Continue');
    await heading(rolf, 'Data analyst');
    await rolf.getByRole('switch', { name: 'This organisation sees this interview' }).click();
    await rolf.getByText('On', { exact: true }).first().waitFor();
    await press(rolf, 'Start');
    await press(rolf, 'Skip to question 1');
    await heading(rolf, 'Question 1 of 2');
    expect(await rolf.getByRole('textbox').inputValue()).toBe('');
    expect(rolf.url()).not.toContain(interviewId);
    await rolf.goto('/practice');
    await rolf.getByRole('listitem').filter({ has: rolf.locator(`a[href*="${interviewId}"]`) }).getByText('Ended before it was handed in').waitFor();
  });

  it('is accepted by somebody who makes an account on the way and confirms it in another tab', async () => {
    await invite(agency, template.templateId, 'lea@example.com');
    const lea = await chromium.window(world.url);
    await lea.goto(await linkTo(world, 'lea@example.com', '/interview'));
    await press(lea, 'Continue');
    await signUpOnTheWay(lea, 'Lea Lind', 'lea@example.com');
    await heading(lea, 'Check your mail');
    const other = await lea.context().newPage();
    await other.goto(await linkTo(world, 'lea@example.com', '/verify-email'));
    await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press(other, 'Confirm my address');
    await other.getByText(/go back to the first one afterwards, or open its link once more/).waitFor();
    await other.getByLabel('E-mail address').fill('lea@example.com');
    await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press(other, 'Sign in');
    await heading(lea, 'Borealis Talent invites you to an interview');
    await press(lea, 'Continue');
    await heading(lea, 'Data analyst');
  });

  it('reminds of itself in two mails, which say how long it takes and until when, and lead to the invitation', async () => {
    await invite(agency, template.templateId, 'mina@example.com');
    const first = await linkTo(world, 'mina@example.com', '/interview');
    const { InvitationSweep } = await import('../../src/recruiters/invitations/invitation-sweep.js');
    await world.database.query(`update recruiters.invitation set invited_at = clock.now() - interval '49 hours' where email = 'mina@example.com'`);
    await world.app.get(InvitationSweep).remind();
    const mina = await chromium.window(world.url);
    const reminder = await linkTo(world, 'mina@example.com', '/interview', first);
    await mina.goto('/inbox');
    await mina.getByRole('link', { name: /Borealis Talent still waits for your answer/ }).click();
    await mina.getByText(/you have not handed it in yet\. It takes about .* What you have answered so far is kept/).waitFor();
    await mina.goto(reminder);
    await heading(mina, 'Borealis Talent invites you to an interview');
    await world.database.query(`update recruiters.invitation set deadline_at = clock.now() + interval '20 hours' where email = 'mina@example.com'`);
    await world.app.get(InvitationSweep).remind();
    await until('the last reminder came', async () => ((await world.visitor().get('/api/inbox')).text.includes('The interview with Borealis Talent ends soon')));
    await mina.goto('/inbox');
    await mina.getByRole('link', { name: /The interview with Borealis Talent ends soon/ }).click();
    await mina.getByText('This is the last reminder.').waitFor();
    await mina.getByRole('link', { name: /interview#token=/ }).click();
    await heading(mina, 'Borealis Talent invites you to an interview');
    await mina.getByText(/(19|20) hours left/).first().waitFor();
  });

  it('tells of New York’s ten business days before anything begins, and leaves it to people where the audit is too old', async () => {
    const day = (ago: number): string => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
    const underLaw = (auditDate: string): Promise<PublishedTemplate> =>
      publishedTemplate(world, template.organisationId, { jobTitle: 'Claims clerk', content: { deadlineDays: 30, newYork: { auditDate, auditUrl: 'https://audits.example/2026' } } });
    const [fresh, old] = [await underLaw(day(60)), await underLaw(day(500))];
    for (const { templateId } of [fresh, old]) await invite(agency, templateId, `${templateId}@example.com`);
    const nora = await windowOf(chromium, world, await world.candidate(`${fresh.templateId}@example.com`));
    await nora.goto(await linkTo(world, `${fresh.templateId}@example.com`, '/interview'));
    await nora.getByText(/People judge your answers; no program scores them\. In New York a program may score only ten business days after you were told of it\. From .* on a program may, if you would rather wait for that\./).waitFor();
    await nora.getByRole('link', { name: 'How AI is used in this interview' }).click();
    await nora.getByRole('heading', { name: 'If the job is in the City of New York' }).waitFor();
    await nora.getByText(/No program scores you before 10 business days have passed since you were invited; if you begin earlier, people rate your answers/).waitFor();
    await look(nora);
    await nora.goBack();
    await press(nora, 'Continue');
    await nora.getByText(/^People judge your answers\. If you would rather have a program score them first, begin on .* or later\.$/).waitFor();
    await nora.goto('/');
    await nora.goto(await linkTo(world, `${old.templateId}@example.com`, '/interview'));
    await nora.getByText(/no program scores them\. In New York a program may score only when it was checked for fairness within a year, and that check is missing here\./).waitFor();
    await nora.getByRole('link', { name: 'How AI is used in this interview' }).click();
    await nora.getByText('The audit of the program is not of the last year, so no program scores anybody for this job now.').waitFor();
    await nora.getByRole('heading', { name: 'People rate, no program scores' }).waitFor();
  });

  it('lets the candidate’s own report wait until the day that was said, and opens it then', async () => {
    const delayed = await publishedTemplate(world, template.organisationId, { jobTitle: 'Buyer', content: { copyDelayDays: 3 } });
    const { visitor, invitationId, interviewId } = await handedIn(world, delayed);
    const kim = await windowOf(chromium, world, visitor);
    await kim.goto(`/invited/${invitationId}`);
    await kim.getByText(/^Your own report opens on /).waitFor();
    await kim.goto(`/interviews/${interviewId}/report`);
    await kim.getByText(/^You can read your report from /).waitFor();
    await kim.getByText('Acme lets your own copy wait until then. It will be the same report that they read.').waitFor();
    await look(kim);
    expect((await agency.get(`/api/invitations/${invitationId}/report`)).status).toBe(200);
    await world.database.query(`with i as (update interviews.interview set report_opens_at = clock.now() where id = $1) update recruiters.invitation set completed_at = clock.now() - interval '3 days' where id = $2`, [interviewId, invitationId]);
    await kim.goto(`/invited/${invitationId}`);
    await kim.getByRole('link', { name: 'Read your report' }).click();
    await kim.getByRole('heading', { name: 'Overall score' }).waitFor();
  });

  it('shows two people how alike they rate, in numbers, and takes the comparison out as a PDF', async () => {
    const rated = await publishedTemplate(world, template.organisationId, { jobTitle: 'Planner' });
    await rateAll(world, rated, [agency, colleague]);
    await recruiter.goto(`/templates/${rated.templateId}/compare`);
    const figures = recruiter.getByRole('region', { name: 'How alike you rate' });
    await figures.getByText('10 answers that two or more have rated').waitFor();
    expect((await figures.locator('dd').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(['0.87', '90 %', '0.99']);
    await press(recruiter, 'Export as PDF');
    const download: Promise<Download> = recruiter.waitForEvent('download');
    await press(recruiter, 'Export');
    const file = await download;
    expect([file.suggestedFilename(), (await readFile(await file.path())).subarray(0, 5).toString()]).toEqual(['interviews.pdf', '%PDF-']);
  });

  it('keeps the place of whoever puts another score there: at the field where something is wrong, and then at the scores', async () => {
    await recruiter.getByRole('link', { name: 'Candidate 1' }).click();
    await recruiter.getByText('Put another score in its place').click();
    await recruiter.getByLabel('Score, 0 to 10').fill('11');
    await recruiter.getByRole('textbox', { name: 'Why?' }).fill('The evaluation misses what was said of the check.');
    await press(recruiter, 'Let it stand');
    await recruiter.locator('#overall:focus').waitFor();
    await recruiter.getByLabel('Score, 0 to 10').fill('8.5');
    await press(recruiter, 'Let it stand');
    await recruiter.getByText(/^8\.50 of 10/).first().waitFor();
    await recruiter.locator('#scores:focus').waitFor();
  });

  it('meets no serious barrier and no error on these pages', () => {
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
