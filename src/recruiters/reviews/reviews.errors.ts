import { AppError } from '../../kernel/index.js';

export const marksMissing = (positions: readonly number[]): AppError =>
  new AppError('recruiters.marks_missing', 422, `Give every answer a mark first: ${positions.join(', ')} ${positions.length === 1 ? 'has' : 'have'} none. Your draft is kept as it was saved.`, {
    fields: { marks: 'Give every answer a mark.' },
  });

export const noSuchAnswer = (): AppError =>
  new AppError('recruiters.no_such_answer', 422, 'One of these marks is for a question that was not asked. Nothing was saved.', { fields: { marks: 'Mark the questions that were asked.' } });

export const rateFirst = (): AppError =>
  new AppError('recruiters.rate_first', 409, 'Submit your own ratings first: this template keeps the scores of others from you until then. Nothing was changed.');
