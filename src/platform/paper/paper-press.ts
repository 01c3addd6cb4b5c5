import { setImmediate as othersFirst } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppError, Turnstile } from '../../kernel/index.js';
import { RateLimiter } from '../http/index.js';
import { Policy } from '../policy/index.js';

const HOUR = 3600;

/** Sets PDFs one at a time in this process: each keeps its one thread busy, so other requests are served between two of them. */
@Injectable()
export class PaperPress {
  private readonly turnstile = new Turnstile({ inside: 1, waiting: 20, milliseconds: 20_000 });

  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** AppErrors `http.too_many_requests` beyond the policy's `papersPerHour`, and `paper.busy`. */
  async set<T>(accountId: string, paper: () => T | Promise<T>): Promise<T> {
    await this.limiter.take({ key: `papers:${accountId}`, limit: this.policy.values.limits.rates.papersPerHour, seconds: HOUR });
    return this.turnstile.pass(async () => {
      await othersFirst();
      return paper();
    }, busy);
  }
}

const busy = (): AppError =>
  new AppError('paper.busy', 503, 'Many people are downloading a PDF just now. Try again in a moment; nothing is lost.', { retryAfterSeconds: 10 });
