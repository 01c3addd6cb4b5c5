import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { AnswerRepository } from '../answers.repository.js';
import { type Interview } from '../interview.entity.js';
import { InterviewRepository } from '../interviews.repository.js';
import { overallOf } from '../scored-answer.js';
import { type ExactScore, readScore, writeScore } from '../scoring/rubric.js';
import { Counting } from './counting.js';
import { agreeOnMark, isNearMark } from './near-mark.js';
import { ReviewQueue } from './reviews/review-queue.js';
import { isByAi, type Run } from './run.js';
import { RunRepository } from './run.repository.js';

/** What follows from a run whose answers are all judged: a score, a second evaluation, or a person who decides. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly runs: RunRepository,
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly reviews: ReviewQueue,
    private readonly counting: Counting,
    private readonly policy: Policy,
  ) {}

  /** Ends the run. `second wanted` when an AI evaluator alone came too near to the mark for its word to count; an invited interview has no mark to reach, and people read it anyway. */
  async take(tx: Tx, interview: Interview, run: Run): Promise<'settled' | 'second wanted'> {
    const overall = await this.end(tx, run);
    const ended = { ...run, overall: overall && writeScore(overall) };
    await this.runs.dropUnfinished(tx, interview.id);
    if (interview.origin === 'practice' && run.why !== 'second' && overall && isByAi(run.evaluator) && isNearMark(overall, this.mark)) {
      interview.runId = run.id;
      await this.interviews.save(tx, interview);
      return 'second wanted';
    }
    await (run.why === 'second' ? this.compare(tx, interview, ended) : this.counting.let(tx, interview, ended));
    return 'settled';
  }

  /** Nobody may be asked for the second evaluation: a person decides with the first alone. */
  async withoutSecond(tx: Tx, interview: Interview): Promise<void> {
    const first = interview.runId === null ? null : await this.runs.find(tx, interview.runId);
    if (first?.endedAt) await this.reviews.add(tx, interview, first, null);
  }

  /** Ends a run with the overall score of its answers. Nothing else follows. */
  async end(tx: Tx, { id, interviewId }: Run): Promise<ExactScore | null> {
    const overall = overallOf(await this.answers.withScores(tx, interviewId, id));
    await this.runs.end(tx, id, overall && writeScore(overall));
    return overall;
  }

  private async compare(tx: Tx, interview: Interview, second: Run): Promise<void> {
    const first = interview.runId === null ? null : await this.runs.find(tx, interview.runId);
    if (!first?.overall) throw new Error('A second evaluation has no first');
    const agree = second.overall !== null && agreeOnMark(readScore(first.overall), readScore(second.overall), this.mark);
    await (agree ? this.counting.let(tx, interview, first) : this.reviews.add(tx, interview, first, second));
  }

  private get mark(): string {
    return this.policy.values.certificate.scoreAbove;
  }
}
