import { Injectable } from '@nestjs/common';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';

const HOUR = 3600;

/** How often an account may have a resume read: reading costs seconds of a processor. */
@Injectable()
export class ResumeRate {
  constructor(
    private readonly policy: Policy,
    private readonly limiter: RateLimiter,
  ) {}

  /** Counts one; AppError `http.too_many_requests` (429) beyond the policy's `resumesPerHour`. */
  take(accountId: string): Promise<void> {
    return this.limiter.take({ key: `resumes:${accountId}`, limit: this.policy.values.limits.rates.resumesPerHour, seconds: HOUR });
  }
}
