import { Injectable } from '@nestjs/common';
import { type Tx } from '../../../platform/db/index.js';
import { Evaluators } from '../../evaluators.js';
import { type Interview } from '../../interview.entity.js';
import { InterviewRepository } from '../../interviews.repository.js';
import { type Evaluator } from '../../scoring/evaluation.js';
import { RescoringRepository } from './rescoring.repository.js';
import { isBuiltIn } from '../run.js';
import { judgeOf } from '../evaluation-order.js';
import { type ChosenRun, RunChoice } from '../run-choice.js';
import { RunRepository } from '../run.repository.js';
import { Verdicts } from '../verdicts.js';

/** Who makes a run of a re-scoring, if anybody has to. */
@Injectable()
export class RescoringChoice {
  constructor(
    private readonly runs: RunRepository,
    private readonly interviews: InterviewRepository,
    private readonly choice: RunChoice,
    private readonly evaluators: Evaluators,
    private readonly rescorings: RescoringRepository,
    private readonly verdicts: Verdicts,
  ) {}

  /** What is to be judged; null when nothing is: the interview is gone, or its stored integers were scored once more right here. */
  async begin(tx: Tx, runId: string): Promise<ChosenRun | null> {
    const run = await this.runs.find(tx, runId);
    const interview = run && (await this.interviews.findReadable(tx, run.interviewId));
    if (!run || !interview) {
      await this.runs.delete(tx, runId);
      return null;
    }
    if (await this.rescorings.isReplay(tx, runId)) {
      if (run.basedOn !== null) await this.runs.copyScores(tx, run.basedOn, runId);
      await this.verdicts.end(tx, run);
      return null;
    }
    const evaluator = this.evaluators.all().find((each) => judgeOf(each).evaluator === run.evaluator && each.version === run.evaluatorVersion);
    if (evaluator) return this.choice.withWork(tx, interview, run, evaluator);
    // The operator has taken this evaluator away since: nobody can make it any more.
    await this.runs.delete(tx, runId);
    return null;
  }

  /** The built-in evaluator tells nobody anything; all others need the consent of whoever was interviewed. */
  async mayJudge(tx: Tx, interview: Interview, evaluator: Evaluator): Promise<boolean> {
    return isBuiltIn(evaluator.name) || this.choice.mayJudge(tx, interview, evaluator);
  }
}
