import { Injectable } from '@nestjs/common';
import { RateLimiter } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';

/** Somebody who types asks more often than somebody who searches. */
const SUGGESTIONS_A_SEARCH = 5;
/** Counting who is new is a small part of a search, and a list of saved searches counts for each of them. */
const COUNTS_A_SEARCH = 10;

/** How often a recruiter may search: enough for people, too little for taking everything away. */
@Injectable()
export class SearchRate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
  ) {}

  /** AppError `http.too_many_requests` beyond the policy's `searchesPerMinute`. */
  takeSearch(accountId: string): Promise<void> {
    return this.limiter.take({ key: `talent:${accountId}`, limit: this.perMinute, seconds: 60 });
  }

  takeSuggestions(accountId: string): Promise<void> {
    return this.limiter.take({ key: `talent-suggestions:${accountId}`, limit: this.perMinute * SUGGESTIONS_A_SEARCH, seconds: 60 });
  }

  /** One for each search that is counted, and one for an empty list. */
  takeCounts(accountId: string, searches: number): Promise<void> {
    return this.limiter.take({ key: `talent-counts:${accountId}`, limit: this.perMinute * COUNTS_A_SEARCH, seconds: 60, weight: Math.max(1, searches) });
  }

  private get perMinute(): number {
    return this.policy.values.limits.rates.searchesPerMinute;
  }
}
