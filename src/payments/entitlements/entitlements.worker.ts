import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/jobs/index.js';
import { AllowanceSweep } from './allowance-sweep.js';
import { tidyAllowances } from './entitlements.jobs.js';

@Injectable()
export class EntitlementsWorker {
  constructor(private readonly sweep: AllowanceSweep) {}

  @OnJob(tidyAllowances)
  tidy(): Promise<void> {
    return this.sweep.tidy();
  }
}
