import { type Question, type QuestionKind } from '../bank/question.js';
import { freshText } from './fresh-text.js';
import { profileOf, type QuestionProfile, type Telling } from './question-profile.js';
import { overlapOf } from './relevance.js';

/** Raw overlap of a question's own samples: where off the point and good lie for it, and thin between them. */
export interface Samples {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly off: number;
  readonly good: number;
  /** Where answers to other questions lie on their own, which anybody can measure. */
  readonly strange: number;
  /** Thin and off-the-point samples on the question's own scale, where `off` is 0 and `good` is 1. */
  readonly thin: readonly number[];
  readonly astray: readonly number[];
}

/** Turns raw overlap into the relevance criterion of one question. */
export type Calibration = (raw: number) => number;

/**
 * Ranking carries from one question to another, the threshold does not: each question is measured on its own samples. Without
 * `withModels` nothing is looked for but its points, as if nobody had written a model answer.
 */
export function samplesOf(question: Question, strangers: readonly string[], telling: Telling, withModels = true): Samples {
  const known = (models: readonly string[]): readonly string[] => (withModels ? models : []);
  const whole = profileOf(question, known(question.modelAnswers), telling);
  const models = question.modelAnswers.flatMap((model, left) => {
    const others = question.modelAnswers.filter((_, index) => index !== left);
    return raws(question, [model], withModels ? profileOf(question, others, telling) : whole);
  });
  const strange = raws(question, strangers, whole);
  const astray = [...raws(question, question.weakAnswers.offPoint, whole), ...strange];
  const off = mean(astray);
  // Two samples that nearly coincide would blow up every difference between them.
  const good = Math.max(mean(models), off + 0.1);
  const scaled = (measured: readonly number[]): number[] => measured.map((raw) => (raw - off) / (good - off));
  return { id: question.id, kind: question.kind, off, good, strange: mean(strange), thin: scaled(raws(question, question.weakAnswers.thin, whole)), astray: scaled(astray) };
}

/** The scale of a question without samples: where strangers lie for it, and from there as far up as for its kin. */
export function borrowedSamples(question: Question, strangers: readonly string[], telling: Telling, kin: readonly Samples[]): Samples {
  const strange = mean(raws(question, strangers, profileOf(question, question.modelAnswers, telling)));
  const off = strange + mean(kin.map((samples) => samples.off - samples.strange));
  return { id: question.id, kind: question.kind, off, good: off + mean(kin.map((samples) => samples.good - samples.off), 0.1), strange, thin: [], astray: [] };
}

function raws(question: Question, texts: readonly string[], profile: QuestionProfile): number[] {
  return texts.map((text) => overlapOf(freshText(text, question.text, []).sentences, profile).raw);
}

/** The monotone map of a kind of question, on this question's own scale. `pool` are the samples of its kin. */
export function calibrate(own: Samples, pool: readonly Samples[]): Calibration {
  const kin = [...pool, own];
  const astray = quantile(kin.flatMap(({ astray: values }) => values), 0.7, 0.1);
  const usual = mean(kin.flatMap((samples) => samples.thin), 0.45);
  // One thin answer says less of its question than those of all its kin.
  const thin = Math.min(0.75, Math.max(usual * 0.7 + mean(own.thin, usual) * 0.3, astray + 0.15));
  const knots: [number, number][] = [
    [astray - 0.35, 0],
    [astray, 25],
    [thin - 0.2, 43],
    [thin + 0.12, 55],
    [thin + 0.12 + (0.88 - thin) * GOOD_FROM, 81],
    [1, 90],
    [1.2, 100],
  ];
  return (raw) => Math.round(interpolate(knots, (raw - own.off) / (own.good - own.off)));
}

/** Where between thin and the model answers "good" begins: nobody speaks like a model answer. */
const GOOD_FROM = 0.27;

function interpolate(knots: readonly [number, number][], at: number): number {
  const above = knots.findIndex(([x]) => x > at);
  if (above === -1) return knots.at(-1)?.[1] ?? 0;
  const [x1, y1] = knots[above] ?? [0, 0];
  const [x0, y0] = knots[above - 1] ?? [x1 - 1, y1];
  return y0 + ((at - x0) / (x1 - x0)) * (y1 - y0);
}

function mean(values: readonly number[], otherwise = 0): number {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: readonly number[], share: number, otherwise: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? otherwise;
}
