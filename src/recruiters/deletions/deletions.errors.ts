import { AppError } from '../../kernel/index.js';

export const acknowledgementOver = (): AppError =>
  new AppError('recruiters.acknowledgement_over', 404, 'This link asks for nothing any more. If you still have a copy of somebody’s interview, please delete it.');
