import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { nobodyToWriteTo, otherNewsSent } from './news.errors.js';
import { sendNews } from './news.jobs.js';
import { NewsReaders } from './news-readers.js';
import { type News, NewsRepository, type NewsText } from './news.repository.js';

const PAGE = 20;

/** Where an operator sends news to those who want it, and sees how far it is. */
@Injectable()
export class NewsDesk {
  constructor(
    private readonly news: NewsRepository,
    private readonly readers: NewsReaders,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly db: Database,
  ) {}

  /** The newest first. `next` is the `before` of the page that follows. */
  async page(before: string | null): Promise<{ news: News[]; next: string | null }> {
    const found = await this.news.list(this.db.alone, before, PAGE + 1);
    const news = found.slice(0, PAGE);
    return { news, next: found.length > PAGE ? (news.at(-1)?.id ?? null) : null };
  }

  /** Begins to send it to everybody who wants news at this moment. The id is made by the caller: sent twice, it goes out once. AppErrors `notifications.nobody_to_write_to`, `notifications.other_news_sent`. */
  send(operatorId: string, id: string, draft: NewsText): Promise<News> {
    return this.db.transaction(async (tx) => {
      const known = await this.news.find(tx, id);
      if (known) return same(known, draft);
      const readers = await this.readers.all(tx);
      if (readers.length === 0) throw nobodyToWriteTo();
      if (await this.news.insert(tx, id, draft, readers)) await this.begin(tx, operatorId, id, readers.length);
      const news = await this.news.find(tx, id);
      if (!news) throw notFound();
      return same(news, draft);
    });
  }

  private async begin(tx: Tx, operatorId: string, id: string, recipients: number): Promise<void> {
    await this.outbox.enqueue(tx, sendNews, { newsId: id });
    await this.audit.append(tx, { actor: { kind: 'account', id: operatorId }, action: 'notifications.news_sent', subject: { kind: 'news', id }, detail: { recipients } });
  }
}

function same(news: News, { subject, text }: NewsText): News {
  if (news.subject !== subject || news.text !== text) throw otherNewsSent();
  return news;
}
