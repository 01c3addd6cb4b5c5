import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Database } from '../../platform/db/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { signInAgain, wrongPassword } from '../accounts.errors.js';
import { AccountRepository } from '../accounts.repository.js';
import { Passwords } from '../passwords.js';
import { type Session } from '../sessions/session.repository.js';
import { Sessions } from '../sessions/sessions.js';

const QUARTER_OF_AN_HOUR = 900;

/** Asks again who somebody is before something that a borrowed browser should not be able to do. */
@Injectable()
export class Proof {
  constructor(
    private readonly sessions: Sessions,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /**
   * The sign-in of this browser, when it is young (the policy's `freshFor`) or comes with the right password, where people sign in with one; AppErrors
   * `accounts.sign_in_again` (403), `accounts.wrong_password` (422), `http.sign_in_first` (401).
   */
  async of(request: FastifyRequest, password?: string): Promise<Session> {
    const session = await this.sessions.mine(request);
    const shown = this.policy.values.signIn.ways.includes('password') ? password : undefined;
    if (shown === undefined && !session.isFresh) throw signInAgain();
    if (shown !== undefined && !(await this.isTheirs(session.accountId, shown))) throw wrongPassword('password');
    return session;
  }

  /** Whether this is the password of an account. AppError `http.too_many_requests` after too many wrong ones. */
  async isTheirs(accountId: string, password: string): Promise<boolean> {
    const key = `password:${accountId}`;
    await this.limiter.take({ key, limit: this.policy.values.limits.rates.signInPer15MinutesAndAccount, seconds: QUARTER_OF_AN_HOUR });
    const fits = await this.passwords.fits(password, await this.accounts.findPasswordHash(this.db.alone, accountId));
    if (fits) await this.limiter.forgive(key);
    return fits;
  }
}
