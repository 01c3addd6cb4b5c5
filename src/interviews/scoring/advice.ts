import { type Question } from '../bank/question.js';
import { type CriterionResult, type PointResult } from './evaluation.js';
import { CRITERIA, type Criterion } from './rubric.js';

const NEXT_TIME: Readonly<Record<Criterion, string>> = {
  relevance: 'Answer the question that was asked before you add anything else.',
  specificity: 'Add a number, the name of a tool or a person, and what came of it.',
  structure: 'Give your answer an order people can follow.',
  reasoning: 'Say what you did yourself, why, and what you decided against.',
  clarity: 'Use shorter sentences, and leave out "maybe" and "sort of".',
};

const ORDER: Readonly<Record<Question['kind'], string>> = {
  behavioural: 'Tell it in order: the situation, your task, what you did, what came of it.',
  situational: 'Say what you would do first, then next, and why.',
  technical: 'Make your claim, then give a reason, an example and a trade-off.',
  motivation: 'Say what draws you, why, one example, and where you want to go.',
};

/** At most four short sentences: the weightiest points that were missing, then the weakest criteria. */
export function adviceFor(
  question: Question,
  criteria: Readonly<Record<Criterion, CriterionResult>>,
  points: readonly PointResult[],
): string[] {
  const covered = new Set(points.filter((point) => point.covered).map(({ id }) => id));
  const missing = question.points.filter(({ id }) => !covered.has(id)).sort((a, b) => b.weight - a.weight);
  const weak = CRITERIA.filter((criterion) => criterion !== 'relevance' && criteria[criterion].score < 70);
  const weakest = [...weak].sort((a, b) => criteria[a].score - criteria[b].score).slice(0, 2);
  return [
    ...(criteria.relevance.score <= 30 ? [NEXT_TIME.relevance] : []),
    ...missing.slice(0, 2).map(({ text }) => `Next time, ${text}.`),
    ...weakest.map((criterion) => (criterion === 'structure' ? ORDER[question.kind] : NEXT_TIME[criterion])),
  ].slice(0, 4);
}
