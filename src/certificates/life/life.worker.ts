import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/jobs/index.js';
import { endCertificates, remindOfCertificateEnds } from './life.jobs.js';
import { LifeSweep } from './life-sweep.js';

@Injectable()
export class LifeWorker {
  constructor(private readonly sweep: LifeSweep) {}

  @OnJob(endCertificates)
  end(): Promise<void> {
    return this.sweep.end();
  }

  @OnJob(remindOfCertificateEnds)
  remind(): Promise<void> {
    return this.sweep.remind();
  }
}
