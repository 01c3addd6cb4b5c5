import { Injectable } from '@nestjs/common';
import { AuditLog } from '../platform/audit/index.js';
import { Database } from '../platform/db/index.js';
import { OnJob } from '../platform/jobs/index.js';
import { tidyDeletions } from '../platform/personal-data/index.js';
import { Policy } from '../platform/policy/index.js';
import { pruneAuditLog, tidyDeletionLedger } from './upkeep.jobs.js';

/** The audit log and the ledger of deletions stand below the jobs, so their upkeep is asked for from up here. */
@Injectable()
export class UpkeepWorker {
  constructor(
    private readonly audit: AuditLog,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @OnJob(pruneAuditLog)
  async prune(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [row] = await tx.query<{ before: Date }[]>('select clock.now() - $1::interval as before', [this.policy.periodOf('register').iso]);
      if (row) await this.audit.prune(tx, row.before);
    });
  }

  @OnJob(tidyDeletionLedger)
  async tidyDeletions(): Promise<void> {
    await tidyDeletions(this.db.alone, this.policy.periodOf('register').iso);
  }
}
