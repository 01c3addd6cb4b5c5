import { type Page } from 'playwright-core';
import { barriers, Chromium, inABrowser } from '../support/browser.js';
import { visitEveryPage } from '../support/every-page.js';
import { injections } from '../support/injections.js';
import { sampleResumePdf } from '../support/sample-resumes.js';
import { setUpSecondFactor } from '../support/second-factor.js';
import { type Visitor } from '../support/visitor.js';
import { PASSWORD, World } from '../support/world.js';

const EMAIL = 'ada@example.com';
const GOOD = 'Last March our checkout failed for one customer in fifty. I read the logs, compared the failing requests with the good ones and saw that all of them came from one server. I took that server out, wrote a test that reproduced the race, fixed the lock, and shipped it behind a flag. Failures went from two percent to zero within a day.';

inABrowser('a candidate at a browser', () => {
  let world: World;
  let chromium: Chromium;
  let page: Page;
  const found: string[] = [];

  const look = async (): Promise<void> => { found.push(...(await barriers(page))); };
  const cookieOf = ({ cookie }: Visitor): { name: string; value: string; url: string } => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(cookie) ?? [];
    return { name, value, url: world.url };
  };
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();

  beforeAll(async () => {
    const { JobsRuntime } = await import('../../src/platform/jobs/index.js');
    world = await World.create();
    await world.app.get(JobsRuntime).start();
    chromium = await Chromium.launch();
    page = await chromium.window(world.url);
  });
  afterAll(async () => {
    await chromium.close();
    await world.destroy();
  });

  it('finds out in a moment what this is, and signs up; wrong input is answered beside its field', async () => {
    await page.goto('/');
    await heading(/interview/i).waitFor();
    await look();
    await page.getByRole('link', { name: 'Sign up' }).first().click();
    await heading('Make an account').waitFor();
    await press('Sign up');
    await page.getByText('Enter your name').first().waitFor();
    await look();
    await page.getByLabel('Your name').fill('Ada Example');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('How old are you?').fill('15');
    await press('Sign up');
    await page.getByText('You need to be 16 or older').first().waitFor();
    await page.getByLabel('How old are you?').fill('31');
    await press('Sign up');
    await heading('Check your mail').waitFor();
    await look();
  });

  it('confirms the address from the built-in inbox by pressing a button, and signs in', async () => {
    await page.getByRole('link', { name: 'Open the built-in inbox' }).click();
    await page.getByRole('link', { name: /Confirm your e-mail address/ }).first().click();
    await heading('Confirm your e-mail address').waitFor();
    await look();
    await page.getByRole('link', { name: /verify-email/ }).click();
    await page.getByRole('button', { name: 'Confirm my address' }).waitFor();
    await look();
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await press('Confirm my address');
    await page.getByText(/sign in by a mailed link instead/).first().waitFor();
    await look();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press('Confirm my address');
    await heading('Sign in').waitFor();
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await press('Sign in');
    await page.getByText(/do not belong together/).first().waitFor();
    await look();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press('Sign in');
    await heading('Your practice').waitFor();
    await look();
  });

  it('has a resume read: a wrong file is refused in words, a right one becomes skills', async () => {
    await page.getByRole('link', { name: 'Practise an interview' }).click();
    await heading('Set up your interview').waitFor();
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles({ name: 'resume.pdf', mimeType: 'application/pdf', buffer: Buffer.from('this is no PDF at all') });
    await page.getByText('Your resume was not taken').waitFor();
    await chooser.setInputFiles({ name: 'resume.pdf', mimeType: 'application/pdf', buffer: await sampleResumePdf() });
    await page.getByRole('list', { name: 'Skills found in your resume' }).waitFor();
    await look();
  });

  it('answers question by question; what was typed survives a reload', async () => {
    await page.getByLabel('Number of questions').selectOption('3');
    await press('Start the interview');
    await heading('A question to warm up').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await page.getByRole('textbox').fill('Only for warming up.');
    await look();
    await press('Go on to question 1');
    await heading('Question 1 of 3').waitFor();
    await page.getByRole('textbox').fill(GOOD);
    await page.getByText(/^Saved/).waitFor();
    expect(sent.join()).toContain(GOOD.slice(0, 20));
    expect(sent.join()).not.toContain('warming up');
    await look();
    await page.reload();
    await page.getByText(GOOD.slice(0, 40)).waitFor();
  });

  it('[MP10] ends an answer when its time is over, and turns the clock off for whoever says so', async () => {
    await page.clock.install();
    await page.clock.fastForward('20:00');
    await page.getByText('The time for this answer is over. What you wrote is kept.').waitFor();
    expect(await page.getByRole('textbox').isEditable()).toBe(false);
    await look();
    await press('Turn the clock off and go on writing');
    await page.getByRole('textbox').fill(`${GOOD} I would do it again.`);
    await page.getByText(/^Saved/).waitFor();
    await page.reload();
    await page.getByText('I would do it again.').waitFor();
  });

  it('[MP10] is asked a follow-up on what was said, answers one and leaves one out', async () => {
    await press('Next question');
    await heading('Follow-up to question 1').waitFor();
    await look();
    await page.getByRole('textbox').fill('I told the team in the channel at once and asked a colleague to look over it.');
    await press('Next question');
    await heading('Question 2 of 3').waitFor();
    // Nobody holds conversations here: questions are answered one by one.
    expect(await (await page.request.get('/api/interviewer')).json()).toEqual({ interviewer: null });
    expect(await page.getByRole('link', { name: 'Speak with the interviewer' }).count()).toBe(0);
    await page.getByRole('textbox').fill('We wrote tests and read them together.');
    await press('Next question');
    await heading('Follow-up to question 2').waitFor();
    await press('Skip for now');
    await heading('Question 3 of 3').waitFor();
    await press('Check your answers');
    await heading('Check your answers').waitFor();
    await page.getByText('Question 3 has no answer').waitFor();
    await look();
  });

  it('submits once by a double click and reads a report whose marks quote the answer', async () => {
    await page.getByRole('button', { name: 'Submit interview' }).dblclick();
    await page.getByRole('heading', { name: 'Overall score' }).waitFor();
    await page.getByRole('heading', { name: 'Competencies' }).waitFor();
    await page.getByText(/built-in/i).first().waitFor();
    await page.getByText(/Deleted in 90 days/).first().waitFor();
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    const [rows] = await world.database.query<{ scored: number; jobs: number }>(
      `select (select count(*)::int from interviews.interview where state = 'scored') as scored, (select count(*)::int from jobs.outbox where name = 'interviews.score') as jobs`);
    expect(rows).toEqual({ scored: 1, jobs: 1 });
    await look();
  });

  it('tries a question again from the report: the attempt stands beside the first, whose score stays', async () => {
    const first = page.getByRole('article').first();
    await first.getByText('I told the team in the channel at once').waitFor();
    const score = await first.getByText(/^\d+(\.\d+)? of 10$/).first().innerText();
    await page.getByRole('button', { name: 'Try question 1 again' }).click();
    await page.getByLabel('Your next attempt').fill(`${GOOD} Then I told everybody what I had learned from it.`);
    await press('See what it is worth');
    await first.getByText(/^Attempt 2, on /).click();
    await look();
    await page.reload();
    await first.getByText(/^Attempt 2, on /).waitFor();
    expect(await first.getByText(/^\d+(\.\d+)? of 10$/).first().innerText()).toBe(score);
  });

  it('[MO20] [MP24] [MR30] finds the operator and the privacy contact on the notice, with the periods that run', async () => {
    await page.getByRole('link', { name: 'What we keep, and for how long' }).click();
    await heading('What we keep, and for how long').waitFor();
    const { Policy } = await import('../../src/platform/policy/index.js');
    const policy = world.app.get(Policy);
    await page.getByText(policy.values.operator.privacyContact).first().waitFor();
    await page.getByText(policy.values.operator.name).first().waitFor();
    const row = page.getByRole('row').filter({ hasText: policy.values.retention.interviewResults.says });
    expect(await row.innerText()).toContain(policy.keeps('interviewResults'));
    await look();
  });

  it('deletes the interview and signs out', async () => {
    await page.goto('/practice');
    await page.getByRole('link', { name: /Software engineer/ }).click();
    await page.getByRole('button', { name: /Delete/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete this interview' }).click();
    await heading('Your practice').waitFor();
    await page.getByText(/None yet/).waitFor();
    await page.goto('/settings');
    await heading('Settings').waitFor();
    await look();
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.waitForURL((url) => !url.pathname.startsWith('/settings'));
    expect((await page.request.get('/api/interviews')).status()).toBe(401);
  });

  it('shows what was typed as text: nothing of a payload is rendered, run or fetched', async () => {
    const visitor = await world.candidate('mallory@example.com');
    const payloads = injections.filter(({ by }) => ['markup', 'code', 'escape'].includes(by)).map(({ text }) => text);
    const all = payloads.join('\n\n');
    const wish = { roleId: 'software-engineer', levelId: 'mid', questionCount: 3, roleTitle: payloads[1], goals: payloads[2], jobDescription: all };
    const { id } = (await visitor.post('/api/interviews', wish)).body as { id: string };
    for (const position of [1, 2, 3]) await visitor.put(`/api/interviews/${id}/answers/${position}`, { text: `${GOOD}\n\n${all}`, baseRevision: 0 });
    await visitor.post(`/api/interviews/${id}/submission`);
    await page.context().addCookies([cookieOf(visitor)]);
    await page.goto(`/interviews/${id}/report`);
    await page.getByRole('heading', { name: 'Overall score' }).waitFor();
    const text = await page.getByRole('main').innerText();
    for (const payload of payloads) expect(text.replace(/\s+/g, ' ')).toContain(payload.replace(/\s+/g, ' ').trim());
    expect(await page.locator('main :is(script, img, iframe, style, meta, a[href^="javascript:"], a[href*="attacker"])').count()).toBe(0);
    expect(await page.title()).not.toContain('taken over');
    await page.goto('/practice');
    await page.getByRole('link', { name: payloads[1] ?? '' }).waitFor();
    await page.context().clearCookies();
  });

  it('is told in words when there is nothing at an address', async () => {
    await page.goto('/no/such/page');
    await heading('There is nothing at this address').waitFor();
    await look();
  });

  it('[MP06] finds on no page there is anything of another host, nor a cookie that is not declared, signed out, as a candidate, and in every role there is', async () => {
    const [candidate, { visitor: everybody, accountId }] = [await world.candidate(), await world.recruiter()];
    await world.database.query(`update accounts.account set roles = array['candidate', 'recruiter', 'interviewer', 'operator'] where id = $1`, [accountId]);
    await setUpSecondFactor(everybody);
    const { id } = (await candidate.post('/api/interviews', { roleId: 'software-engineer', levelId: 'mid', questionCount: 3 })).body as { id: string };
    const template = (await everybody.post('/api/templates', { jobTitle: 'Data analyst', clientId: null })).body as { id: string };
    const things = { '/interviews/$id': id, '/templates/$id': template.id, '/templates/$id/invitations': template.id, '/operator/people/$id': accountId, '/legal/$notice/versions': 'privacy' };
    const declared = ((await world.visitor().get('/api/policy')).body as { cookies: { name: string }[] }).cookies.map(({ name }) => name);
    const window = await chromium.window(world.url);
    const walk = async (visitor: Visitor | null): Promise<Map<string, string>> => {
      if (visitor) await window.context().addCookies([cookieOf(visitor)]);
      const headings = await visitEveryPage(window, things);
      expect((await window.context().cookies()).map(({ name }) => name).filter((name) => !declared.includes(name))).toEqual([]);
      return headings;
    };
    expect((await walk(null)).get('/settings/password')).toBe('Sign in');
    expect((await walk(candidate)).get('/operator/usage')).toBe('This page is for operators');
    const all = await walk(everybody);
    expect(['/settings/password', '/operator/usage', '/templates/$id', '/legal/cookies'].map((page) => all.get(page))).toEqual(['Password', 'Usage', 'Data analyst', 'Cookies']);
    await window.close();
  }, 240_000);

  it('[MP06] meets no serious barrier, no error, and no page that asks another host for anything', () => {
    expect(found).toEqual([]);
    expect(chromium.faults).toEqual([]);
    expect(chromium.foreignRequests).toEqual([]);
  });
});
