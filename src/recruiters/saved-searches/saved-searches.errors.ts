import { AppError } from '../../kernel/index.js';

export const savedSearchesFull = (most: number): AppError =>
  new AppError('recruiters.saved_searches_full', 409, `You keep ${most} searches already. Delete one you no longer need, then save this one.`);
