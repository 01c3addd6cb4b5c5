import { randomUUID } from 'node:crypto';
import { type Page } from 'playwright-core';
import { type Chromium } from '../support/browser.js';
import { allow } from '../support/consents.js';
import { handedIn, type PublishedTemplate } from '../support/invited.js';
import { PASSWORD } from '../support/password.js';
import { personWith, signedIn } from '../support/people.js';
import { until } from '../support/until.js';
import { type Visitor } from '../support/visitor.js';
import { type World } from '../support/world.js';
import { cookiesOf } from './voice-and-ears.js';

export const STRONG = 'Last March our weekly figures fell by a fifth. I compared them source by source, saw that one of four feeds had stopped, and told the three teams that day. I asked their lead to restart it, because the others relied on it, and wrote a check that counts the rows each night. The figures were right again within two days, and it never came back.';
export const PEOPLE = { maren: 'Maren Holt', tomas: 'Tomás Ferreira', ines: 'Ines Kvist' } as const;
export const EMAIL = { maren: 'maren@example.com', tomas: 'tomas@example.com', ines: 'ines@example.com', late: 'late@example.com' } as const;
export const REASON = 'The second answer names neither what was done nor what came of it.';

/** A window of somebody who is signed in. */
export async function windowOf(chromium: Chromium, world: World, visitor: Visitor): Promise<Page> {
  const window = await chromium.window(world.url);
  await window.context().addCookies(cookiesOf(visitor, world.url));
  return window;
}

/** Somebody with an account of that address, signed in. */
export async function visitorWith(world: World, email: string): Promise<Visitor> {
  const visitor = world.visitor();
  const [account] = await world.database.query<{ id: string }>('select id from auth."user" where email = $1', [email]);
  visitor.keep(`viva.session_token=${await signedIn(world, account?.id ?? '')}; Path=/`);
  return visitor;
}

/** Invites these addresses, as the page with the list does. */
export async function invite(recruiter: Visitor, templateId: string, ...emails: readonly string[]): Promise<void> {
  const { status, text } = await recruiter.post(`/api/templates/${templateId}/invitations`, { eventId: randomUUID(), list: emails.join('\n'), message: null });
  if (status !== 202) throw new Error(`Nobody was invited: ${text}`);
}

/** Somebody who was invited, has an account, said yes and began: two requests and the consent, without the pages. */
export async function begunBy(world: World, email: string, name = 'Ada Example'): Promise<{ visitor: Visitor; invitationId: string; interviewId: string }> {
  const accountId = await personWith(world, { email, name });
  const visitor = await visitorWith(world, email);
  const token = new URL(await linkTo(world, email, '/interview')).hash.slice('#token='.length);
  const { id } = (await visitor.post('/api/invitation-links/acceptance', { token })).body as { id: string };
  await allow(world, accountId, 'invited_result', id);
  const { status, body, text } = await visitor.post(`/api/invitations/mine/${id}/interview`, { judgedBy: 'ai', aiProcessing: false });
  if (status !== 200) throw new Error(`The interview did not begin: ${text}`);
  return { visitor, invitationId: id, interviewId: (body as { interviewId: string }).interviewId };
}

/** One more recruiter of an organisation. */
export async function colleagueOf(world: World, organisationId: string): Promise<Visitor> {
  const id = await personWith(world, { email: 'colleague@example.com', name: 'Una Colleague', roles: ['recruiter'] });
  await world.database.query(`insert into recruiters.member (account_id, organisation_id, roles) values ($1, $2, '{recruiter}')`, [id, organisationId]);
  return visitorWith(world, 'colleague@example.com');
}

/** The link to a page of ours in the mails to an address, another than `not`. */
export function linkTo(world: World, email: string, page: string, not = ''): Promise<string> {
  return until(`a mail to ${email} leads to ${page}`, async () => {
    const { mails } = (await world.visitor().get('/api/inbox')).body as { mails: { id: string; to: string }[] };
    for (const { id } of mails.filter(({ to }) => to === email)) {
      const { links } = (await world.visitor().get(`/api/inbox/${id}`)).body as { links: string[] };
      const link = links.find((one) => one !== not && new URL(one).pathname === page);
      if (link) return link;
    }
    return null;
  });
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** Types the same answer to each question, follow-ups too, and hands the interview in, until whoever invited has it: the pages that show that do not look again by themselves. */
export async function answerAll(world: World, page: Page, text: string): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  while ((await title.innerText()) !== 'Check your answers') {
    const before = await title.innerText();
    await page.getByRole('textbox').fill(text);
    await page.getByText(/^Saved /).first().waitFor();
    await press(page, /^(Next question|Check your answers)$/);
    await until('the next page', async () => ((await title.innerText()) === before ? null : true));
  }
  await page.getByText(/Borealis Talent can read them from then on/).waitFor();
  await press(page, 'Submit interview');
  await page.getByText(/You handed it in on/).waitFor();
  await until('it has come to whoever invited', async () => (await world.database.query(
    `select from interviews.interview i where submitted_at is not null and not exists (select from recruiters.invitation where interview_id = i.id and state = 'complete')`)).length === 0);
}

