import { Injectable } from '@nestjs/common';
import { accountEvents } from '../../accounts/index.js';
import { OnEvent, OnJob } from '../../platform/jobs/index.js';
import { Acknowledgements } from './acknowledgements.js';
import { ClosedAccounts } from './closed-accounts.js';
import { tendDeletions } from './deletions.jobs.js';

@Injectable()
export class DeletionsWorker {
  constructor(
    private readonly acknowledgements: Acknowledgements,
    private readonly closed: ClosedAccounts,
  ) {}

  @OnEvent(accountEvents.closed)
  askForTheClosed({ accountId }: { accountId: string }): Promise<void> {
    return this.closed.ask(accountId);
  }

  @OnJob(tendDeletions)
  async tend(): Promise<void> {
    await this.closed.ask();
    await this.acknowledgements.tend();
  }
}
