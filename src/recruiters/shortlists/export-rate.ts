import { Injectable } from '@nestjs/common';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';

const DAY = 86_400;

/** How often a recruiter may make a file of a shortlist: what has left the product is taken back by asking only. */
@Injectable()
export class ExportRate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** AppError `http.too_many_requests` beyond the policy's `exportsPerDay`. */
  take(accountId: string): Promise<void> {
    return this.limiter.take({ key: `shortlist exports:${accountId}`, limit: this.policy.values.limits.rates.exportsPerDay, seconds: DAY });
  }
}
