import { Injectable } from '@nestjs/common';
import { consentEnded } from '../../consent/index.js';
import { Database, inBatches } from '../../platform/db/index.js';
import { type JobContext, OnEvent, OnJob } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { forgetWithdrawals } from './shortlists.jobs.js';
import { type EndedConsent, WithdrawalNotes } from './withdrawal-notes.js';
import { WithdrawalNoteRepository } from './withdrawal-notes.repository.js';

const BATCH = 1000;

@Injectable()
export class ShortlistsWorker {
  constructor(
    private readonly notes: WithdrawalNotes,
    private readonly told: WithdrawalNoteRepository,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @OnEvent(consentEnded)
  async consentEnded(ending: EndedConsent, { jobId }: JobContext): Promise<void> {
    await this.db.transaction((tx) => this.notes.tell(tx, ending, jobId));
  }

  @OnJob(forgetWithdrawals)
  async forget(): Promise<void> {
    // As long as the lines of the log that they may stand for.
    const keptFor = this.policy.periodOf('register').iso;
    await inBatches(BATCH, () => this.db.transaction((tx) => this.told.forget(tx, keptFor, BATCH)));
  }
}
