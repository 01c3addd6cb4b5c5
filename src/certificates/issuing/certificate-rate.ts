import { Injectable } from '@nestjs/common';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';

const DAY = 86_400;

/** How often somebody may have a certificate made: asked for, or corrected. */
@Injectable()
export class CertificateRate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** Counts one; AppError `http.too_many_requests`. */
  async take(candidateId: string): Promise<void> {
    await this.limiter.take({ key: `certificates:${candidateId}`, limit: this.policy.values.limits.rates.certificatesPerDay, seconds: DAY });
  }
}
