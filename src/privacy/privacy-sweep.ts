import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { Outbox } from '../platform/jobs/index.js';
import { ExportRepository } from './exports/export.repository.js';
import { buildExport } from './privacy.jobs.js';
import { RequestMails } from './requests/request-mails.js';
import { RequestRepository } from './requests/request.repository.js';
import { UsageRepository } from './usage/usage.repository.js';

/** Tidies up what has ended, and finds what should have happened and did not. */
@Injectable()
export class PrivacySweep {
  constructor(
    private readonly exports: ExportRepository,
    private readonly requests: RequestRepository,
    private readonly mails: RequestMails,
    private readonly usage: UsageRepository,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  async run(): Promise<void> {
    await this.exports.deleteExpired(this.db.alone);
    await this.requests.deleteExpired(this.db.alone);
    await this.usage.deleteExpired(this.db.alone);
    await this.db.transaction(async (tx) => {
      for (const exportId of await this.exports.overdue(tx)) await this.outbox.enqueue(tx, buildExport, { exportId });
      for (const request of await this.requests.receiptOwed(tx)) await this.mails.receiptOwed(tx, request);
      for (const request of await this.requests.dueSoon(tx)) await this.mails.dueSoon(tx, request);
      for (const request of await this.requests.late(tx)) await this.mails.late(tx, request);
    });
  }
}
