import { Injectable } from '@nestjs/common';
import { endScopes } from '../../consent/index.js';
import { Database } from '../../platform/db/index.js';
import { RecordingRepository } from './recording.repository.js';

/** Consents to recordings that have nothing left to allow. Ended in a transaction of their own: whoever takes one back holds the person's consents first and then the recordings. */
@Injectable()
export class IdleConsents {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly db: Database,
  ) {}

  end(interviewId: string): Promise<void> {
    return this.db.transaction(async (tx) => endScopes(tx, await this.recordings.idlePurposes(tx, interviewId), [interviewId], 'interviews'));
  }
}
