import { type AskedQuestion } from '../answers.repository.js';
import { type Question } from '../bank/question.js';
import { type QuestionBank } from '../bank/question-bank.js';
import { questionFrom } from './own-question.js';

/** What an answer to a question that was asked is judged by: whoever invited wrote it, or the bank has it; null when it has left the bank. */
export function questionOf(bank: QuestionBank, { questionId, own }: Pick<AskedQuestion, 'questionId' | 'own'>): Question | null {
  return own ? questionFrom(own) : bank.question(questionId);
}
