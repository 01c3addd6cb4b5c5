import { type AnswerSet, type MarkedQuestion } from './answer-set.js';
import { ATTEMPTS, attemptsAt } from './attempts.js';
import { chance, shuffled } from './chance.js';
import { bestThreshold, counts, fittedLine, macroF1, mean, pearson, percentile, type Point } from './figures.js';
import { SetEvaluator } from './set-evaluator.js';

export interface Wish {
  /** Right answers of each question that become references of it, and are not judged. */
  readonly extraReferences: number;
  readonly splits: number;
  readonly seed: number;
}

interface Spread {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

export interface Figures {
  readonly evaluatorVersion: string;
  readonly questions: number;
  readonly answers: number;
  readonly references: number;
  readonly pearson: number;
  /** Threshold, or line, fitted on one half of the questions and judged on the other, both ways. */
  readonly halves: Spread;
  /** The same in ten parts, each judged by what nine say. */
  readonly tenths: Spread;
  readonly measure: 'macro-F1' | 'RMSE';
  readonly saidTwiceDiffers: number;
  readonly passing: Readonly<Record<(typeof ATTEMPTS)[number], number>> | null;
  readonly milliseconds: { readonly p50: number; readonly p95: number };
}

/** All figures of the built-in evaluator on one set. The same set, wish and code give the same figures, times aside. */
export function measureOn(set: AnswerSet, wish: Wish): Figures {
  const questions = set.questions.map((question, index) => withMoreReferences(question, set.kind, wish.extraReferences, chance(wish.seed + index)));
  const evaluator = new SetEvaluator(questions);
  const times: number[] = [];
  const measure = (index: number, text: string): number => {
    const begun = performance.now();
    const measured = evaluator.measure(index, text);
    times.push(performance.now() - begun);
    return measured;
  };
  const points = questions.map(({ answers }, index) => answers.map(({ text, mark }): Point => ({ measured: measure(index, text), mark })));
  const milliseconds = { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
  const judged = set.kind === 'graded' ? errorOf : f1Of;
  const over = (folds: number, splits: number): Spread => spread(Array.from({ length: splits }, (_, split) => judged(points, foldsOf(points.length, folds, wish.seed + split))));
  return {
    evaluatorVersion: evaluator.version,
    questions: questions.length,
    answers: points.flat().length,
    references: mean(questions.map(({ references }) => references.length)),
    pearson: pearson(points.flat()),
    halves: over(2, wish.splits),
    tenths: over(Math.min(10, points.length), Math.ceil(wish.splits / 4)),
    measure: set.kind === 'graded' ? 'RMSE' : 'macro-F1',
    saidTwiceDiffers: saidTwiceDiffers(questions, evaluator),
    passing: set.kind === 'graded' ? null : passing(questions, points, evaluator, wish),
    milliseconds,
  };
}

function withMoreReferences(question: MarkedQuestion, kind: AnswerSet['kind'], more: number, next: () => number): MarkedQuestion {
  const best = kind === 'graded' ? 5 : 1;
  const taken = new Set(shuffled(question.answers.filter(({ mark }) => mark === best), next).slice(0, more));
  return { ...question, references: [...question.references, ...Array.from(taken, ({ text }) => text)], answers: question.answers.filter((answer) => !taken.has(answer)) };
}

/** For each question the number of its fold. */
function foldsOf(questions: number, folds: number, seed: number): number[] {
  const of = Array.from({ length: questions }, () => 0);
  shuffled(of.map((_, index) => index), chance(seed)).forEach((question, at) => {
    of[question] = at % folds;
  });
  return of;
}

interface Part {
  readonly judged: readonly Point[];
  readonly others: readonly Point[];
}

function partsOf(points: readonly (readonly Point[])[], folds: readonly number[]): Part[] {
  return [...new Set(folds)].map((fold) => ({
    judged: points.filter((_, index) => folds[index] === fold).flat(),
    others: points.filter((_, index) => folds[index] !== fold).flat(),
  }));
}

function f1Of(points: readonly (readonly Point[])[], folds: readonly number[]): number {
  const all = partsOf(points, folds).map(({ judged, others }) => counts(judged, bestThreshold(others)));
  const sum = (of: 'hits' | 'falseAlarms' | 'misses' | 'rejections'): number => all.reduce((total, one) => total + one[of], 0);
  return macroF1({ hits: sum('hits'), falseAlarms: sum('falseAlarms'), misses: sum('misses'), rejections: sum('rejections') });
}

function errorOf(points: readonly (readonly Point[])[], folds: readonly number[]): number {
  const squares = partsOf(points, folds).flatMap(({ judged, others }) => {
    const line = fittedLine(others);
    return judged.map(({ measured, mark }) => (line(measured) - mark) ** 2);
  });
  return Math.sqrt(mean(squares));
}

function spread(values: readonly number[]): Spread {
  return { mean: mean(values), least: Math.min(...values), most: Math.max(...values) };
}

/** The share of answers that are worth something else when they are said twice. */
function saidTwiceDiffers(questions: readonly MarkedQuestion[], evaluator: SetEvaluator): number {
  const differs = questions.flatMap(({ answers }, index) => answers.map(({ text }) => (evaluator.measure(index, text) === evaluator.measure(index, `${text}\n\n${text}`) ? 0 : 1)));
  return mean(differs);
}

/** The share of each kind of attempt that passes, by the threshold of the half that does not hold its question. */
function passing(questions: readonly MarkedQuestion[], points: readonly (readonly Point[])[], evaluator: SetEvaluator, { seed }: Wish): Figures['passing'] {
  const folds = foldsOf(points.length, 2, seed);
  const thresholds = [0, 1].map((fold) => bestThreshold(points.filter((_, index) => folds[index] !== fold).flat()));
  const passes: Record<(typeof ATTEMPTS)[number], number[]> = { echo: [], keywords: [], offTopic: [], otherLanguage: [], scrambled: [], plantedNot: [] };
  questions.forEach((_, index) => {
    const attempts = attemptsAt(questions, index, chance(seed + index));
    const threshold = thresholds[folds[index] ?? 0] ?? 0;
    for (const kind of ATTEMPTS) passes[kind].push(...attempts[kind].map((text) => (evaluator.measure(index, text) > threshold ? 1 : 0)));
  });
  return Object.fromEntries(ATTEMPTS.map((kind) => [kind, mean(passes[kind])])) as Record<(typeof ATTEMPTS)[number], number>;
}
