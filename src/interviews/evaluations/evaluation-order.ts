import { type Evaluator } from '../scoring/evaluation.js';
import { RUBRIC } from '../scoring/rubric.js';
import { isByAi, isSameJudge, type Judge, type Run } from './run.js';

/** As runs are marked with it: today's rubric, too. */
export function judgeOf({ name, version }: Evaluator): Judge {
  return { evaluator: name, evaluatorVersion: version, rubric: RUBRIC.id };
}

/** Another AI evaluator if there is one, else the same once more; never the built-in one, which says the same each time. */
export function forSecond(order: readonly Evaluator[], first: Run): Evaluator[] {
  const byAi = order.filter(({ name }) => isByAi(name));
  return [...byAi.filter(({ name }) => name !== first.evaluator), ...byAi.filter(({ name }) => name === first.evaluator)];
}

/** The first of those that were away the least often. */
export function nextOf(order: readonly Evaluator[], unfinished: readonly Run[]): Evaluator | undefined {
  const tries = (evaluator: Evaluator): number => unfinished.find((run) => isSameJudge(run, judgeOf(evaluator)))?.tries ?? 0;
  const least = Math.min(...order.map(tries));
  return order.find((evaluator) => tries(evaluator) === least);
}
