import { Injectable } from '@nestjs/common';
import { OnJob } from '../platform/jobs/index.js';
import { AccountSweep } from './account-sweep.js';
import { mailLink, purgeAccount, sweepAccounts } from './accounts.jobs.js';
import { MailedLinks } from './links/mailed-links.js';
import { AccountClosing } from './settings/account-closing.js';
import { AccountPurge } from './settings/account-purge.js';

@Injectable()
export class AccountsWorker {
  constructor(
    private readonly accounts: AccountSweep,
    private readonly closing: AccountClosing,
    private readonly purges: AccountPurge,
    private readonly links: MailedLinks,
  ) {}

  @OnJob(sweepAccounts)
  async sweep(): Promise<void> {
    await this.accounts.sweep();
    await this.closing.askForDuePurges();
    await this.closing.remind();
  }

  @OnJob(mailLink)
  async mailLink({ linkId }: { linkId: string }): Promise<void> {
    await this.links.write(linkId);
  }

  @OnJob(purgeAccount)
  async purge({ accountId }: { accountId: string }): Promise<void> {
    await this.purges.purge(accountId);
  }
}
