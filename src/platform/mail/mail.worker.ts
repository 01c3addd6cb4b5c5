import { Injectable } from '@nestjs/common';
import { Database } from '../db/index.js';
import { OnJob } from '../jobs/index.js';
import { MailDelivery } from './mail-delivery.js';
import { expireMails, resendMails, sendMail } from './mail.jobs.js';
import { MailRepository } from './mail.repository.js';

@Injectable()
export class MailWorker {
  constructor(
    private readonly db: Database,
    private readonly mails: MailRepository,
    private readonly delivery: MailDelivery,
  ) {}

  @OnJob(sendMail)
  async send({ mailId }: { mailId: string }): Promise<void> {
    await this.delivery.deliver(mailId);
  }

  @OnJob(expireMails)
  async expire(): Promise<void> {
    await this.mails.deleteExpired(this.db.alone);
  }

  @OnJob(resendMails)
  async resend(): Promise<void> {
    await this.delivery.resendOverdue();
  }
}
