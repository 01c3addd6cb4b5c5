import { Injectable } from '@nestjs/common';
import { OnJob } from '../platform/jobs/index.js';
import { ConsentSweep } from './consent-sweep.js';
import { pruneConsents, sweepConsents } from './consent.jobs.js';

@Injectable()
export class ConsentWorker {
  constructor(private readonly consents: ConsentSweep) {}

  @OnJob(sweepConsents)
  async sweep(): Promise<void> {
    await this.consents.sweep();
  }

  @OnJob(pruneConsents)
  async prune(): Promise<void> {
    await this.consents.prune();
  }
}
