import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import bcrypt from 'bcrypt';
import { AppError, Turnstile } from '../kernel/index.js';
import { passwordTooLong, passwordTooShort } from './accounts.errors.js';

/** OWASP's floor for bcrypt is 10; 12 takes about a quarter of a second and is what our promise says. */
const BCRYPT_COST = 12;
/** bcrypt reads 72 bytes and ignores the rest; we refuse longer ones instead of pretending to check them. */
export const PASSWORD_BYTES = 72;
export const PASSWORD_CHARACTERS = 12;
/** What a password is held against when there is none, so that an unknown address costs the same time. It fits nothing. */
const NOBODY = '$2b$12$HuQ44IIWu6LsIO/306yFN./48k.eajgjJrilI0HOmz9aUxWLWz0IC';

/** Hashes and checks passwords, a few at a time: a hash keeps a processor busy for a quarter of a second. */
@Injectable()
export class Passwords {
  private readonly turnstile = new Turnstile({ inside: Math.max(1, Math.min(3, availableParallelism() - 1)), waiting: 100, milliseconds: 10_000 });

  /** AppError `accounts.password_too_long` or `accounts.password_too_short` (422). */
  check(password: string): void {
    if (Buffer.byteLength(password) > PASSWORD_BYTES) throw passwordTooLong(PASSWORD_BYTES);
    if (password.length < PASSWORD_CHARACTERS) throw passwordTooShort(PASSWORD_CHARACTERS);
  }

  /** AppError `service.unavailable` (503) when too many wait. */
  hash(password: string): Promise<string> {
    return this.turnstile.pass(() => bcrypt.hash(password, BCRYPT_COST), tooBusy);
  }

  /** True when this password made that hash; takes as long when there is no hash. AppError `service.unavailable` (503). */
  async fits(password: string, hash: string | null): Promise<boolean> {
    const fits = await this.turnstile.pass(() => bcrypt.compare(password, hash ?? NOBODY), tooBusy);
    return fits && hash !== null && Buffer.byteLength(password) <= PASSWORD_BYTES;
  }
}

function tooBusy(): AppError {
  return new AppError('service.unavailable', 503, 'Too many people sign in at this moment. Nothing is lost. Try again in a few seconds.', { retryAfterSeconds: 5 });
}
