import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { OnJob } from '../../platform/jobs/index.js';
import { MinorReportRepository } from './minor-report.repository.js';
import { sweepMinorReports } from './minors.jobs.js';

@Injectable()
export class MinorsWorker {
  constructor(
    private readonly reports: MinorReportRepository,
    private readonly db: Database,
  ) {}

  @OnJob(sweepMinorReports)
  async sweep(): Promise<void> {
    await this.reports.deleteExpired(this.db.alone);
  }
}
