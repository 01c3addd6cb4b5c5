import { Controller, Get } from '@nestjs/common';
import { notFound } from '../kernel/index.js';
import { Config } from '../platform/config/index.js';
import { Database } from '../platform/db/index.js';
import { Id, Public, View } from '../platform/http/index.js';
import { Inbox } from '../platform/mail/index.js';
import { inboxMailView, type InboxMailView, inboxView, type InboxView } from './public.dto.js';

const NEWEST = 50;

/** The built-in inbox of development: open to whoever can reach this machine, and gone as soon as a mail server is set. */
@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly mails: Inbox,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  @Get()
  @Public()
  @View(inboxView)
  async inbox(): Promise<InboxView> {
    this.mustExist();
    const mails = await this.mails.list(this.db.alone, { limit: NEWEST });
    return { mails: mails.map((mail) => ({ ...mail, receivedAt: mail.receivedAt.toISOString() })) };
  }

  @Get(':id')
  @Public()
  @View(inboxMailView)
  async inboxMail(@Id() id: string): Promise<InboxMailView> {
    this.mustExist();
    const mail = await this.mails.get(this.db.alone, id);
    return { ...mail, links: [...mail.links], receivedAt: mail.receivedAt.toISOString() };
  }

  private mustExist(): void {
    if (!this.config.hasBuiltInInbox) throw notFound();
  }
}
