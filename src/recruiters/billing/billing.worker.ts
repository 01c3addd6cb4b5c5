import { Injectable } from '@nestjs/common';
import { Billing } from '../../payments/index.js';
import { Database } from '../../platform/db/index.js';
import { OnJob } from '../../platform/jobs/index.js';
import { closeBilling, returnCredits } from './billing.jobs.js';
import { InvitationCredits } from './invitation-credits.js';

@Injectable()
export class BillingWorker {
  constructor(
    private readonly credits: InvitationCredits,
    private readonly billing: Billing,
    private readonly db: Database,
  ) {}

  @OnJob(returnCredits)
  async returnCredits(): Promise<void> {
    await this.credits.sweep();
  }

  @OnJob(closeBilling)
  async close({ organisationId }: { organisationId: string }): Promise<void> {
    await this.db.transaction((tx) => this.billing.close(tx, { organisationId }));
  }
}