/** A question of the organisation's own, with what a good answer says and what a mark means. */
export async function writeQuestion(page: Page): Promise<void> {
  await press(page, 'Write your own question');
  await page.getByLabel('The question').fill('Tell us about a time when you needed others to get something done.');
  await page.getByLabel('Which competency it is about').selectOption({ label: 'Collaboration' });
  for (const [point, says, words] of [[1, 'say whom you needed and why', 'needed them, depended on, asked their lead'], [2, 'say what came of it', 'the result was, in the end, right again']] as const) {
    await page.getByLabel(`Point ${point}`, { exact: true }).fill(says);
    await page.getByLabel(`Point ${point} in other words`).fill(words);
  }
  for (const [mark, says] of [['1 ·', 'Speaks of nobody else.'], ['3 ·', 'Names others, not what they did.'], ['5 ·', 'Says who did what, why, and what came of it.']] as const) await page.getByLabel(new RegExp(`^${mark}`)).fill(says);
}

/** Does one thing with the invitation of an address, and waits for what is said of it. */
export async function change(page: Page, email: string, { title, verb, done }: { title: string; verb: string; done: RegExp }): Promise<void> {
  await page.getByRole('row', { name: new RegExp(email) }).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(`^${title}`) }).check();
  const deadline = dialog.locator('input[type=datetime-local]');
  if (title === 'Give more time') await deadline.fill(`${new Date(Date.parse(await deadline.inputValue()) + 2 * 86_400_000).toISOString().slice(0, 11)}12:00`);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await page.getByText(done).waitFor();
}

/** Lets its videos be kept, and records the first answer until a piece of it is kept. */
export async function recordFirst(page: Page, world: World): Promise<void> {
  await press(page, 'Turn on your camera and microphone');
  await page.getByText('Your voice is heard.').waitFor();
  await page.getByText('Keep my videos of this interview').click();
  await page.getByRole('status').filter({ hasText: /^On/ }).waitFor();
  await press(page, 'Go on');
  await press(page, 'Skip to question 1');
  await press(page, 'Record');
  await until('a piece is kept', async () => ((await world.database.query('select from interviews.recording_chunk')).length > 0));
  await press(page, 'Stop');
}

/** Makes an account from the page of an invitation. */
export async function signUpOnTheWay(page: Page, name: string, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Make an account' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('How old are you?').fill('30');
  await press(page, 'Sign up');
}

/**
 * Two people, five interviews of two answers. Two pairs differ, by 1 and by 2: observed 2·(1 + 4) ∕ 20 = 0.5, expected
 * (2·20·261 − 2·67²) ∕ (20·19) = 3.85, so alpha is 1 − 0.5 ∕ 3.85 = 0.87; nine pairs of ten lie at most one mark apart.
 */
const MARKS = { grace: [[1, 2], [2, 3], [3, 4], [4, 5], [5, 5]], una: [[1, 2], [3, 3], [3, 4], [2, 5], [5, 5]] } as const;

/** Five people hand in, and each is rated by both. */
export async function rateAll(world: World, template: PublishedTemplate, [grace, una]: readonly [Visitor, Visitor]): Promise<void> {
  for (const [at, scores] of ([[2, 3], [4, 5], [6, 7], [8, 9], [10, 10]] as const).entries()) {
    const { invitationId } = await handedIn(world, template, { name: `Candidate ${at + 1}`, scores });
    for (const [who, marks] of [[grace, MARKS.grace[at]!], [una, MARKS.una[at]!]] as const) {
      const card = { marks: marks.map((mark, index) => ({ position: index + 1, mark, note: '' })), recommendation: 'yes', summary: '' };
      expect((await who.post(`/api/invitations/${invitationId}/scorecard/submission`, card)).status).toBe(201);
    }
  }
}
