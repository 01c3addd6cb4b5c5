import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../accounts/index.js';
import { newId } from '../kernel/index.js';
import { Config } from '../platform/config/index.js';
import { type Tx } from '../platform/db/index.js';
import { type MailContent, MailOutbox, renderMail } from '../platform/mail/index.js';
import { type NoticeCategory } from './categories.js';
import { MailTerms } from './mail-terms.js';
import { NoteRepository } from './note.repository.js';

export type { NoticeCategory } from './categories.js';

/** A mail to somebody with an account. Its footer, and the way to turn its kind off, are added here. */
export interface Delivery {
  readonly accountId: string;
  readonly category: NoticeCategory;
  /** They asked for this very mail, so that it comes even if they want no others of its kind. */
  readonly isTry?: boolean;
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

/** How people hear of things: a note in the product, a mail unless they turned its kind off. */
@Injectable()
export class Notifications {
  constructor(
    private readonly notes: NoteRepository,
    private readonly terms: MailTerms,
    private readonly contacts: AccountContacts,
    private readonly mails: MailOutbox,
    private readonly config: Config,
  ) {}

  /** Hands a mail in within `tx`; false when there is nobody to write to, they do not want it, or it was handed in before. */
  async deliver(tx: Tx, { accountId, category, isTry = false, mail: { template, dedupe, action, ...content } }: Delivery): Promise<boolean> {
    const contact = await this.contacts.find(tx, accountId);
    const terms = contact && (await this.terms.find(tx, accountId, category, isTry));
    if (!terms) return false;
    const { unsubscribeUrl, ...said } = terms;
    const body = await renderMail({ ...content, ...said, ...(action ? { action: { label: action.label, url: `${this.config.settings.PUBLIC_URL}${action.path}` } } : {}) });
    const mail = { to: contact.email, account: accountId, template, ...(dedupe === undefined ? {} : { dedupe }), ...body, ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }) };
    return (await this.mails.send(tx, mail)) !== null;
  }

  /** Puts a line into somebody's inbox within `tx`. */
  async note(tx: Tx, note: NewNote): Promise<void> {
    await this.notes.insert(tx, newId(), note);
  }
}
