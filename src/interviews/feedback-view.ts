import { type Question } from './bank/question.js';
import { scoreOf, type StoredScore } from './scored-answer.js';
import { CRITERIA, CRITERION_WORDS, showScore } from './scoring/rubric.js';

/** What a judgement says while an answer can still be changed. Knows nothing of the server, so that a guest's browser can coach, too. */
export function feedbackView({ state, message, criteria, points, advice }: StoredScore) {
  const shown = scoreOf({ state, criteria });
  return {
    state: state === 'scored' ? state : ('not_scored' as const),
    message,
    shown: shown && showScore(shown),
    criteria: criteria ? CRITERIA.map((criterion) => ({ id: criterion, title: CRITERION_WORDS[criterion].title, score: criteria[criterion].score, reason: criteria[criterion].reason })) : [],
    points: [...points],
    advice: [...advice],
  };
}

/** The first point that an answer does not make, as a gentle cue; null when it makes them all. */
export function hintFrom(points: StoredScore['points']): string | null {
  const missing = points.find(({ covered }) => !covered);
  return missing ? `Think of this, too: ${missing.text}.` : null;
}

/** A judgement with its weightiest points first. */
export function weightiestFirst(question: Question | null, score: StoredScore): StoredScore {
  const weight = new Map(question?.points.map((point) => [point.id, point.weight]));
  return { ...score, points: [...score.points].sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0)) };
}
