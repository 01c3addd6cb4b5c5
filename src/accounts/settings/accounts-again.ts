import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Journal } from '../../platform/journal/index.js';
import { closedFact, passwordFact, purgedFact, unlinkedFact } from '../accounts.facts.js';
import { AccountClosing } from './account-closing.js';
import { AccountPurge } from './account-purge.js';
import { WaysInRepository } from './ways-in.repository.js';

/** Deletes once more the accounts that a restored backup brought back, and the ways into others that were closed since. */
@Injectable()
export class AccountsAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly closing: AccountClosing,
    private readonly purges: AccountPurge,
    private readonly waysIn: WaysInRepository,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    // Sign-ins that were ended since, and links that were used, must not work once more.
    this.journal.beforeReplay(() => this.db.transaction((tx) => this.waysIn.close(tx)));
    this.journal.replays(closedFact, ({ accountId, purgeAt }) => this.closing.closeAgain(accountId, new Date(purgeAt)));
    this.journal.replays(purgedFact, ({ accountId }) => this.purge(accountId));
    // What it is now is known to its owner alone: they have a new one mailed.
    this.journal.replays(passwordFact, ({ accountId, passwordId }) => this.db.transaction((tx) => this.waysIn.dropPasswordBut(tx, accountId, passwordId)));
    this.journal.replays(unlinkedFact, ({ accountId, linkId }) => this.db.transaction((tx) => this.waysIn.unlink(tx, accountId, linkId)));
  }

  private async purge(accountId: string): Promise<boolean> {
    await this.closing.closeAgain(accountId, null);
    return this.purges.purgeAgain(accountId);
  }
}
