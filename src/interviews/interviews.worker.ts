import { Injectable } from '@nestjs/common';
import { Database, inBatches, type Tx } from '../platform/db/index.js';
import { type JobContext, OnJob } from '../platform/jobs/index.js';
import { OverdueScores } from './evaluations/overdue-scores.js';
import { InterviewCredits } from './interview-credits.js';
import { expireInterviews, findUnscored, scoreInterview } from './interviews.jobs.js';
import { InterviewRepository } from './interviews.repository.js';
import { KeptInterviews } from './kept-interviews.js';
import { Scorer } from './scorer.js';

/** With all that hangs from them some thousands of rows, which takes about a tenth of a second. */
const BATCH = 800;

@Injectable()
export class InterviewsWorker {
  constructor(
    private readonly scorer: Scorer,
    private readonly overdue: OverdueScores,
    private readonly interviews: InterviewRepository,
    private readonly kept: KeptInterviews,
    private readonly credits: InterviewCredits,
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
  async expire(_payload: object = {}, { signal }: Partial<JobContext> = {}): Promise<void> {
    await this.db.transaction((tx) => this.kept.heedPolicy(tx));
    await inBatches(BATCH, () => this.db.transaction((tx) => this.expireBatch(tx)), signal);
  }

  private async expireBatch(tx: Tx): Promise<number> {
    const { deleted, neverJudged } = await this.interviews.deleteExpired(tx, BATCH);
    await this.credits.neverJudged(tx, neverJudged);
    return deleted;
  }
}
