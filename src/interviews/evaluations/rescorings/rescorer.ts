import { Injectable } from '@nestjs/common';
import { isAiFault, isAway } from '../../../platform/ai/index.js';
import { Database } from '../../../platform/db/index.js';
import { type JobContext } from '../../../platform/jobs/index.js';
import { AnswerJudging, type Sitting, STOPPED } from '../answer-judging.js';
import { RescoringChoice } from './rescoring-choice.js';
import { type ClaimedRun, RescoringRepository } from './rescoring.repository.js';
import { type ChosenRun } from '../run-choice.js';
import { RunRepository } from '../run.repository.js';
import { Verdicts } from '../verdicts.js';

/** As that of the Scorer: one answer may take an AI provider two questions of 60 s each. */
const LEASE_SECONDS = 150;
const PUT_OFF_SECONDS = 1_200;
const MOST_TRIES = 5;

/** Judges interviews once more, beside what counts: each exactly once, whoever is killed meanwhile. */
@Injectable()
export class Rescorer {
  constructor(
    private readonly rescorings: RescoringRepository,
    private readonly runs: RunRepository,
    private readonly choice: RescoringChoice,
    private readonly judging: AnswerJudging,
    private readonly verdicts: Verdicts,
    private readonly db: Database,
  ) {}

  /** Makes what is left of a re-scoring, until it is done, the provider is away, or the job is to end. */
  async make(rescoringId: string, { jobId, signal }: Pick<JobContext, 'jobId' | 'signal'>): Promise<void> {
    while (!signal.aborted) {
      const claimed = await this.db.transaction((tx) => this.rescorings.claim(tx, rescoringId, jobId, LEASE_SECONDS));
      if (!claimed || !(await this.makeOne(claimed, jobId, signal))) return;
    }
  }

  /** False when it is better to wait before the next one. */
  private async makeOne(claimed: ClaimedRun, jobId: string, signal: AbortSignal): Promise<boolean> {
    const chosen = await this.db.transaction((tx) => this.choice.begin(tx, claimed.id));
    if (!chosen) return true;
    const outcome = await this.judging.judgeOpen(this.sitting(chosen, claimed, jobId, signal));
    if (isAiFault(outcome)) {
      await this.db.transaction((tx) => this.rescorings.putOff(tx, claimed.id, jobId, PUT_OFF_SECONDS));
      // An answer whose judgement cannot be used does not hold up the others; a provider that is away does.
      return !isAway(outcome);
    }
    await this.db.transaction(async (tx) => {
      if (!(await this.rescorings.hold(tx, claimed.id, jobId, LEASE_SECONDS))) return;
      // Whoever was interviewed no longer lets this evaluator judge: nothing was made.
      await (outcome === STOPPED ? this.runs.delete(tx, claimed.id) : this.verdicts.end(tx, chosen.run));
    });
    return true;
  }

  private sitting({ interview, run, evaluator, questions, open, hasBuiltInBehind }: ChosenRun, { tries }: ClaimedRun, jobId: string, signal: AbortSignal): Sitting {
    const hold = (): Promise<boolean> => this.db.transaction((tx) => this.rescorings.hold(tx, run.id, jobId, LEASE_SECONDS));
    return {
      signal, evaluator, questions, open, hasBuiltInBehind, hold,
      interviewId: interview.id,
      candidateId: interview.candidateId,
      isLast: tries >= MOST_TRIES,
      mayGoOn: () => this.db.transaction((tx) => this.choice.mayJudge(tx, interview, evaluator)),
      keep: (position, score) => this.db.transaction(async (tx) => {
        if (!(await this.rescorings.hold(tx, run.id, jobId, LEASE_SECONDS))) return false;
        await this.runs.keepScore(tx, run, position, score);
        return true;
      }),
    };
  }
}
