import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/index.js';
import { Database, type Tx } from '../../../platform/db/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { AddressChecks } from './address-checks.js';
import { BatchRepository, type Line } from './batch.repository.js';
import { InvitationMails } from '../mails/invitation-mails.js';
import { sendInvitations } from '../invitations.jobs.js';
import { NewInvitationRepository } from './new-invitations.repository.js';

/** With the pause after it 50 mails a second: what somebody waits for, such as a link to sign in, gets past the list. */
const SLICE = 100;
const PAUSE_SECONDS = 2;

/** Turns the lines of a batch into invitations, a slice at a time. Lines, invitations, links, mails and the next slice's job stand or fall together. */
@Injectable()
export class BatchSending {
  constructor(
    private readonly batches: BatchRepository,
    private readonly invitations: NewInvitationRepository,
    private readonly checks: AddressChecks,
    private readonly mails: InvitationMails,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** One slice; false when nobody is left. */
  sendSlice(batchId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const lines = await this.batches.takeLines(tx, batchId, SLICE);
      if (lines.length === 0) return false;
      const sent = await this.invite(tx, batchId, lines);
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

  /** The ids of those that were invited; nobody is whose organisation was suspended, or whose template archived, since the list was sent. */
  private async invite(tx: Tx, batchId: string, lines: readonly Line[]): Promise<string[]> {
    const terms = await this.invitations.termsOf(tx, batchId);
    if (!terms) return [];
    const faults = await this.checks.faultsOf(tx, terms.organisationId, terms.templateId, lines.map(({ email }) => email));
    return this.invitations.add(tx, batchId, lines.filter(({ email }) => !faults.has(email)).map((line) => ({ ...line, id: newId() })));
  }
}
