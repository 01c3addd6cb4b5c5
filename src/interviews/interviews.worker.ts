import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { type JobContext, OnJob } from '../platform/jobs/index.js';
import { OverdueScores } from './evaluations/overdue-scores.js';
import { expireInterviews, findUnscored, scoreInterview } from './interviews.jobs.js';
import { InterviewRepository } from './interviews.repository.js';
import { KeptInterviews } from './kept-interviews.js';
import { Scorer } from './scorer.js';

const BATCH = 1000;

@Injectable()
export class InterviewsWorker {
  constructor(
    private readonly scorer: Scorer,
    private readonly overdue: OverdueScores,
    private readonly interviews: InterviewRepository,
    private readonly kept: KeptInterviews,
    private readonly db: Database,
  ) {}

  @OnJob(scoreInterview)
  score({ interviewId }: { interviewId: string }, context: JobContext): Promise<void> {
    return this.scorer.score(interviewId, context);
  }

  @OnJob(findUnscored)
  findUnscored(): Promise<void> {
    return this.overdue.ask();
  }

  @OnJob(expireInterviews)
  async expire(): Promise<void> {
    await this.db.transaction((tx) => this.kept.heedPolicy(tx));
    let deleted = BATCH;
    while (deleted === BATCH) deleted = await this.db.transaction((tx) => this.interviews.deleteExpired(tx, BATCH));
  }
}
