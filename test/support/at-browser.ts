import { type Locator, type Page } from 'playwright-core';
import { barriers } from './browser.js';
import { until } from './until.js';
import { type World } from './world.js';

/** A person at a window: what they see, press and fill in, and the barriers they met. */
export class AtBrowser {
  readonly barriersMet: string[] = [];

  constructor(readonly page: Page) {}

  go(path: string) {
    return this.page.goto(path);
  }

  /** Waits for the page whose heading is so. */
  async sees(heading: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  }

  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  press(button: string): Promise<void> {
    return this.page.getByRole('button', { name: button, exact: true }).click();
  }

  follow(link: string | RegExp): Promise<void> {
    return this.page.getByRole('link', { name: link, exact: typeof link === 'string' }).first().click();
  }

  fill(label: string, text: string): Promise<void> {
    return this.field(label).fill(text);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Has axe look at the page as it is. */
  async look(): Promise<void> {
    this.barriersMet.push(...(await barriers(this.page)));
  }

  async givePassword(email: string, password: string): Promise<void> {
    await this.go('/sign-in');
    await this.fill('E-mail address', email);
    await this.fill('Password', password);
    await this.press('Sign in');
  }

  async signOut(): Promise<void> {
    await this.press('Sign out');
    await this.page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  }

  async statusOf(path: string): Promise<number> {
    return (await this.page.request.get(path)).status();
  }
}

export interface ArrivedMail {
  readonly id: string;
  readonly link: string;
  readonly code: string;
}

/** The newest mail to an address whose subject fits, other than `before`, once the worker that runs has brought it. */
export function mailArriving(world: World, to: string, subject: RegExp, before?: ArrivedMail): Promise<ArrivedMail> {
  return until(`a mail to ${to} about ${subject.source}`, async () => {
    const { mails } = (await world.visitor().get('/api/inbox')).body as { mails: { id: string; to: string; subject: string }[] };
    const mail = mails.find((one) => one.to === to && subject.test(one.subject));
    if (!mail || mail.id === before?.id) return null;
    const { text, links } = (await world.visitor().get(`/api/inbox/${mail.id}`)).body as { text: string; links: string[] };
    return { id: mail.id, link: links[0] ?? '', code: /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(text)?.[0] ?? '' };
  });
}
