import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/index.js';
import { Config } from '../config/index.js';
import { Database, prepared } from '../db/index.js';
import { networkOf } from './network.js';

/** How often something may be tried: at most `limit` times in a window of `seconds` that opens with the first try. */
export interface Rate {
  readonly key: string;
  readonly limit: number;
  readonly seconds: number;
  /** As how many tries it counts; one unless it says otherwise. */
  readonly weight?: number;
}

// The count need not have reached the disk before the work begins: a crash that forgets half a second of tries lets nobody in.
const TAKE = prepared(
  `insert into http.rate_limit as r (key_hash, tries, window_ends_at)
   select $1, $3::int, clock.now() + make_interval(secs => $2) from (select set_config('synchronous_commit', 'off', true)) without_waiting
   on conflict (key_hash) do update set
     tries = case when r.window_ends_at <= clock.now() then excluded.tries else r.tries + excluded.tries end,
     window_ends_at = case when r.window_ends_at <= clock.now() then excluded.window_ends_at else r.window_ends_at end
   returning tries, ceil(extract(epoch from window_ends_at - clock.now()))::int as wait`);

/** Counts tries in PostgreSQL, so that every process counts together. Keys are stored as keyed hashes only. */
@Injectable()
export class RateLimiter {
  /** Who is counted together where nobody is signed in: an IPv4 address, or the /64 of an IPv6 address. */
  static readonly networkOf = networkOf;

  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** Counts one try; AppError `http.too_many_requests` (429, with the seconds to wait) when it was one too many. */
  async take({ key, limit, seconds, weight = 1 }: Rate): Promise<void> {
    const hash = createHmac('sha256', this.config.settings.SECRET).update(key).digest('hex');
    const [row] = await this.db.alone.query<{ tries: number; wait: number }[]>(TAKE, [hash, seconds, weight]);
    if (row && row.tries > limit) {
      throw new AppError('http.too_many_requests', 429, `That was tried too often. Try again ${inWords(row.wait)}.`, { retryAfterSeconds: row.wait });
    }
  }

  /** Forgets a count, after a try that turned out well. */
  async forgive(key: string): Promise<void> {
    const hash = createHmac('sha256', this.config.settings.SECRET).update(key).digest('hex');
    await this.db.alone.query('delete from http.rate_limit where key_hash = $1', [hash]);
  }
}

function inWords(seconds: number): string {
  if (seconds < 60) return 'in a minute';
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}
