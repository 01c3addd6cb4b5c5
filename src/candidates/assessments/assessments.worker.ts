import { Injectable } from '@nestjs/common';
import { Database, inBatches } from '../../platform/db/index.js';
import { OnJob } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { expireAssessments } from './assessments.jobs.js';
import { AssessmentRepository } from './assessments.repository.js';

const BATCH = 200;

@Injectable()
export class AssessmentsWorker {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @OnJob(expireAssessments)
  async expire(): Promise<void> {
    // What has no end by an earlier policy gets one where this one gives it one.
    const period = this.policy.findPeriod('assessments');
    if (period) await this.db.transaction((tx) => this.assessments.giveEnds(tx, period.iso));
    await inBatches(BATCH, () => this.db.transaction((tx) => this.assessments.deleteExpired(tx, BATCH)));
  }
}
