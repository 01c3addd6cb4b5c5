import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { scoreInterview } from '../interviews.jobs.js';
import { InterviewRepository } from '../interviews.repository.js';

const OVERDUE_SECONDS = 30;
const BATCH = 500;

/** Interviews that were handed in and should have been scored by now. */
@Injectable()
export class OverdueScores {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** Asks for each of them again. */
  async ask(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const interviewId of await this.interviews.overdue(tx, OVERDUE_SECONDS, BATCH)) await this.outbox.enqueue(tx, scoreInterview, { interviewId });
    });
  }
}
