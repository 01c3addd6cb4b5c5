import { Injectable } from '@nestjs/common';
import { Database, inBatches } from '../../platform/db/index.js';
import { ContactNotices } from './contact-notices.js';
import { ContactSweepRepository } from './contact-sweep.repository.js';

const BATCH = 200;

/** Carries out what the clock asks of requests. What a batch takes and what it tells stand or fall together. */
@Injectable()
export class ContactSweep {
  constructor(
    private readonly requests: ContactSweepRepository,
    private readonly notices: ContactNotices,
    private readonly db: Database,
  ) {}

  remind(): Promise<void> {
    return inBatches(BATCH, () => this.db.transaction(async (tx) => {
      const due = await this.requests.takeForReminder(tx, BATCH);
      for (const news of due) await this.notices.reminded(tx, news);
      return due.length;
    }));
  }

  expire(): Promise<void> {
    return inBatches(BATCH, () => this.db.transaction(async (tx) => {
      const due = await this.requests.takeExpired(tx, BATCH);
      for (const sent of due) await this.notices.expired(tx, sent);
      return due.length;
    }));
  }

  forget(): Promise<void> {
    return inBatches(BATCH, () => this.db.transaction((tx) => this.requests.deleteExpired(tx, BATCH)));
  }
}
