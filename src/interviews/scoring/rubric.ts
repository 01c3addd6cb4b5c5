import { exact, type ExactScore, weightedMean } from './exact-score.js';

export { approximately, asDecimal, type ExactScore, isAbove, isBelow, readScore, showScore, writeScore } from './exact-score.js';

export const CRITERIA = ['relevance', 'specificity', 'structure', 'reasoning', 'clarity'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** How each criterion is called, and what it asks of an answer. */
export const CRITERION_WORDS: Readonly<Record<Criterion, { readonly title: string; readonly asks: string }>> = {
  relevance: { title: 'Relevance', asks: 'Which of the points this question asks for does the answer make?' },
  specificity: { title: 'Specificity', asks: 'Does it name numbers, tools, people and outcomes instead of generalities?' },
  structure: { title: 'Structure', asks: 'Can people follow it: situation, task, action and result of a story; claim, reason, example and trade-off of an opinion?' },
  reasoning: { title: 'Reasoning', asks: 'Does it say what the speaker did, why, and what was weighed against it?' },
  clarity: { title: 'Clarity', asks: 'Are the sentences of a fair length, without repetition and hedging?' },
};

/** The five integers of one answer, each from 0 to 100. */
export type CriterionScores = Readonly<Record<Criterion, number>>;

/** Rubric vv-1: what each criterion weighs, in percent. A changed weight is a new rubric with a new id. */
export const RUBRIC = {
  id: 'vv-1',
  weights: { relevance: 35, specificity: 25, structure: 20, reasoning: 10, clarity: 10 },
} as const satisfies { id: string; weights: Record<Criterion, number> };

/** What a skipped question counts. */
export const SKIPPED: ExactScore = exact(0n);

/** Score of one answer, 0 to 10, from its five integers. Throws a RangeError when one is no integer from 0 to 100. */
export function answerScore(scores: CriterionScores): ExactScore {
  const sum = CRITERIA.reduce((total, criterion) => total + percent(scores[criterion]) * BigInt(RUBRIC.weights[criterion]), 0n);
  return exact(sum, 1000n);
}

/** Score of a competency: the plain mean of its questions' scores, null when there is none. */
export function competencyScore(questions: readonly ExactScore[]): ExactScore | null {
  if (questions.length === 0) return null;
  return weightedMean(questions.map((score) => ({ score, weight: exact(1n) })));
}

/**
 * The overall score: the weighted mean of the competencies, null when there is none. Weights are whole numbers by
 * competency id; one that is not named weighs 1.
 */
export function overallScore(
  competencies: Readonly<Record<string, ExactScore>>,
  weights: Readonly<Record<string, number>> = {},
): ExactScore | null {
  const parts = Object.entries(competencies).map(([id, score]) => ({ score, weight: exact(BigInt(weights[id] ?? 1)) }));
  if (parts.every(({ weight }) => weight.numerator === 0n)) return null;
  return weightedMean(parts);
}

function percent(score: number): bigint {
  if (!Number.isInteger(score) || score < 0 || score > 100) throw new RangeError(`${score} is not an integer from 0 to 100.`);
  return BigInt(score);
}
