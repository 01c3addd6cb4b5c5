import { Injectable } from '@nestjs/common';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';

const HOUR = 3600;

/** How often mails may be asked for, by address and whether it is known or not. AppError `http.too_many_requests` beyond. */
@Injectable()
export class LinkRates {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  signIn(email: string): Promise<void> {
    return this.limiter.take({ key: `sign-in-link:${email}`, limit: this.policy.values.limits.rates.signInLinksPerHour, seconds: HOUR });
  }

  reset(email: string): Promise<void> {
    return this.limiter.take({ key: `reset:${email}`, limit: this.policy.values.limits.rates.resetsPerHour, seconds: HOUR });
  }
}
