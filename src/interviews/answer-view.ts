import { type QuestionKind } from './bank/question.js';
import { type Given, givenView } from './replay/given.js';
import { type ScoredAnswer, scoreOf, type StoredAttempt } from './scored-answer.js';
import { CRITERIA, CRITERION_WORDS, showScore } from './scoring/rubric.js';

/** More quotes than these make a margin nobody reads; all of them stay stored. */
const MOST_QUOTES = 2;

/** How an answer and that to its follow-up came to be; null where nothing was said. */
export interface GivenInAll {
  readonly answer: Given | null;
  readonly followUp: Given | null;
}

/** A judged answer as its report shows it. Knows nothing of the server, so that a guest's browser can show one, too. */
export function answerView(answer: ScoredAnswer, given: GivenInAll) {
  const score = scoreOf(answer);
  return {
    position: answer.position,
    question: answer.question,
    kind: answer.kind as QuestionKind,
    text: answer.text,
    given: given.answer && givenView(given.answer, 0),
    followUp: answer.followUp && { ...answer.followUp, given: given.followUp && givenView(given.followUp, answer.followUp.startsAt ?? 0) },
    state: answer.state ?? ('not_scored' as const),
    message: answer.message,
    shown: score && showScore(score),
    criteria: marks(answer.criteria),
    points: [...(answer.points ?? [])],
    advice: [...(answer.advice ?? [])],
    modelOutline: [...(answer.outline ?? [])],
    attempts: answer.attempts.map(attemptView),
  };
}

/** A later attempt at a question. */
export function attemptView({ number, madeAt, text, state, message, criteria, points, advice }: StoredAttempt) {
  const score = scoreOf({ state, criteria });
  return { number, madeAt: new Date(madeAt).toISOString(), text, state, message, shown: score && showScore(score), criteria: marks(criteria), points: [...points], advice: [...advice] };
}

function marks(criteria: ScoredAnswer['criteria']) {
  if (!criteria) return [];
  return CRITERIA.map((id) => ({ id, title: CRITERION_WORDS[id].title, score: criteria[id].score, reason: criteria[id].reason, quotes: criteria[id].quotes.slice(0, MOST_QUOTES) }));
}
