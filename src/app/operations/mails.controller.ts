import { Controller, Get, Query } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { For, View } from '../../platform/http/index.js';
import { MailLedger } from '../../platform/mail/index.js';
import { mailsQuery, type MailsQuery, mailsView, type MailsView } from './operations.dto.js';
import { PAGE, pageOf } from './page.js';

/** Whether mails leave: their kind, state and times. */
@Controller('api/operations/mails')
export class MailsController {
  constructor(
    private readonly ledger: MailLedger,
    private readonly db: Database,
  ) {}

  @Get()
  @For('operator')
  @View(mailsView)
  async operatorMails(@Query({ schema: mailsQuery }) { state, before }: MailsQuery): Promise<MailsView> {
    const { rows, next } = pageOf(await this.ledger.list(this.db.alone, { state, before, limit: PAGE + 1 }), ({ id }) => id);
    const mails = rows.map((mail) => ({ ...mail, writtenAt: mail.writtenAt.toISOString(), doneAt: mail.doneAt?.toISOString() ?? null }));
    return { counts: await this.ledger.counts(this.db.alone), mails, next };
  }
}
