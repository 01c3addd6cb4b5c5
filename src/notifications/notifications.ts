import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../accounts/index.js';
import { hashToken, newId } from '../kernel/index.js';
import { Config } from '../platform/config/index.js';
import { type Tx } from '../platform/db/index.js';
import { type MailContent, MailOutbox, renderMail } from '../platform/mail/index.js';
import { categoryWords, type NoticeCategory, type RefusableCategory } from './categories.js';
import { MailChoiceRepository } from './mail-choice.repository.js';
import { NoteRepository } from './note.repository.js';

export type { NoticeCategory } from './categories.js';

/** A mail to somebody with an account. Its footer, and the way to turn its kind off, are added here. */
export interface Delivery {
  readonly accountId: string;
  readonly category: NoticeCategory;
  /** `template` and `dedupe` as with platform/mail; `action.path` is a path of our own. */
  readonly mail: Omit<MailContent, 'footer' | 'action' | 'leave'> & {
    readonly template: string;
    readonly dedupe?: string;
    readonly action?: { readonly label: string; readonly path: string };
  };
}

/** A line for somebody's inbox here: no personal data of anybody else. `link` is a path of our own. */
export interface NewNote {
  readonly accountId: string;
  /** Dotted, such as `recruiters.organisation_approved`. */
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly link?: string;
  /** What it is about: a second note of this kind about the same is left out. */
  readonly dedupe?: string;
}

const ESSENTIAL_FOOTER = 'You get this mail because you have an account at Viva Voce. It is about what you do there; there is nothing to unsubscribe from.';
const TOKEN_BYTES = 16;

/** How people hear of things: a note in the product, a mail unless they turned its kind off. */
@Injectable()
export class Notifications {
  constructor(
    private readonly notes: NoteRepository,
    private readonly choices: MailChoiceRepository,
    private readonly contacts: AccountContacts,
    private readonly mails: MailOutbox,
    private readonly config: Config,
  ) {}

  /** Hands a mail in within `tx`; false when there is nobody to write to, they do not want it, or it was handed in before. */
  async deliver(tx: Tx, { accountId, category, mail: { template, dedupe, action, ...content } }: Delivery): Promise<boolean> {
    const contact = await this.contacts.find(tx, accountId);
    if (!contact || (category !== 'essential' && (await this.choices.refuses(tx, accountId, category)))) return false;
    const site = this.config.settings.PUBLIC_URL;
    const token = category === 'essential' ? null : await this.wayOut(tx, accountId, category);
    const body = await renderMail({
      ...content,
      ...(action ? { action: { label: action.label, url: `${site}${action.path}` } } : {}),
      footer: category === 'essential' ? ESSENTIAL_FOOTER : `You get this mail because you have an account at Viva Voce, and did not turn off “${categoryWords[category].title}”.`,
      // Behind the # on our page, so that it reaches no log of a server.
      ...(token === null ? {} : { leave: { label: 'Turn these mails off', url: `${site}/unsubscribe#token=${token}` } }),
    });
    const unsubscribeUrl = token === null ? {} : { unsubscribeUrl: `${site}/api/unsubscriptions/one-click?token=${token}` };
    return (await this.mails.send(tx, { to: contact.email, account: accountId, template, ...(dedupe === undefined ? {} : { dedupe }), ...body, ...unsubscribeUrl })) !== null;
  }

  /** Puts a line into somebody's inbox within `tx`. */
  async note(tx: Tx, note: NewNote): Promise<void> {
    await this.notes.insert(tx, newId(), note);
  }

  /** The same link in every mail of a kind, known to us by its hash only: derived from the secret, it need not be stored to be written again. */
  private async wayOut(tx: Tx, accountId: string, category: RefusableCategory): Promise<string> {
    const token = createHmac('sha256', this.config.settings.SECRET).update(`unsubscribe\0${accountId}\0${category}`).digest().subarray(0, TOKEN_BYTES).toString('base64url');
    await this.choices.keepLink(tx, hashToken(token), accountId, category);
    return token;
  }
}
