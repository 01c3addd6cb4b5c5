import { Injectable } from '@nestjs/common';
import { AuditLog } from '../platform/audit/index.js';
import { Database } from '../platform/db/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { type SignUpBody } from './accounts.dto.js';
import { linkUsedOrExpired, tooYoung } from './accounts.errors.js';
import { AccountRepository } from './accounts.repository.js';
import { checkPassword, Identity, isRefusal } from './identity.js';

const HOUR = 3600;

/** From the first form to a confirmed address. Known and unknown addresses get the same answers. */
@Injectable()
export class SignUp {
  constructor(
    private readonly identity: Identity,
    private readonly accounts: AccountRepository,
    private readonly db: Database,
    private readonly policy: Policy,
    private readonly audit: AuditLog,
    private readonly limiter: RateLimiter,
  ) {}

  /** Checks age and password before anything is stored; then writes identity and account and sends the mail. */
  async begin({ name, email, password, age }: SignUpBody, address: string): Promise<void> {
    const { ages, limits } = this.policy.values;
    if (age < ages.account) throw tooYoung(ages.account);
    checkPassword(password);
    await this.limiter.take({ key: `sign-up:${address}`, limit: limits.rates.signUpPerHourAndAddress, seconds: HOUR });
    const id = await this.write({ name, email, password });
    if (!id) return;
    const isNew = await this.db.transaction(async (tx) => {
      const inserted = await this.accounts.insert(tx, id, age >= ages.adult ? ages.adult : ages.account);
      if (inserted) {
        await this.audit.append(tx, { actor: { kind: 'account', id }, action: 'accounts.signed_up', subject: { kind: 'account', id } });
      }
      return inserted;
    });
    // The mail goes out last: a link to an account that is not there would be a dead end.
    if (isNew) await this.identity.auth.api.sendVerificationEmail({ body: { email } });
  }

  /** Sends the mail again when there is something to confirm; says nothing about whether there is. */
  async sendAgain(email: string): Promise<void> {
    await this.limiter.take({ key: `verification:${email}`, limit: this.policy.values.limits.rates.verificationMailsPerHour, seconds: HOUR });
    await this.identity.auth.api.sendVerificationEmail({ body: { email } });
  }

  /** The id of the identity, or an invented one for a known address; null when another sign-up with it was quicker by a moment. */
  private async write(body: { name: string; email: string; password: string }): Promise<string | null> {
    try {
      return (await this.identity.auth.api.signUpEmail({ body })).user.id;
    } catch (error) {
      if (isRefusal(error, 'FAILED_TO_CREATE_USER') && (await this.accounts.hasIdentity(this.db.alone, body.email))) return null;
      throw error;
    }
  }

  /** Confirms the address that the token was mailed to; AppError `accounts.link_used_or_expired`. */
  async confirm(token: string): Promise<void> {
    try {
      await this.identity.auth.api.verifyEmail({ query: { token } });
    } catch (error) {
      if (isRefusal(error)) throw linkUsedOrExpired();
      throw error;
    }
  }
}
