import { Injectable } from '@nestjs/common';
import { endScopes } from '../../consent/index.js';
import { Database, inBatches } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { InvitationMails } from './mails/invitation-mails.js';
import { InvitationSweepRepository } from './invitation-sweep.repository.js';

const BATCH = 100;

/** Reminds people of their invitations, and deletes those whose period is over. What a batch takes and what it sends stand or fall together. */
@Injectable()
export class InvitationSweep {
  constructor(
    private readonly invitations: InvitationSweepRepository,
    private readonly mails: InvitationMails,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  async remind(): Promise<void> {
    const { remindAfter: { iso: after }, remindBefore: { iso: before } } = this.policy.values.invitedInterviews;
    for (const isLast of [false, true]) {
      await inBatches(BATCH, () => this.db.transaction(async (tx) => {
        const due = await (isLast ? this.invitations.takeForLastReminder(tx, before, BATCH) : this.invitations.takeForReminder(tx, { after, before }, BATCH));
        await this.mails.remind(tx, due, isLast);
        return due.length;
      }));
    }
  }

  /** The consents go first, and what the organisation could read with them. */
  async forget(): Promise<void> {
    await inBatches(BATCH, () => this.db.transaction(async (tx) => {
      const gone = await this.invitations.forgettable(tx, BATCH);
      await endScopes(tx, ['invited_result', 'client_sharing'], gone, 'recruiters');
      await this.invitations.delete(tx, gone);
      return gone.length;
    }));
  }
}
