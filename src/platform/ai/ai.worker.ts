import { Injectable } from '@nestjs/common';
import { Database } from '../db/index.js';
import { OnJob } from '../jobs/index.js';
import { Policy } from '../policy/index.js';
import { AiRunRepository } from './ai-run.repository.js';
import { forgetRuns } from './ai.jobs.js';

@Injectable()
export class AiWorker {
  constructor(
    private readonly runs: AiRunRepository,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @OnJob(forgetRuns)
  async forget(): Promise<void> {
    await this.runs.forgetSpending(this.db.alone, this.policy.periodOf('rateLimit').iso);
    await this.runs.deleteExpired(this.db.alone);
  }
}
