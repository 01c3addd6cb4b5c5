import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type JobContext, OnJob } from '../../platform/jobs/index.js';
import { sendNews, sweepNews } from './news.jobs.js';
import { NewsMailing } from './news-mailing.js';
import { NewsRepository } from './news.repository.js';

@Injectable()
export class NewsWorker {
  constructor(
    private readonly mailing: NewsMailing,
    private readonly news: NewsRepository,
    private readonly db: Database,
  ) {}

  @OnJob(sendNews)
  async send({ newsId }: { newsId: string }, { signal }: JobContext): Promise<void> {
    await this.mailing.goOn(newsId, signal);
  }

  @OnJob(sweepNews)
  async sweep(): Promise<void> {
    await this.mailing.resume();
    await this.news.deleteExpired(this.db.alone);
  }
}
