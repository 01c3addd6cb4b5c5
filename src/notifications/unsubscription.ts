import { Injectable } from '@nestjs/common';
import { ConsentDesk } from '../consent/index.js';
import { hashToken, newId } from '../kernel/index.js';
import { Database } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { categoryWords, NEWS_PURPOSE } from './categories.js';
import { MailChoiceRepository } from './mail-choice.repository.js';
import { MailChoices } from './mail-choices.js';
import { unknownLink } from './notifications.errors.js';

/** Where a link was followed, and by whom, as the ledger of consents wants to know it. */
export interface Leaving {
  readonly where: string;
  /** The words of what was pressed. */
  readonly wording: string;
  readonly network: string;
  readonly agent: string;
}

/** What ended: a kind of mail that was turned off, or a consent that was taken back. */
export interface Left {
  readonly title: string;
  readonly isConsent: boolean;
}

/** The link below a mail, which ends mails of its kind without a sign-in. */
@Injectable()
export class Unsubscription {
  constructor(
    private readonly choices: MailChoiceRepository,
    private readonly wanted: MailChoices,
    private readonly consents: ConsentDesk,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** Harmless when it ended before. AppError `notifications.unknown_link`. */
  by(token: string, leaving: Leaving): Promise<Left> {
    return this.db.transaction(async (tx) => {
      const link = await this.choices.findLink(tx, hashToken(token));
      if (!link) throw unknownLink();
      const { accountId, category } = link;
      if (category !== 'news') {
        await this.wanted.choose(tx, accountId, category, false);
        return { title: categoryWords[category].title, isConsent: false };
      }
      await this.consents.withdraw(tx, { subjectId: accountId, purpose: NEWS_PURPOSE, locale: 'en', how: 'link', eventId: newId(), ...leaving });
      return { title: this.policy.values.purposes[NEWS_PURPOSE].title, isConsent: true };
    });
  }
}
