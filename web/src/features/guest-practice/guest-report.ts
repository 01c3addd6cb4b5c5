import { answerView } from '../../../../src/interviews/answer-view.js';
import { type QuestionBank } from '../../../../src/interviews/bank/question-bank.js';
import { competencyViews, overallView } from '../../../../src/interviews/report-scores.js';
import { saidInAll } from '../../../../src/interviews/said.js';
import { overallOf, type ScoredAnswer } from '../../../../src/interviews/scored-answer.js';
import { type BuiltInEvaluator } from '../../../../src/interviews/scoring/built-in-evaluator.js';
import { RUBRIC } from '../../../../src/interviews/scoring/rubric.js';
import { storedScore } from '../../../../src/interviews/stored-score.js';
import { type Report } from '../../api/schema.js';
import { asked } from './asked.js';
import { type GuestAnswer, type GuestQuestion, type Replies, type Request } from './examiner-words.js';

/** The report of an interview, computed as the server computes it; the server never learns of it. */
export function guestReport(bank: QuestionBank, evaluator: BuiltInEvaluator, { plan, answers, scoreAbove }: Extract<Request, { kind: 'report' }>): Replies['report'] {
  const at = (position: number): GuestAnswer | null => answers.find((answer) => answer.position === position && answer.text.trim() !== '') ?? null;
  const asks = plan.questions.filter(({ follows }) => follows === null).map((question) => {
    const followUp = plan.questions.find(({ follows }) => follows === question.position) ?? null;
    const given = { answer: at(question.position), followUp: followUp && at(followUp.position) };
    return { question, followUp, given, ...saidInAll(given.answer?.text ?? '', given.followUp?.text ?? null) };
  });
  const scored = asks.map(({ question, followUp, given, text, startsAt }, index): ScoredAnswer => {
    const known = asked(bank, question.questionId);
    const score = storedScore(known, evaluator.evaluate({ question: known, answer: text, earlierAnswers: asks.slice(0, index).map((before) => before.text) }));
    return { ...score, position: question.position, question: known.text, kind: known.kind, competencies: known.competencies, text, followUp: followUp && { ...taken(followUp, given.answer), startsAt }, attempts: [] };
  });
  return {
    roleTitle: plan.roleTitle, levelTitle: plan.levelTitle, goals: null,
    evaluator: { name: evaluator.name, version: evaluator.version, builtIn: true }, rubric: { id: RUBRIC.id }, second: null, review: null,
    overall: overallView(overallOf(scored), scoreAbove), competencies: competencyViews(bank, scored),
    answers: scored.map((answer, index): Report['answers'][number] => answerView(answer, asks[index]?.given ?? { answer: null, followUp: null })),
  };
}

/** The words it took up stand in the answer no longer once that was changed. */
const taken = ({ text, takesUp }: GuestQuestion, answer: GuestAnswer | null) => ({ question: text, takesUp: takesUp !== null && answer?.text.includes(takesUp) === true ? takesUp : null });
