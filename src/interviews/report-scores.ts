import { competenciesNamedIn } from './bank/goals.js';
import { type QuestionBank } from './bank/question-bank.js';
import { competencyScores, type Judged, leftOut } from './scored-answer.js';
import { approximately, type ExactScore, isAbove, showScore } from './scoring/rubric.js';

const LEFT_OUT = 'You left the question about this without an answer. It counts as 0.';

/** The numbers of a report as it shows them. Knows nothing of the server, so that a guest's browser can show a report, too. */
export function overallView(score: ExactScore | null, scoreAbove: string) {
  return score && { shown: showScore(score, scoreAbove), aboveThreshold: isAbove(score, scoreAbove) };
}

/** Every competency that was asked about, with the sentence that describes its score. */
export function competencyViews(bank: QuestionBank, answers: readonly Judged[]) {
  const skipped = leftOut(answers);
  return Object.entries(competencyScores(answers)).map(([id, score]) => {
    const competency = bank.competencies.find((known) => known.id === id);
    const anchor = skipped.has(id) ? LEFT_OUT : competency?.anchors?.[anchorFor(score)] ?? '';
    return { id, title: bank.competencyTitle(id), shown: showScore(score), value: approximately(score), anchor };
  });
}

/** What the goals speak of, with the score of each where a question was about it, and what strong looks like. */
export function goalsView(bank: QuestionBank, text: string | null, answers: readonly Judged[]) {
  if (text === null) return null;
  const scores = competencyScores(answers);
  const about = competenciesNamedIn(bank, text).map((id) => {
    const score = scores[id];
    const next = bank.competencies.find((known) => known.id === id)?.anchors?.[5] ?? '';
    return { id, title: bank.competencyTitle(id), shown: score ? showScore(score) : null, next };
  });
  return { text, about };
}

function anchorFor(score: ExactScore): 1 | 3 | 5 {
  if (isAbove(score, '7.5')) return 5;
  return isAbove(score, '4') ? 3 : 1;
}
