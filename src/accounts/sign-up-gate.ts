import { Injectable } from '@nestjs/common';
import { AppError } from '../kernel/index.js';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { tooYoung } from './accounts.errors.js';
import { NetworkRate } from './network-rate.js';
import { Passwords } from './passwords.js';
import { SignInWays } from './sign-in-ways.js';

const HOUR = 3600;

/** What a sign-up that may go on is known by. */
export interface Admitted {
  /** The highest age of the policy that is reached. */
  readonly declaredAgeReached: number;
  /** Whether the owner of a known address may be told by mail: nobody is to fill their inbox. */
  readonly mayMail: boolean;
}

/** What is checked of a sign-up before anything of it is kept. */
@Injectable()
export class SignUpGate {
  constructor(
    private readonly passwords: Passwords,
    private readonly policy: Policy,
    private readonly limiter: RateLimiter,
    private readonly network: NetworkRate,
    private readonly ways: SignInWays,
  ) {}

  /** All of it, for a sign-up with a password or by a mailed link: AppErrors `accounts.too_young`, `accounts.way_not_offered`, `accounts.password_too_long`, `accounts.password_too_short`, `http.too_many_requests`. */
  async pass({ email, age, password }: { email: string; age: number; password?: string | undefined }, address: string): Promise<Admitted> {
    const declaredAgeReached = this.ageReached(age);
    this.checkPassword(password);
    await this.count(address);
    return { declaredAgeReached, mayMail: await this.hasMailLeft(email) };
  }

  /** The highest age of the policy that is reached; AppError `accounts.too_young` (422) below the lowest. */
  ageReached(age: number): number {
    const { account, adult } = this.policy.values.ages;
    if (age < account) throw tooYoung(account);
    return age >= adult ? adult : account;
  }

  /** Counts one sign-up from the network an address is in; AppError `http.too_many_requests`. */
  async count(address: string): Promise<void> {
    await this.limiter.take({ key: `sign-up:${RateLimiter.networkOf(address)}`, limit: this.policy.values.limits.rates.signUpPerHourAndAddress, seconds: HOUR });
  }

  /** AppError `http.too_many_requests`. */
  async mayAskForMail(email: string, address: string): Promise<void> {
    await this.network.take(address);
    await this.takeMail(email);
  }

  /** Where people sign in with a password, none is one that is too short. */
  private checkPassword(password: string | undefined): void {
    if (password === undefined && !this.ways.offers('password')) {
      this.ways.mustOffer('link');
      return;
    }
    this.ways.mustOffer('password');
    this.passwords.check(password ?? '');
  }

  /** Counts a mail and refuses nothing: a sign-up goes on without it, with the same answer. */
  private async hasMailLeft(email: string): Promise<boolean> {
    try {
      await this.takeMail(email);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'http.too_many_requests') return false;
      throw error;
    }
  }

  private async takeMail(email: string): Promise<void> {
    await this.limiter.take({ key: `verification:${email}`, limit: this.policy.values.limits.rates.verificationMailsPerHour, seconds: HOUR });
  }
}
