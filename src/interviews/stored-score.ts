import { type Question } from './bank/question.js';
import { type StoredScore } from './scored-answer.js';
import { type Evaluation } from './scoring/evaluation.js';

/** The judgement of an answer, with what the bank teaches about its question. */
export function storedScore(question: Question, evaluation: Evaluation): StoredScore {
  if (evaluation.state === 'not_scored') return withoutScore(question, evaluation.message);
  const scored = evaluation.state === 'scored' ? evaluation : null;
  return {
    state: evaluation.state,
    message: null,
    criteria: scored?.criteria ?? null,
    points: question.points.map(({ id, text }) => ({ id, text, covered: scored?.points.some((point) => point.id === id && point.covered) ?? false })),
    advice: scored?.advice ?? [],
    outline: question.modelOutline,
  };
}

/** No number, for a reason that is ours; a question that has left the bank teaches nothing more. */
export function unjudged(question: Question | null, message: string): StoredScore {
  return { ...withoutScore(question, message), ourFault: true };
}

/** No number, and why. */
function withoutScore(question: Question | null, message: string): StoredScore {
  const points = question?.points.map(({ id, text }) => ({ id, text, covered: false })) ?? [];
  return { state: 'not_scored', message, criteria: null, points, advice: [], outline: question?.modelOutline ?? [] };
}
