import { Injectable } from '@nestjs/common';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { NetworkRate } from './network-rate.js';

const QUARTER_OF_AN_HOUR = 900;

/** Counts guesses at a password per network, so that a stranger's guesses do not shut its owner out; and, more generously, from everywhere. */
@Injectable()
export class PasswordTries {
  constructor(
    private readonly network: NetworkRate,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** Counts one try before it is looked at; AppError `http.too_many_requests`. */
  async take(of: string, address: string): Promise<void> {
    const { signInPer15MinutesAndAccount: here, signInFromEverywherePer15MinutesAndAccount: everywhere } = this.policy.values.limits.rates;
    await this.network.take(address);
    await this.limiter.take({ key: `${of}:${RateLimiter.networkOf(address)}`, limit: here, seconds: QUARTER_OF_AN_HOUR });
    await this.limiter.take({ key: of, limit: everywhere, seconds: QUARTER_OF_AN_HOUR });
  }

  /** Forgets the tries of this network and of all together, after the right password: signing in often is no guessing. */
  async forgive(of: string, address: string): Promise<void> {
    await this.limiter.forgive(of);
    await this.limiter.forgive(`${of}:${RateLimiter.networkOf(address)}`);
  }
}
