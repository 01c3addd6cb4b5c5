import { Injectable } from '@nestjs/common';
import { RateLimiter } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';

const QUARTER_OF_AN_HOUR = 900;

/** How often one network may do, without being signed in, what costs us a hash or a mail: a limit per account alone ends nobody who knows many addresses. */
@Injectable()
export class NetworkRate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** Counts one try of the network an address is in; AppError `http.too_many_requests`. */
  async take(address: string): Promise<void> {
    const limit = this.policy.values.limits.rates.signInAttemptsPer15MinutesAndNetwork;
    await this.limiter.take({ key: `network:${RateLimiter.networkOf(address)}`, limit, seconds: QUARTER_OF_AN_HOUR });
  }
}
