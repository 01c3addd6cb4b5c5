import { AppError } from '../../kernel/index.js';

/** A run that ended for a reason of the machinery's own. */
export class RunEnded extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'RunEnded';
  }
}

/** What may be kept and logged of an error: its code or name. Its message may hold what people wrote. */
export function nameOf(error: unknown): string {
  if (error instanceof AppError || error instanceof RunEnded) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' && /^[\w.]{1,60}$/.test(code) ? `${error.name} ${code}` : error.name;
}

/** Where an error was made, without its message. */
export function framesOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n');
}

/** The pause an error asks for, such as a provider's Retry-After. */
export function secondsToWait(error: unknown): number | undefined {
  return error instanceof AppError ? error.extras.retryAfterSeconds : undefined;
}
