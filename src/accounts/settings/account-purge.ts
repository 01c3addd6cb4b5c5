import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { personalDataHolders } from '../../platform/personal-data/index.js';
import { purgedFact } from '../accounts.facts.js';
import { accountsHolder } from '../accounts.personal-data.js';
import { ClosedAccountRepository } from './closed-account.repository.js';
import { ErasureReceipt } from './erasure-receipt.js';

/** Deletes what every module holds of a closed account. */
@Injectable()
export class AccountPurge {
  constructor(
    private readonly closed: ClosedAccountRepository,
    private readonly receipt: ErasureReceipt,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** All of it or nothing, in one transaction, with a receipt for its owner; harmless when it has been done. What must wait is asked for again by the sweep. */
  async purge(accountId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const receipt = await this.receipt.prepare(tx, accountId);
      if (!(await this.erase(tx, accountId))) return;
      await noteFact(tx, purgedFact, { accountId });
      if (receipt) await this.receipt.send(tx, receipt);
    });
  }

  /** Of one that came back with a backup, whose owner has the receipt; false when it did not. */
  purgeAgain(accountId: string): Promise<boolean> {
    return this.db.transaction((tx) => this.erase(tx, accountId));
  }

  private async erase(tx: Tx, accountId: string): Promise<boolean> {
    if (!(await this.closed.isDue(tx, accountId))) return false;
    for (const holder of personalDataHolders()) if (await holder.mustWait?.(tx, accountId)) return false;
    // The identity goes last: what the others hold hangs from it.
    const others = personalDataHolders().filter((holder) => holder !== accountsHolder);
    for (const holder of [...others, accountsHolder]) await holder.erase(tx, accountId);
    await this.audit.append(tx, { actor: { kind: 'system', id: null }, action: 'accounts.purged', subject: { kind: 'account', id: accountId } });
    return true;
  }
}
