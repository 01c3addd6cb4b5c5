import { AppError } from '../../kernel/index.js';

const UNAVAILABLE = 'ai.unavailable';
const BAD_ANSWER = 'ai.bad_answer';

/** Without a cause: the errors of a vendor's library carry the whole request and reply, and these are logged by their code alone. */
export const unavailable = (retryAfterSeconds?: number): AppError =>
  new AppError(UNAVAILABLE, 503, 'The AI provider could not be reached. What you saved is kept. Try again later.', retryAfterSeconds === undefined ? {} : { retryAfterSeconds });

export const badAnswer = (): AppError =>
  new AppError(BAD_ANSWER, 502, 'The AI provider gave an answer that cannot be used. What you saved is kept. Try again later.');

/** True for what `AiModel.askFor` throws on account of the provider: `ai.unavailable` or `ai.bad_answer`. */
export function isAiFault(error: unknown): error is AppError {
  return error instanceof AppError && (error.code === UNAVAILABLE || error.code === BAD_ANSWER);
}

/** True for `ai.unavailable`: asking for something else will not go better now. */
export function isAway(error: AppError): boolean {
  return error.code === UNAVAILABLE;
}
