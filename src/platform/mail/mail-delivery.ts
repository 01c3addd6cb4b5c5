import { Injectable } from '@nestjs/common';
import { Database } from '../db/index.js';
import { Outbox } from '../jobs/index.js';
import { MailCarrier } from './mail-carrier.js';
import { sendMail } from './mail.jobs.js';
import { type ClaimedMail, MailRepository } from './mail.repository.js';

const RESEND_BATCH = 500;

/** Takes mails from the outbox to the mail server. */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly db: Database,
    private readonly mails: MailRepository,
    private readonly carrier: MailCarrier,
    private readonly outbox: Outbox,
  ) {}

  /** Sends one mail, unless that is done. Throws without naming anybody when it must be tried again. */
  async deliver(mailId: string): Promise<void> {
    const mail = await this.mails.claim(this.db.alone, mailId);
    if (mail) return this.carry(mail);
    // Its lease may be that of a process that was killed, so the job must come back after it.
    if (await this.mails.isWaiting(this.db.alone, mailId)) throw new Error('This mail is being sent by somebody else');
  }

  /** Enqueues again what waits though its job is gone; returns how many. */
  resendOverdue(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const ids = await this.mails.overdue(tx, RESEND_BATCH);
      for (const mailId of ids) await this.outbox.enqueue(tx, sendMail, { mailId });
      return ids.length;
    });
  }

  private async carry(mail: ClaimedMail): Promise<void> {
    const outcome = await this.carrier.carry(mail);
    if (outcome.kind === 'try again') {
      await this.mails.release(this.db.alone, mail.id);
      throw new Error(`The mail server did not take the mail (${outcome.because})`);
    }
    await this.mails.finish(this.db.alone, mail.id, outcome.kind);
  }
}
