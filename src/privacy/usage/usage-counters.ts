import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { durationOf } from './durations.js';
import { type CountedUse, type Use, UsageRepository } from './usage.repository.js';

/** Counts in memory, and adds to the counts of the day now and then: nobody waits for it, and no row tells when within a day. */
@Injectable()
export class UsageCounters {
  private readonly logger = new Logger(UsageCounters.name);
  private counts = new Map<string, CountedUse>();

  constructor(
    private readonly usage: UsageRepository,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  /** One answer of the server, by the pattern of its route: `GET /api/interviews/:id`. */
  answered(route: string, milliseconds: number): void {
    this.count({ kind: 'route', name: route, duration: durationOf(milliseconds) });
  }

  count(use: Use, times = 1): void {
    const key = `${use.kind} ${use.duration} ${use.name}`;
    this.counts.set(key, { ...use, count: (this.counts.get(key)?.count ?? 0) + times });
  }

  /** What could not be written is kept for the next time. */
  async flush(): Promise<void> {
    const counted = [...this.counts.values()];
    if (counted.length === 0) return;
    this.counts = new Map();
    try {
      await this.db.transaction((tx) => this.usage.add(tx, counted, this.policy.periodOf('usageCounters').iso));
    } catch {
      for (const { count, ...use } of counted) this.count(use, count);
      this.logger.warn('What was used could not be counted, and is tried again.');
    }
  }
}
