import { type QuestionBank } from '../../../../src/interviews/bank/question-bank.js';
import { type Question } from '../../../../src/interviews/bank/question.js';

/** Questions that were handed to this page, in place of those of the bank. */
const handed = new Map<string, Question>();

export const remember = (question: Question): void => void handed.set(question.id, question);

/** A question that was asked in this page, so it is known here. */
export function asked(bank: QuestionBank, questionId: string): Question {
  const question = handed.get(questionId) ?? bank.question(questionId);
  if (!question) throw new Error(`There is no question ${questionId}.`);
  return question;
}
