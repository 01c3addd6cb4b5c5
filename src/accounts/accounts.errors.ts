import { AppError } from '../kernel/index.js';

export const tooYoung = (age: number): AppError =>
  new AppError('accounts.too_young', 422, `You must be at least ${age} to have an account here. Nothing you entered was stored.`, { fields: { age: `You must be at least ${age}.` } });

export const wrongCredentials = (): AppError =>
  new AppError('accounts.wrong_credentials', 401, 'That e-mail address and password do not belong together. Check both and try again.');

export const emailNotVerified = (): AppError =>
  new AppError('accounts.email_not_verified', 403, 'Confirm your e-mail address first: open the link in the mail we sent you, or ask for a new one.');

export const linkUsedOrExpired = (): AppError =>
  new AppError('accounts.link_used_or_expired', 422, 'This link has been used already, or it is too old. Sign in, or ask for a new mail.');

export const claimClosed = (): AppError =>
  new AppError('accounts.link_used_or_expired', 422, 'This link does not work any more. It can be used once; a new one is printed at the next start while there is no operator.');
