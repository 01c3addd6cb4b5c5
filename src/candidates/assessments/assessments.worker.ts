import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { OnJob } from '../../platform/jobs/index.js';
import { expireAssessments } from './assessments.jobs.js';
import { AssessmentRepository } from './assessments.repository.js';

const BATCH = 1000;

@Injectable()
export class AssessmentsWorker {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly db: Database,
  ) {}

  @OnJob(expireAssessments)
  async expire(): Promise<void> {
    let deleted = BATCH;
    while (deleted === BATCH) deleted = await this.db.transaction((tx) => this.assessments.deleteExpired(tx, BATCH));
  }
}
