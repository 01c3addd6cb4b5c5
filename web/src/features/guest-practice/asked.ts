import { type QuestionBank } from '../../../../src/interviews/bank/question-bank.js';
import { type Question } from '../../../../src/interviews/bank/question.js';

/** A question that was asked in this page, so it is in the bank. */
export function asked(bank: QuestionBank, questionId: string): Question {
  const question = bank.question(questionId);
  if (!question) throw new Error(`There is no question ${questionId}.`);
  return question;
}
