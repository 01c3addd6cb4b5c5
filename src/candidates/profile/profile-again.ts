import { Injectable } from '@nestjs/common';
import { ConsentDesk } from '../../consent/index.js';
import { Database } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { CandidateProfiles } from './candidate-profiles.js';
import { profileChanged } from './profiles.events.js';

/** Profiles that a restored backup brought back with what was taken out of them since. */
@Injectable()
export class ProfileAgain {
  constructor(
    private readonly profiles: CandidateProfiles,
    private readonly consents: ConsentDesk,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** Deletes it, since nobody knows what was taken out, and with it what recruiters see. False when it was saved then, or later. */
  async delete(accountId: string, savedAt: Date, eventId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.profiles.isOlder(tx, accountId, savedAt))) return false;
      await this.consents.endRestored(tx, { subjectId: accountId, purpose: 'discovery', eventId }, 'terminated');
      await this.profiles.delete(tx, accountId);
      await this.outbox.publish(tx, profileChanged, { accountId });
      return true;
    });
  }
}
