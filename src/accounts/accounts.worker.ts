import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { OnJob } from '../platform/jobs/index.js';
import { Policy } from '../platform/policy/index.js';
import { sweepAccounts } from './accounts.jobs.js';
import { AccountRepository } from './accounts.repository.js';

@Injectable()
export class AccountsWorker {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @OnJob(sweepAccounts)
  async sweep(): Promise<void> {
    await this.db.transaction((tx) => this.accounts.sweep(tx, this.policy.periodOf('unverifiedAccount').iso, this.policy.periodOf('operational').iso));
  }
}
