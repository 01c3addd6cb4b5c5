import { type Page } from 'playwright-core';
import { type Chromium } from '../support/browser.js';
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

/** Types the same answer to each question, follow-ups too, and hands the interview in. */
export async function answerAll(page: Page, text: string): Promise<void> {
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
