import { Injectable, Logger } from '@nestjs/common';
import { type JobContext, OnJob } from '../jobs/index.js';
import { ObjectReconciliation } from './object-reconciliation.js';
import { ObjectSweep } from './object-sweep.js';
import { expireObjects, reconcileObjects } from './storage.jobs.js';

@Injectable()
export class StorageWorker {
  private readonly logger = new Logger('storage');

  constructor(
    private readonly sweep: ObjectSweep,
    private readonly reconciliation: ObjectReconciliation,
  ) {}

  @OnJob(expireObjects)
  async expire(_payload: object, { signal }: JobContext): Promise<void> {
    await this.sweep.run(signal);
  }

  @OnJob(reconcileObjects)
  async reconcile(): Promise<void> {
    const found = await this.reconciliation.run();
    const log = found.missing > 0 ? 'error' : 'log';
    this.logger[log]({ msg: 'files compared with their rows', ...found });
  }
}
