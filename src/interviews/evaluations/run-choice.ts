import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { AnswerRepository, type AskedQuestion } from '../answers.repository.js';
import { Evaluators } from '../evaluators.js';
import { type Interview } from '../interview.entity.js';
import { InterviewRepository } from '../interviews.repository.js';
import { type Evaluator } from '../scoring/evaluation.js';
import { forSecond, judgeOf, nextOf } from './evaluation-order.js';
import { isBuiltIn, isByAi, isSameJudge, type Judge, type Run } from './run.js';
import { RunRepository } from './run.repository.js';

/** A run to work on, with what is left of it to do. */
export interface ChosenRun {
  readonly interview: Interview;
  readonly run: Run;
  readonly evaluator: Evaluator;
  readonly questions: readonly AskedQuestion[];
  readonly open: readonly AskedQuestion[];
  /** Whether the built-in evaluator steps in for this one. */
  readonly hasBuiltInBehind: boolean;
}

/** Which run of an interview is to be worked on, and who judges it: one evaluator all of its answers. */
@Injectable()
export class RunChoice {
  constructor(
    private readonly runs: RunRepository,
    private readonly interviews: InterviewRepository,
    private readonly answers: AnswerRepository,
    private readonly evaluators: Evaluators,
  ) {}

  /** Goes on with a run, or begins one; null when a second evaluation is wanted and nobody may be asked for it. */
  async next(tx: Tx, interview: Interview): Promise<ChosenRun | null> {
    const runs = await this.runs.ofInterview(tx, interview.id);
    const first = runs.find(({ id, state }) => id === interview.runId && state === 'scored');
    const why = whyNow(first, runs);
    const order = await this.evaluators.orderFor(tx, interview);
    const unfinished = runs.filter((run) => run.endedAt === null && run.why === why);
    const evaluator = nextOf(first ? forSecond(order, first) : order, unfinished);
    if (!evaluator) return null;
    const judge = judgeOf(evaluator);
    // A run that another evaluator began is kept as long as that one may be asked again.
    const kept = unfinished.filter((run) => run.state === 'away' && order.some((each) => isSameJudge(run, judgeOf(each))));
    const left = unfinished.find((run) => isSameJudge(run, judge));
    await this.runs.dropUnfinished(tx, interview.id, [...kept, ...(left ? [left] : [])].map(({ id }) => id));
    const run = left ? await this.runs.resume(tx, left) : await this.begin(tx, interview.id, { why, judge, runs, first });
    if (!first) {
      interview.runId = run.id;
      await this.interviews.save(tx, interview);
    }
    return { ...(await this.withWork(tx, interview, run, evaluator)), hasBuiltInBehind: !first && isByAi(evaluator.name) && order.some(({ name }) => isBuiltIn(name)) };
  }

  /** Whether this evaluator may still judge: whoever chose an AI provider may take that back, or delete the interview, at any moment. */
  async mayJudge(tx: Tx, interview: Interview, evaluator: Evaluator): Promise<boolean> {
    if (!(await this.interviews.isThere(tx, interview.id))) return false;
    if (!interview.aiProcessing) return !isByAi(evaluator.name);
    return (await this.evaluators.orderFor(tx, interview)).some((each) => isSameJudge(judgeOf(each), judgeOf(evaluator)));
  }

  /** What of a run is still to be judged. */
  async withWork(tx: Tx, interview: Interview, run: Run, evaluator: Evaluator): Promise<ChosenRun> {
    const questions = await this.answers.askedInAll(tx, interview.id);
    const done = await this.runs.judged(tx, run.id);
    return { interview, run, evaluator, questions, open: questions.filter(({ position }) => !done.has(position)), hasBuiltInBehind: false };
  }

  /** What the same judge scored before is taken over when it is asked again, so that nothing is sent twice. */
  private async begin(tx: Tx, interviewId: string, { why, judge, runs, first }: { why: 'first' | 'again' | 'second'; judge: Judge; runs: readonly Run[]; first: Run | undefined }): Promise<Run> {
    const before = why === 'again' ? runs.findLast((run) => run.state === 'not_scored' && isSameJudge(run, judge)) : first;
    const run = await this.runs.begin(tx, interviewId, why, judge, before?.id ?? null);
    if (before && why === 'again') await this.runs.copyScores(tx, before.id, run.id, `state <> 'not_scored'`);
    return run;
  }
}

function whyNow(first: Run | undefined, runs: readonly Run[]): 'first' | 'again' | 'second' {
  if (first) return 'second';
  return runs.some(({ endedAt }) => endedAt !== null) ? 'again' : 'first';
}
