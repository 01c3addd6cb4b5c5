import { setImmediate as othersFirst } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Turnstile } from '../../kernel/index.js';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { papersBusy } from './assessments.errors.js';

const HOUR = 3600;

/** Sets PDFs one at a time in this process: each keeps its one thread busy, so other requests are served between two of them. */
@Injectable()
export class PaperPress {
  private readonly turnstile = new Turnstile({ inside: 1, waiting: 20, milliseconds: 20_000 });

  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** AppErrors `http.too_many_requests` beyond the policy's `papersPerHour`, and `candidates.papers_busy`. */
  async set<T>(accountId: string, paper: () => T | Promise<T>): Promise<T> {
    await this.limiter.take({ key: `papers:${accountId}`, limit: this.policy.values.limits.rates.papersPerHour, seconds: HOUR });
    return this.turnstile.pass(async () => {
      await othersFirst();
      return paper();
    }, papersBusy);
  }
}
