import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { personalDataHolders } from '../../platform/personal-data/index.js';
import { accountsHolder } from '../accounts.personal-data.js';
import { ClosedAccountRepository } from './closed-account.repository.js';

/** Deletes what every module holds of a closed account. */
@Injectable()
export class AccountPurge {
  constructor(
    private readonly closed: ClosedAccountRepository,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** All of it or nothing, in one transaction; harmless when it has been done. */
  async purge(accountId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.closed.isDue(tx, accountId))) return;
      // The identity goes last: what the others hold hangs from it.
      const others = personalDataHolders().filter((holder) => holder !== accountsHolder);
      for (const holder of [...others, accountsHolder]) await holder.erase(tx, accountId);
      await this.audit.append(tx, { actor: { kind: 'system', id: null }, action: 'accounts.purged', subject: { kind: 'account', id: accountId } });
    });
  }
}
