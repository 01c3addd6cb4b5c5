import { AppError } from '../../kernel/index.js';

export const nothingToCount = (): AppError =>
  new AppError('recruiters.nothing_to_count', 409, 'These questions belong to an interview that you handed in and that a program scores, while its results are there. Nothing was kept.');

export const answeredAlready = (): AppError =>
  new AppError('recruiters.survey_answered', 409, 'You have answered these questions already. To answer anew, take your consent back first; that deletes what you said.');
