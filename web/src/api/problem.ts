/** Codes a screen treats in its own way; every other code speaks through the server's own sentence. */
export const problemCodes = [
  'http.invalid_body', 'http.too_many_requests', 'http.sign_in_first', 'http.not_for_your_role', 'not_found', 'service.unavailable',
  'accounts.too_young', 'accounts.wrong_credentials', 'accounts.email_not_verified', 'accounts.wrong_password_for_confirmation', 'accounts.link_used_or_expired',
  'accounts.password_too_long', 'accounts.password_too_short', 'accounts.wrong_code', 'accounts.wrong_password', 'accounts.same_email',
  'accounts.sign_in_again', 'accounts.sign_in_expired', 'accounts.link_other_browser', 'interviews.answer_changed_elsewhere', 'interviews.answer_too_long', 'interviews.already_submitted', 'interviews.transcript_missing', 'interviews.no_retakes_left', 'interviews.deadline_over',
  'consent.required', 'interviews.unknown_role', 'interviews.review_not_open', 'interviews.review_decided', 'recruiters.invitation_over', 'recruiters.client_link_over', 'recruiters.acknowledgement_over', 'privacy.link_used_or_expired', 'recruiters.has_organisation', 'recruiters.no_organisation',
  'recruiters.template_changed_elsewhere', 'recruiters.template_has_no_draft', 'recruiters.template_not_ready',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  status: number;
  code: string;
  /** A sentence for people. */
  detail: string;
  fields: Record<string, string>;
  /** The number under which the operator finds an unexpected fault. */
  incident: string | null;
  retryAfterSeconds: number | null;
}

/** The server understood and said no, with a reason that can be shown. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** The request never arrived, or its answer did not come back. */
export class NoConnectionError extends Error {
  constructor(cause?: unknown) {
    super('No connection to the server.', { cause });
    this.name = 'NoConnectionError';
  }
}

export function isProblem(error: unknown, ...codes: ProblemCode[]): error is ProblemError {
  return error instanceof ProblemError && (codes.length === 0 || codes.some((code) => code === error.problem.code));
}

/** Absent, expired and not yours look the same, on purpose. */
export function isAbsent(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 404;
}

/** Reads an `application/problem+json` body; one that is none still becomes a sentence. */
export function readProblem(status: number, body: unknown, retryAfter: string | null): Problem {
  const said = isRecord(body) ? body : {};
  const seconds = typeof said.retryAfterSeconds === 'number' ? said.retryAfterSeconds : Number(retryAfter ?? Number.NaN);
  return {
    status,
    code: typeof said.code === 'string' ? said.code : `http.${status}`,
    detail: typeof said.detail === 'string' ? said.detail : 'The server could not do this. Try it again in a moment.',
    fields: isRecord(said.fields) ? sentences(said.fields) : {},
    incident: typeof said.incident === 'string' ? said.incident : null,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  };
}

/** What happened, what was kept and what to do, in a sentence. */
export function sentenceFor(error: unknown): string {
  if (error instanceof NoConnectionError) return 'There is no connection to the server. Check your network and try again.';
  if (!(error instanceof ProblemError)) return 'Something went wrong in this page. Load it again.';
  const { problem } = error;
  return ownWords(problem) ?? problem.detail;
}

function ownWords({ code, retryAfterSeconds }: Problem): string | null {
  switch (code) {
    case 'http.sign_in_first':
      return 'You are signed out. Sign in again to go on.';
    case 'http.too_many_requests':
      return `That was tried too often. Try again ${inWords(retryAfterSeconds)}.`;
    case 'service.unavailable':
      return 'The server cannot answer right now. Nothing you saved is lost. Try again in a minute.';
    default:
      return null;
  }
}

function inWords(seconds: number | null): string {
  if (seconds === null) return 'in a few minutes';
  if (seconds < 60) return `in ${Math.max(1, Math.ceil(seconds))} ${seconds <= 1 ? 'second' : 'seconds'}`;
  const minutes = Math.ceil(seconds / 60);
  return `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

function sentences(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
