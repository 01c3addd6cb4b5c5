import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/jobs/index.js';
import { sweepLegalDisclosures } from './disclosures.jobs.js';
import { LegalDisclosures } from './legal-disclosures.js';

@Injectable()
export class DisclosuresWorker {
  constructor(private readonly disclosures: LegalDisclosures) {}

  @OnJob(sweepLegalDisclosures)
  async sweep(): Promise<void> {
    await this.disclosures.tidy();
  }
}
