import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Database } from '../platform/db/index.js';
import { type SessionView, type SignInBody } from './accounts.dto.js';
import { emailNotVerified, wrongCredentials } from './accounts.errors.js';
import { AccountRepository } from './accounts.repository.js';
import { PasswordTries } from './password-tries.js';
import { Passwords } from './passwords.js';
import { Reception } from './sessions/reception.js';
import { SignInWays } from './sign-in-ways.js';

/** Signing in with a password. An unknown address costs as much time as a wrong password, and is answered alike. */
@Injectable()
export class SignIn {
  constructor(
    private readonly reception: Reception,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly db: Database,
    private readonly tries: PasswordTries,
    private readonly ways: SignInWays,
  ) {}

  /** AppErrors `accounts.way_not_offered`, `accounts.wrong_credentials`, `accounts.email_not_verified`, `http.too_many_requests`. */
  async begin({ email, password, staySignedIn }: SignInBody, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    this.ways.mustOffer('password');
    const key = `sign-in:${email}`;
    await this.tries.take(key, request.ip);
    const account = await this.accounts.findByEmail(this.db.alone, email);
    const fits = await this.passwords.fits(password, account?.passwordHash ?? null);
    if (!account?.passwordHash || !fits) throw wrongCredentials();
    if (!account.isVerified) throw emailNotVerified();
    await this.tries.forgive(key, request.ip);
    return this.reception.letIn(request, reply, { accountId: account.id, way: 'password', stays: staySignedIn, passwordHash: account.passwordHash });
  }
}
