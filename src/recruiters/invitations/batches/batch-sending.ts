import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { BatchRepository } from './batch.repository.js';
import { InvitationMails } from '../mails/invitation-mails.js';
import { sendInvitations } from '../invitations.jobs.js';
import { NewInvitations } from './new-invitations.js';

/** With the pause after it 50 mails a second: what somebody waits for, such as a link to sign in, gets past the list. */
const SLICE = 100;
const PAUSE_SECONDS = 2;

/** Turns the lines of a batch into invitations, a slice at a time. Lines, invitations, links, mails and the next slice's job stand or fall together. */
@Injectable()
export class BatchSending {
  constructor(
    private readonly batches: BatchRepository,
    private readonly invitations: NewInvitations,
    private readonly mails: InvitationMails,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** One slice; false when nobody is left. */
  sendSlice(batchId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const lines = await this.batches.takeLines(tx, batchId, SLICE);
      if (lines.length === 0) return false;
      const sent = await this.invitations.make(tx, batchId, lines);
      await this.mails.invite(tx, sent);
      await this.batches.count(tx, batchId, { sent: sent.length, passedOver: lines.length - sent.length });
      await this.outbox.enqueue(tx, sendInvitations, { batchId }, { afterSeconds: PAUSE_SECONDS });
      return true;
    });
  }

  /** Has batches go on whose job was given up or lost, and forgets those whose period is over. */
  async resume(): Promise<void> {
    await this.batches.deleteExpired(this.db.alone);
    await this.db.transaction(async (tx) => {
      for (const batchId of await this.batches.stuck(tx)) await this.outbox.enqueue(tx, sendInvitations, { batchId });
    });
  }
}
