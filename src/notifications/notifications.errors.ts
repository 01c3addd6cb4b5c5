import { AppError } from '../kernel/index.js';

export const unknownLink = (): AppError =>
  new AppError('notifications.unknown_link', 422, 'This link is not complete, or the account it belongs to is gone. Nothing was changed; your settings say which mails you get.');
