import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '../../platform/jobs/index.js';
import { ChangeNews } from './change-news.js';
import { goOnTelling, tellOfChange } from './notices.jobs.js';

@Injectable()
export class NoticesWorker {
  constructor(private readonly news: ChangeNews) {}

  @OnJob(tellOfChange)
  async tell({ version }: { version: string }, { signal }: JobContext): Promise<void> {
    await this.news.goOn(version, signal);
  }

  @OnJob(goOnTelling)
  async resume(): Promise<void> {
    await this.news.resume();
  }
}
