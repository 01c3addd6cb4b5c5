import { AppError } from '../../kernel/index.js';

export const nobodyToCopy = (): AppError =>
  new AppError('recruiters.nobody_to_copy', 409, 'The results of these people can no longer be read. No file was made.');
