import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '../platform/jobs/index.js';
import { Objections } from './choices/objections.js';
import { ExportBuilder } from './exports/export-builder.js';
import { PrivacySweep } from './privacy-sweep.js';
import { buildExport, endObjectedConsents, sweepPrivacy } from './privacy.jobs.js';

@Injectable()
export class PrivacyWorker {
  constructor(
    private readonly builder: ExportBuilder,
    private readonly objections: Objections,
    private readonly tidying: PrivacySweep,
  ) {}

  @OnJob(buildExport)
  async build({ exportId }: { exportId: string }, { signal }: JobContext): Promise<void> {
    await this.builder.build(exportId, signal);
  }

  @OnJob(endObjectedConsents)
  async endConsents({ accountId }: { accountId: string }): Promise<void> {
    await this.objections.carryOut(accountId);
  }

  @OnJob(sweepPrivacy)
  async sweep(): Promise<void> {
    await this.tidying.run();
  }
}
