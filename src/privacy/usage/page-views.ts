import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../../consent/index.js';
import { Database } from '../../platform/db/index.js';
import { type Duration } from './durations.js';
import { type Page } from './pages.js';
import { UsageCounters } from './usage-counters.js';

/** Looks at pages, of those who allow that they are counted, by browsers that do not ask otherwise. */
@Injectable()
export class PageViews {
  constructor(
    private readonly counters: UsageCounters,
    private readonly consents: ConsentGate,
    private readonly db: Database,
  ) {}

  /** Who it was is asked for the consent alone, and not passed on. */
  async take(accountId: string, gpc: boolean, page: Page, open: Duration): Promise<void> {
    if (gpc) return;
    const allowed = await this.db.transaction(async (tx) => (await this.consents.find(tx, accountId, 'analytics')) !== null);
    if (allowed) this.counters.count({ kind: 'page', name: page, duration: open });
  }
}
