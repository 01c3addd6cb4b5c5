import { type QuestionBank } from '../bank/question-bank.js';
import { type Question } from '../bank/question.js';
import { type GivenQuestion } from './given-question.js';
import { questionFrom } from './own-question.js';

/** A question as whoever invites sees it: what is asked, and what an answer is held against. Times are in seconds. */
export interface DescribedQuestion {
  /** The bank's id, or that of the organisation's own question. */
  readonly id: string;
  readonly text: string;
  readonly kind: Question['kind'];
  readonly competencies: readonly { readonly id: string; readonly title: string }[];
  readonly points: readonly string[];
  readonly anchors: Question['anchors'];
  readonly thinkSeconds: number;
  readonly answerSeconds: number;
}

/** The question with the times it is given; null when it has left the bank. */
export function givenAsked(bank: QuestionBank, given: GivenQuestion): Question | null {
  if (given.source === 'own') return questionFrom(given);
  const known = bank.question(given.questionId);
  return known && { ...known, thinkSeconds: given.thinkSeconds ?? known.thinkSeconds, answerSeconds: given.answerSeconds ?? known.answerSeconds };
}

/** What of these questions keeps them from being asked, in sentences; none when they are fit. */
export function faultsOf(bank: QuestionBank, questions: readonly GivenQuestion[], competencies: readonly string[]): string[] {
  const asked = questions.map((given) => givenAsked(bank, given));
  const isKnown = (id: string): boolean => bank.competencies.some((competency) => competency.id === id);
  const ids = questions.map(idOf);
  return [
    ...competencies.filter((id) => !isKnown(id)).map((id) => `There is no competency called “${id}”.`),
    ...competencies.filter((id) => isKnown(id) && !asked.some((question) => question?.competencies.includes(id))).map((id) => `No question asks about ${bank.competencyTitle(id)}.`),
    ...asked.flatMap((question, at) => (question ? [] : [`Question ${at + 1} is not in the question bank any more.`])),
    ...asked.flatMap((question, at) => (question?.competencies ?? []).filter((id) => !isKnown(id)).map((id) => `Question ${at + 1} is about “${id}”, which is no competency.`)),
    ...ids.flatMap((id, at) => (ids.indexOf(id) < at ? [`Question ${at + 1} is asked before, as question ${ids.indexOf(id) + 1}.`] : [])),
  ];
}

/** Each question that can be asked, in its order. */
export function describe(bank: QuestionBank, questions: readonly GivenQuestion[]): DescribedQuestion[] {
  return questions.flatMap((given) => {
    const question = givenAsked(bank, given);
    return question ? [described(bank, question)] : [];
  });
}

/** A question with names where it has ids. */
export function described(bank: QuestionBank, { id, text, kind, competencies, points, anchors, thinkSeconds, answerSeconds }: Question): DescribedQuestion {
  return { id, text, kind, competencies: competencies.map((each) => ({ id: each, title: bank.competencyTitle(each) })), points: points.map((point) => point.text), anchors, thinkSeconds, answerSeconds };
}

function idOf(given: GivenQuestion): string {
  return given.source === 'own' ? given.id : given.questionId;
}
