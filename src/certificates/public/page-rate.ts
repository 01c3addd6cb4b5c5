import { Injectable } from '@nestjs/common';
import { Authenticator, RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { isPerson, type Reading } from './reader.js';

const MINUTE = 60;

/** How often pages may be opened, and who is counted as having opened one. */
@Injectable()
export class PageRate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly authenticator: Authenticator,
    private readonly policy: Policy,
  ) {}

  take(ip: string): Promise<void> {
    return this.limiter.take({ key: `certificate-pages:${RateLimiter.networkOf(ip)}`, limit: this.policy.values.limits.rates.certificatePagesPerMinute, seconds: MINUTE });
  }

  /** Neither a program nor whoever it is about. */
  async counts(request: Reading, ownerId: string): Promise<boolean> {
    return isPerson(request) && (await this.authenticator.authenticate(request))?.id !== ownerId;
  }
}
