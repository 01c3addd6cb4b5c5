import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Database } from '../platform/db/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { type SessionView, type SignInBody } from './accounts.dto.js';
import { emailNotVerified, wrongCredentials } from './accounts.errors.js';
import { AccountRepository } from './accounts.repository.js';
import { Passwords } from './passwords.js';
import { Reception } from './sessions/reception.js';

const QUARTER_OF_AN_HOUR = 900;

/** Signing in with a password. An unknown address costs as much time as a wrong password, and is answered alike. */
@Injectable()
export class SignIn {
  constructor(
    private readonly reception: Reception,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly db: Database,
    private readonly policy: Policy,
    private readonly limiter: RateLimiter,
  ) {}

  /** AppErrors `accounts.wrong_credentials`, `accounts.email_not_verified`, `http.too_many_requests`. */
  async begin({ email, password, staySignedIn }: SignInBody, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    const key = `sign-in:${email}`;
    await this.limiter.take({ key, limit: this.policy.values.limits.rates.signInPer15MinutesAndAccount, seconds: QUARTER_OF_AN_HOUR });
    const account = await this.accounts.findByEmail(this.db.alone, email);
    const fits = await this.passwords.fits(password, account?.passwordHash ?? null);
    if (!account?.passwordHash || !fits) throw wrongCredentials();
    if (!account.isVerified) throw emailNotVerified();
    await this.limiter.forgive(key);
    return this.reception.letIn(request, reply, { accountId: account.id, way: 'password', stays: staySignedIn, passwordHash: account.passwordHash });
  }
}
