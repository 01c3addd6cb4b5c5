import { Injectable } from '@nestjs/common';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { tooYoung } from './accounts.errors.js';
import { Passwords } from './passwords.js';

const HOUR = 3600;

/** What is checked of a sign-up before anything of it is kept. */
@Injectable()
export class SignUpGate {
  constructor(
    private readonly passwords: Passwords,
    private readonly policy: Policy,
    private readonly limiter: RateLimiter,
  ) {}

  /** All of it, for a sign-up with a password: gives the age that is reached. AppErrors `accounts.too_young`, `accounts.password_too_long`, `accounts.password_too_short`, `http.too_many_requests`. */
  async pass({ age, password }: { age: number; password: string }, address: string): Promise<number> {
    const reached = this.ageReached(age);
    this.passwords.check(password);
    await this.count(address);
    return reached;
  }

  /** The highest age of the policy that is reached; AppError `accounts.too_young` (422) below the lowest. */
  ageReached(age: number): number {
    const { account, adult } = this.policy.values.ages;
    if (age < account) throw tooYoung(account);
    return age >= adult ? adult : account;
  }

  /** Counts one sign-up from a network address; AppError `http.too_many_requests`. */
  async count(address: string): Promise<void> {
    await this.limiter.take({ key: `sign-up:${address}`, limit: this.policy.values.limits.rates.signUpPerHourAndAddress, seconds: HOUR });
  }

  /** AppError `http.too_many_requests`. */
  async mayAskForMail(email: string): Promise<void> {
    await this.limiter.take({ key: `verification:${email}`, limit: this.policy.values.limits.rates.verificationMailsPerHour, seconds: HOUR });
  }
}
