import { Injectable } from '@nestjs/common';
import { Database, inBatches, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { RecordingRepository } from './recording.repository.js';
import { assembleRecording, endIdleConsents } from './recordings.jobs.js';

const BATCH = 200;
/** Longer than one attempt, so that somebody at work is asked again only when attempts have failed; two at once do no harm. */
const OVERDUE_SECONDS = 600;
/** What could not be put together for so long, whatever was tried, has lost its pieces. */
const HOPELESS_SECONDS = 3 * 86_400;

/** Tidies up after recordings: those whose time is over, and those that should have been put together. */
@Injectable()
export class RecordingSweep {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    await inBatches(BATCH, () => this.db.transaction((tx) => this.deleteExpired(tx)), signal);
    await this.db.transaction(async (tx) => {
      for (const takeId of await this.recordings.hopeless(tx, HOPELESS_SECONDS, BATCH)) await this.recordings.settle(tx, takeId, { fault: 'unreadable' });
      for (const takeId of await this.recordings.askAgain(tx, OVERDUE_SECONDS, BATCH)) await this.outbox.enqueue(tx, assembleRecording, { takeId });
    });
  }

  private async deleteExpired(tx: Tx): Promise<number> {
    const interviewIds = await this.recordings.deleteExpired(tx, BATCH);
    for (const interviewId of new Set(interviewIds)) await this.outbox.enqueue(tx, endIdleConsents, { interviewId });
    return interviewIds.length;
  }
}
