import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '../../platform/jobs/index.js';
import { HoldSecrets } from './hold-secrets.js';
import { sealHold, sweepHolds } from './holds.jobs.js';
import { Sealing } from './sealing.js';

@Injectable()
export class HoldsWorker {
  constructor(
    private readonly sealing: Sealing,
    private readonly secrets: HoldSecrets,
  ) {}

  @OnJob(sealHold)
  async seal({ holdId }: { holdId: string }, { signal }: JobContext): Promise<void> {
    await this.sealing.seal(holdId, signal);
  }

  @OnJob(sweepHolds)
  async sweep(): Promise<void> {
    await this.sealing.tidy();
    await this.secrets.tellWhoMayKnow();
  }
}
