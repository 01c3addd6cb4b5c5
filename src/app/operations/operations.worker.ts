import { Injectable } from '@nestjs/common';
import { LedgerChecks } from '../../consent/index.js';
import { AuditVerifications } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { OnJob } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { verifyAuditLog, verifyConsentLedger } from './operations.jobs.js';

@Injectable()
export class OperationsWorker {
  constructor(
    private readonly verifications: AuditVerifications,
    private readonly ledger: LedgerChecks,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @OnJob(verifyAuditLog)
  async verify({ verificationId }: { verificationId?: string | undefined }): Promise<void> {
    await this.verifications.run(verificationId ?? (await this.verifications.ask(this.db.alone)));
    await this.verifications.forgetOld(this.db.alone, this.policy.periodOf('operational').iso);
  }

  @OnJob(verifyConsentLedger)
  async verifyLedger({ checkId }: { checkId?: string | undefined }): Promise<void> {
    await this.ledger.run(checkId ?? (await this.ledger.ask(this.db.alone)));
    await this.ledger.forgetOld(this.db.alone, this.policy.periodOf('operational').iso);
  }
}
