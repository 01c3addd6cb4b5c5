import { Injectable } from '@nestjs/common';
import { AccountClosing, AccountFacts } from '../../accounts/index.js';
import { AppError } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { MinorNews } from './minor-news.js';

/** What becomes of the account that a report names. */
@Injectable()
export class ReportedAccount {
  constructor(
    private readonly accounts: AccountFacts,
    private readonly closing: AccountClosing,
    private readonly news: MinorNews,
  ) {}

  async mustBeThere(tx: Tx, accountId: string): Promise<void> {
    if (!(await this.accounts.find(tx, accountId))) throw new AppError('privacy.no_such_account', 422, 'There is no account with this id. Nothing was changed.', { fields: { accountId: 'There is no account with this id.' } });
  }

  async end(tx: Tx, accountId: string, operatorId: string): Promise<void> {
    const account = await this.accounts.find(tx, accountId);
    if (account?.state === 'closed') throw new AppError('privacy.closed_already', 409, 'This account is deleted already. Nothing was changed.');
    await this.closing.closeFor(tx, accountId, operatorId, { now: true });
  }

  async tellRestored(tx: Tx, accountId: string, reportId: string): Promise<void> {
    await this.news.restored(tx, accountId, reportId);
  }
}
