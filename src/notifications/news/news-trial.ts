import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { renderMail } from '../../platform/mail/index.js';
import { MailTerms } from '../mail-terms.js';
import { Notifications } from '../notifications.js';
import { newsMail } from './news.mail.js';
import { NewsReaders } from './news-readers.js';
import { type NewsText } from './news.repository.js';

/** News before it goes out: how it reads, how many would get it, and one copy to whoever wrote it. */
@Injectable()
export class NewsTrial {
  constructor(
    private readonly readers: NewsReaders,
    private readonly notifications: Notifications,
    private readonly terms: MailTerms,
    private readonly db: Database,
  ) {}

  /** The whole mail as plain text, and how many would get it at this moment. */
  async preview(draft: NewsText): Promise<{ text: string; recipients: number }> {
    const { text } = await renderMail({ ...newsMail(draft), ...this.terms.sample('news') });
    return { text, recipients: (await this.readers.all(this.db.alone)).length };
  }

  /** False when the operator has no confirmed address. */
  toMyself(operatorId: string, draft: NewsText): Promise<boolean> {
    return this.db.transaction((tx) => this.notifications.deliver(tx, { accountId: operatorId, category: 'news', isTry: true, mail: newsMail(draft) }));
  }
}
