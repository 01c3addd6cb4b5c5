import { Injectable } from '@nestjs/common';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { NetworkRate } from '../network-rate.js';

const HOUR = 3600;

/** How often mails may be asked for, by address, whether it is known or not, and by network. AppError `http.too_many_requests` beyond. */
@Injectable()
export class LinkRates {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly network: NetworkRate,
  ) {}

  async signIn(email: string, address: string): Promise<void> {
    await this.network.take(address);
    await this.limiter.take({ key: `sign-in-link:${email}`, limit: this.policy.values.limits.rates.signInLinksPerHour, seconds: HOUR });
  }

  async reset(email: string, address: string): Promise<void> {
    await this.network.take(address);
    await this.limiter.take({ key: `reset:${email}`, limit: this.policy.values.limits.rates.resetsPerHour, seconds: HOUR });
  }
}
