import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '../platform/db/index.js';
import { Journal, noteFact } from '../platform/journal/index.js';
import { type RefusableCategory } from './categories.js';
import { MailChoiceRepository } from './mail-choice.repository.js';
import { mailFact } from './notifications.facts.js';

/** Which kinds of mail somebody wants; a restored backup learns of it from the journal. */
@Injectable()
export class MailChoices implements OnModuleInit {
  constructor(
    private readonly choices: MailChoiceRepository,
    private readonly journal: Journal,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(mailFact, ({ accountId, category, wanted }) => this.db.transaction((tx) => this.choose(tx, accountId, category, wanted === 'yes')));
  }

  /** False when it was so already, or the account is gone. */
  async choose(tx: Tx, accountId: string, category: RefusableCategory, isWanted: boolean): Promise<boolean> {
    const isNew = await (isWanted ? this.choices.welcome(tx, accountId, category) : this.choices.refuse(tx, accountId, category));
    if (isNew) await noteFact(tx, mailFact, { accountId, category, wanted: isWanted ? 'yes' : 'no' });
    return isNew;
  }
}
