import { Injectable } from '@nestjs/common';
import { AuditLog } from '../platform/audit/index.js';
import { Database } from '../platform/db/index.js';
import { OnJob } from '../platform/jobs/index.js';
import { Policy } from '../platform/policy/index.js';
import { pruneAuditLog } from './upkeep.jobs.js';

/** The audit log stands below the jobs, so its own upkeep is asked for from up here. */
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
}
