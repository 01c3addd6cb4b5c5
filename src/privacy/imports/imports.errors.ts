import { AppError } from '../../kernel/index.js';

export const copyUnreadable = (): AppError =>
  new AppError('privacy.copy_unreadable', 422, 'This is not a copy of somebody’s data as the privacy centre makes it. Nothing was brought in.');

export const copyOutdated = (): AppError =>
  new AppError('privacy.copy_outdated', 422, 'This copy was made by another version of Viva Voce and cannot be read by this one. Have a new copy made there. Nothing was brought in.');

export const copyChanged = (path: string): AppError =>
  new AppError('privacy.copy_changed', 422, `This copy is not as it was made: ${path} was changed, is missing, or was added. Nothing was brought in.`);

export const copyTooLarge = (): AppError =>
  new AppError('privacy.copy_too_large', 413, 'More comes out of this copy than a copy of one person’s data holds. Nothing was brought in.');
