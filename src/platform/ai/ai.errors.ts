import { AppError } from '../../kernel/index.js';

const UNAVAILABLE = 'ai.unavailable';
const BAD_ANSWER = 'ai.bad_answer';
const DAILY_CAP = 'ai.daily_cap';

/** Without a cause: the errors of a vendor's library carry the whole request and reply, and these are logged by their code alone. */
export const unavailable = (retryAfterSeconds?: number): AppError =>
  new AppError(UNAVAILABLE, 503, 'The AI provider could not be reached. What you saved is kept. Try again later.', retryAfterSeconds === undefined ? {} : { retryAfterSeconds });

export const badAnswer = (): AppError =>
  new AppError(BAD_ANSWER, 502, 'The AI provider gave an answer that cannot be used. What you saved is kept. Try again later.');

export const dailyCap = (retryAfterSeconds: number): AppError =>
  new AppError(DAILY_CAP, 429, 'What AI may cost for one account in a day is used up. What you saved is kept. Try again after midnight (UTC), or go on without AI.', { retryAfterSeconds });

/** True for what asking an AI throws on account of the provider or the cap: `ai.unavailable`, `ai.bad_answer` or `ai.daily_cap`. */
export function isAiFault(error: unknown): error is AppError {
  return error instanceof AppError && [UNAVAILABLE, BAD_ANSWER, DAILY_CAP].includes(error.code);
}

/** True for `ai.unavailable` and `ai.daily_cap`: asking for something else will not go better now. */
export function isAway(error: AppError): boolean {
  return error.code === UNAVAILABLE || isCapped(error);
}

/** True for `ai.daily_cap`: asking another provider will not go better today. */
export function isCapped(error: AppError): boolean {
  return error.code === DAILY_CAP;
}
