import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/index.js';
import { isAway, isCapped } from '../platform/ai/index.js';
import { Database } from '../platform/db/index.js';
import { type JobContext } from '../platform/jobs/index.js';
import { AnswerJudging, type Sitting, STOPPED } from './evaluations/answer-judging.js';
import { type Run } from './evaluations/run.js';
import { RunRepository } from './evaluations/run.repository.js';
import { type ChosenRun, RunChoice } from './evaluations/run-choice.js';
import { Verdicts } from './evaluations/verdicts.js';
import { scoreInterview } from './interviews.jobs.js';
import { InterviewRepository } from './interviews.repository.js';
import { type EvaluationRequest } from './scoring/evaluation.js';

/** Renewed before every answer, and one may take an AI provider two questions of 60 s each. */
const LEASE_SECONDS = 150;
/** Longer than any pause between two attempts (5 × 4³ s, or the 900 s that a provider may ask for): meanwhile nobody else asks. */
const PUT_OFF_SECONDS = 1_200;

/** The job that asks, and whether what it asks about are samples of the bank. */
type Asking = Omit<JobContext, 'writtenAt'> & Pick<EvaluationRequest, 'mayQuoteModels'>;

interface Work extends Sitting {
  readonly run: Run;
  readonly jobId: string;
}

/** Scores an interview answer by answer, exactly once however often it is asked to, killed or started again. */
@Injectable()
export class Scorer {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly runs: RunRepository,
    private readonly choice: RunChoice,
    private readonly judging: AnswerJudging,
    private readonly verdicts: Verdicts,
    private readonly db: Database,
  ) {}

  /**
   * Does nothing when the interview is not waiting for scores, or another job holds it. AppErrors of the AI as long as
   * there are attempts left; with the last one, answers that nobody could judge are `not_scored` and say so.
   */
  async score(interviewId: string, asking: Asking = byHand()): Promise<void> {
    const work = await this.begin(interviewId, asking);
    if (!work) return;
    const fault = await this.judging.judgeOpen(work);
    // A consent came or went: somebody else judges.
    if (fault === STOPPED) return this.score(interviewId, asking);
    if (fault) {
      await this.putOff(work, isAway(fault));
      // The built-in evaluator, which is next or comes after others that cost too much, need not wait for another day.
      if (isCapped(fault)) return this.score(interviewId, asking);
      throw fault;
    }
    if (await this.finish(work)) return this.score(interviewId, asking);
  }

  /** As `score`, of answers that are samples of the bank: nobody said them, so nobody is held to have copied them. */
  async scoreSamples(interviewId: string): Promise<void> {
    await this.score(interviewId, { ...byHand(), mayQuoteModels: true });
  }

  /** The lease is the job's: another attempt of it goes on where this one ends, and other jobs keep away. */
  private begin(interviewId: string, asking: Asking): Promise<Work | null> {
    return this.db.transaction(async (tx) => {
      const interview = await this.interviews.lease(tx, interviewId, asking.jobId, LEASE_SECONDS);
      if (!interview) return null;
      const chosen = await this.choice.next(tx, interview);
      if (chosen) return this.workOn(chosen, asking);
      await this.verdicts.withoutSecond(tx, interview);
      return null;
    });
  }

  private workOn({ interview, run, evaluator, questions, open, hasBuiltInBehind }: ChosenRun, { jobId, attempt, signal, mayQuoteModels }: Asking): Work {
    const hold = (): Promise<boolean> => this.db.transaction(async (tx) => (await this.interviews.lease(tx, interview.id, jobId, LEASE_SECONDS)) !== null);
    return {
      run, jobId, signal, evaluator, questions, open, hasBuiltInBehind, hold, mayQuoteModels,
      interviewId: interview.id,
      candidateId: interview.candidateId,
      isLast: attempt >= scoreInterview.attempts,
      mayGoOn: () => this.db.transaction((tx) => this.choice.mayJudge(tx, interview, evaluator)),
      keep: (position, score) => this.db.transaction(async (tx) => {
        if (!(await this.interviews.lease(tx, interview.id, jobId, LEASE_SECONDS))) return false;
        await this.runs.keepScore(tx, run, position, score);
        return true;
      }),
    };
  }

  /** The next attempt asks the next of the order when this one could not be reached. */
  private async putOff({ interviewId, jobId, run }: Work, isOut: boolean): Promise<void> {
    await this.db.transaction(async (tx) => {
      if ((await this.interviews.lease(tx, interviewId, jobId, PUT_OFF_SECONDS)) && isOut) await this.runs.leave(tx, run.id);
    });
  }

  /** True when a second evaluation is wanted. Does nothing when the interview is no longer ours. */
  private finish({ interviewId, jobId, run }: Work): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const interview = await this.interviews.leased(tx, interviewId, jobId);
      return interview !== null && (await this.verdicts.take(tx, interview, run)) === 'second wanted';
    });
  }
}

/** Asking that no job does, and that nobody repeats. */
function byHand(): Asking {
  return { jobId: newId(), attempt: scoreInterview.attempts, signal: new AbortController().signal };
}
