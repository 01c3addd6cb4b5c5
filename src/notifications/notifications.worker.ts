import { Injectable } from '@nestjs/common';
import { consentEnded, consentEnding } from '../consent/index.js';
import { Database } from '../platform/db/index.js';
import { OnEvent, OnJob } from '../platform/jobs/index.js';
import { type Purpose } from '../platform/policy/index.js';
import { ConsentNews } from './consent-news.js';
import { NoteRepository } from './note.repository.js';
import { sweepNotes } from './notifications.jobs.js';

interface ConsentEvent {
  readonly subjectId: string;
  readonly purpose: Purpose;
}

@Injectable()
export class NotificationsWorker {
  constructor(
    private readonly notes: NoteRepository,
    private readonly consents: ConsentNews,
    private readonly db: Database,
  ) {}

  @OnJob(sweepNotes)
  async sweep(): Promise<void> {
    await this.notes.sweep(this.db.alone);
  }

  @OnEvent(consentEnding)
  async tellBeforeTheEnd({ subjectId, purpose, endsAt }: ConsentEvent & { endsAt: string }): Promise<void> {
    await this.db.transaction((tx) => this.consents.endsSoon(tx, { subjectId, purpose }, new Date(endsAt)));
  }

  /** Whoever ended it themselves knows. */
  @OnEvent(consentEnded)
  async tellAfterTheEnd({ subjectId, purpose, because }: ConsentEvent & { because: string }): Promise<void> {
    if (because !== 'expired' && because !== 'invalidated') return;
    await this.db.transaction((tx) => this.consents.hasEnded(tx, { subjectId, purpose }, because));
  }
}
