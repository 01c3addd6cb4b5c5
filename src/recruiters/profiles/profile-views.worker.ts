import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { OnJob, Outbox } from '../../platform/jobs/index.js';
import { ProfileViews } from './profile-views.js';
import { type ViewedWeek, ViewDigestRepository } from './view-digests.repository.js';
import { ViewDigests } from './view-digests.js';
import { findViewedWeeks, mailViewedWeek } from './views.jobs.js';

const BATCH = 1000;

@Injectable()
export class ProfileViewsWorker {
  constructor(
    private readonly views: ProfileViews,
    private readonly weeks: ViewDigestRepository,
    private readonly digests: ViewDigests,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  @OnJob(findViewedWeeks)
  async find(): Promise<void> {
    let after: ViewedWeek | null = null;
    do after = await this.askFor(after); while (after !== null);
    await this.views.deleteExpired(this.db.alone);
    await this.weeks.deleteExpired(this.db.alone);
  }

  @OnJob(mailViewedWeek)
  async mail(week: ViewedWeek): Promise<void> {
    await this.db.transaction((tx) => this.digests.tell(tx, week));
  }

  /** The last of a full batch, after which the next one begins. */
  private askFor(after: ViewedWeek | null): Promise<ViewedWeek | null> {
    return this.db.transaction(async (tx) => {
      const weeks = await this.weeks.untold(tx, after, BATCH);
      for (const week of weeks) await this.outbox.enqueue(tx, mailViewedWeek, { ...week });
      return weeks.length === BATCH ? (weeks.at(-1) ?? null) : null;
    });
  }
}
