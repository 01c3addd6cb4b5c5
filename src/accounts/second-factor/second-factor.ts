import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type Actor, RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { keyedHash, keyFor, seal, unseal } from '../../platform/keys/index.js';
import { newCode, readCode } from '../typed-code.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { matchingStep, newTotpSecret } from './totp.js';

const QUARTER_OF_AN_HOUR = 900;
const DAY = 86_400;
const RECOVERY_CODES = 10;
/** 12 characters of 4.9 bits: nobody tries them all. */
const RECOVERY_GROUPS = 3;

/** The secret an account shares with an authenticator app, and the codes for the day the app is lost. */
@Injectable()
export class SecondFactor {
  private readonly secretKey: Buffer;
  private readonly codeKey: Buffer;

  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    { settings }: Config,
  ) {
    this.secretKey = keyFor(settings.SECRET, 'second factors');
    this.codeKey = keyFor(settings.SECRET, 'recovery codes');
  }

  /** Those of these roles that open nothing without a second factor. */
  asksFor(roles: Actor['roles']): Actor['roles'] {
    return roles.filter((role) => this.policy.values.secondFactor.requiredFor.includes(role));
  }

  async state(tx: Tx, accountId: string): Promise<{ since: Date | null; recoveryCodesLeft: number }> {
    const row = await this.factors.find(tx, accountId);
    return { since: row?.confirmedAt ?? null, recoveryCodesLeft: row?.recoveryCodesLeft ?? 0 };
  }

  /** Counts a try; AppError `http.too_many_requests`. Every check of a code is behind it. Those of a day are never forgiven: a guesser must not gain tries from the owner's own codes. */
  async countTry(accountId: string): Promise<void> {
    const { codesPer15MinutesAndAccount, codesPerDayAndAccount } = this.policy.values.limits.rates;
    await this.limiter.take({ key: keyOf(accountId), limit: codesPer15MinutesAndAccount, seconds: QUARTER_OF_AN_HOUR });
    await this.limiter.take({ key: `${keyOf(accountId)}:day`, limit: codesPerDayAndAccount, seconds: DAY });
  }

  /** After a code that was right. */
  async forgiveTries(accountId: string): Promise<void> {
    await this.limiter.forgive(keyOf(accountId));
  }

  /** A fresh secret that counts once it is confirmed; null when a confirmed one is there. */
  async begin(tx: Tx, accountId: string): Promise<string | null> {
    const secret = newTotpSecret();
    return (await this.factors.begin(tx, accountId, seal(this.secretKey, secret))) ? secret : null;
  }

  /** True when the code is the app's at this moment and confirms the secret it was made from. */
  async confirm(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const factor = await this.factors.lock(tx, accountId);
    if (!factor || factor.confirmedAt !== null || !(await this.takeAppCode(tx, accountId, factor, code))) return false;
    await this.factors.confirm(tx, accountId);
    return true;
  }

  /** True when the code is the app's, or one for recovery; it is used up by that. */
  async take(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const factor = await this.factors.lock(tx, accountId);
    if (!factor || factor.confirmedAt === null) return false;
    if (await this.takeAppCode(tx, accountId, factor, code)) return true;
    return this.factors.takeRecoveryCode(tx, accountId, this.hashOf(code));
  }

  /** Fresh codes in place of those before; they are shown once. */
  async newRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => newCode(RECOVERY_GROUPS));
    await this.factors.replaceRecoveryCodes(tx, accountId, codes.map((code) => this.hashOf(code)));
    return codes;
  }

  async remove(tx: Tx, accountId: string): Promise<void> {
    await this.factors.delete(tx, accountId);
  }

  private async takeAppCode(tx: Tx, accountId: string, { sealedSecret, lastStep, now }: { sealedSecret: string; lastStep: number; now: Date }, code: string): Promise<boolean> {
    const secret = unseal(this.secretKey, sealedSecret);
    const step = secret === null ? null : matchingStep(secret, readCode(code), now, lastStep);
    if (step === null) return false;
    await this.factors.setLastStep(tx, accountId, step);
    return true;
  }

  private hashOf(code: string): string {
    return keyedHash(this.codeKey, readCode(code));
  }
}

function keyOf(accountId: string): string {
  return `second-factor:${accountId}`;
}
