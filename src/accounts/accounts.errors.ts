import { AppError } from '../kernel/index.js';

export const tooYoung = (age: number): AppError =>
  new AppError('accounts.too_young', 422, `You must be at least ${age} to have an account here. Nothing you entered was stored.`, { fields: { age: `You must be at least ${age}.` } });

export const wrongCredentials = (): AppError =>
  new AppError('accounts.wrong_credentials', 401, 'That e-mail address and password do not belong together. Check both and try again.');

export const wayNotOffered = (way: 'password' | 'link'): AppError =>
  new AppError('accounts.way_not_offered', 403, `Nobody signs in ${way === 'password' ? 'with a password' : 'by a mailed link'} here. Choose one of the ways on the page to sign in. Nothing was changed.`);

export const lastWayIn = (): AppError =>
  new AppError('accounts.last_way_in', 409, 'This is the only way left into your account, so it stays. To be rid of it, delete your account.');

export const emailNotVerified = (): AppError =>
  new AppError('accounts.email_not_verified', 403, 'Confirm your e-mail address first: open the link in the mail we sent you, or ask for a new one.');

export const linkUsedOrExpired = (): AppError =>
  new AppError('accounts.link_used_or_expired', 422, 'This link has been used already, or it is too old. Sign in, or ask for a new mail.');

export const linkOfOtherBrowser = (): AppError =>
  new AppError('accounts.link_other_browser', 422, 'This link was asked for in another browser, and works there only. Go back to that browser and type the code from the mail. Nothing was used up.');

export const claimClosed = (): AppError =>
  new AppError('accounts.link_used_or_expired', 422, 'This link does not work any more. It can be used once; a new one is printed at the next start while there is no operator.');

export const wrongCode = (): AppError =>
  new AppError('accounts.wrong_code', 422, 'That code is not right, was used already, or is too old.', { fields: { code: 'Check the code, or ask for a new one.' } });

export const wrongPassword = (field: 'password' | 'current'): AppError =>
  new AppError('accounts.wrong_password', 422, 'That is not your password. Nothing was changed.', { fields: { [field]: 'That is not your password.' } });

export const wrongPasswordForConfirmation = (): AppError =>
  new AppError('accounts.wrong_password_for_confirmation', 422, 'That is not the password this account was made with. If you did not choose a password here, sign in by a mailed link instead. Nothing was changed.', {
    fields: { password: 'That is not the password this account was made with. If you did not choose a password here, sign in by a mailed link instead.' },
  });

export const signInFirst = (): AppError => new AppError('http.sign_in_first', 401, 'Sign in first, then try again.');

export const signInExpired = (): AppError =>
  new AppError('accounts.sign_in_expired', 401, 'This took too long. Begin again with your password or a link.');

export const signInAgain = (): AppError =>
  new AppError('accounts.sign_in_again', 403, 'Show that it is you: enter your password, or sign in again. Nothing was changed.');

export const sameEmail = (): AppError =>
  new AppError('accounts.same_email', 422, 'That is your address already. Nothing was changed.', { fields: { email: 'That is your address already.' } });

export const secondFactorOn = (): AppError =>
  new AppError('accounts.second_factor_on', 409, 'You have a second factor already. Turn it off first to set up another.');

export const providerUnavailable = (name: string): AppError =>
  new AppError('accounts.provider_unavailable', 503, `${name} does not answer. Try again in a minute, or sign in another way.`, { retryAfterSeconds: 60 });

export const passwordTooLong = (bytes: number): AppError =>
  new AppError('accounts.password_too_long', 422, 'That password is too long. Nothing was stored.', { fields: { password: `Use at most ${bytes} bytes (${bytes} plain letters, fewer with accents or emoji): what comes after would not be checked.` } });

export const passwordTooShort = (characters: number): AppError =>
  new AppError('accounts.password_too_short', 422, 'That password is too short. Nothing was stored.', { fields: { password: `Use at least ${characters} characters. Three words in a row are easy to remember.` } });

/** `accounts.no_picture`. */
export function noPicture(): AppError {
  return new AppError('accounts.no_picture', 404, 'You have no picture here.');
}
