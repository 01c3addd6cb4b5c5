/** The statuses an error of ours may carry. */
export type ErrorStatus = 400 | 401 | 402 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 502 | 503 | 507;

/** What an error may add for the client: field messages, and seconds after which to try again. */
export interface ErrorExtras {
  readonly fields?: Readonly<Record<string, string>>;
  readonly retryAfterSeconds?: number;
}

/**
 * An error with a stable code (`interviews.answer_too_long`), an HTTP status and one sentence for people:
 * what happened, what was kept, what to do. Everything else becomes an incident without detail.
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly status: ErrorStatus,
    message: string,
    readonly extras: ErrorExtras = {},
  ) {
    super(message);
    this.name = 'AppError';
  }
}

/** One answer for hidden, foreign, expired and absent things alike, so that ids tell nothing. */
export function notFound(): AppError {
  return new AppError('not_found', 404, 'There is nothing here, or it is not yours to see.');
}
