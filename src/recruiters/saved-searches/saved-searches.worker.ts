import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { OnJob, Outbox } from '../../platform/jobs/index.js';
import { findNewMatches, tellNewMatches } from './saved-searches.jobs.js';
import { SavedSearchRepository } from './saved-searches.repository.js';
import { QUIET_FOR, SearchAlerts } from './search-alerts.js';

const BATCH = 500;

@Injectable()
export class SavedSearchesWorker {
  constructor(
    private readonly searches: SavedSearchRepository,
    private readonly alerts: SearchAlerts,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  @OnJob(findNewMatches)
  async find(): Promise<void> {
    let after: string | null = null;
    do after = await this.askFor(after); while (after !== null);
  }

  @OnJob(tellNewMatches)
  async tell({ accountId }: { accountId: string }): Promise<void> {
    await this.db.transaction((tx) => this.alerts.tell(tx, accountId));
  }

  /** The last of a full batch, after which the next one begins. */
  private askFor(after: string | null): Promise<string | null> {
    return this.db.transaction(async (tx) => {
      const due = await this.searches.dueForNews(tx, QUIET_FOR, { after }, BATCH);
      for (const accountId of due) await this.outbox.enqueue(tx, tellNewMatches, { accountId });
      return due.length === BATCH ? (due.at(-1) ?? null) : null;
    });
  }
}
