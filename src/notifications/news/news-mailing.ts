import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ConsentDesk } from '../../consent/index.js';
import { Database, isOfDatabase, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { MailOutbox } from '../../platform/mail/index.js';
import { NEWS_PURPOSE } from '../categories.js';
import { Notifications } from '../notifications.js';
import { sendNews } from './news.jobs.js';
import { NEWS_TEMPLATE, newsMail } from './news.mail.js';
import { NewsRepository, type Turn } from './news.repository.js';

/** With the pause after it 20 mails a second: what somebody waits for, such as a link to sign in, gets past the news. */
const BATCH = 100;
const PAUSE_SECONDS = 5;

/** Hands news to the mails, person by person. */
@Injectable()
export class NewsMailing implements OnModuleInit {
  private readonly logger = new Logger('news');

  constructor(
    private readonly news: NewsRepository,
    private readonly notifications: Notifications,
    private readonly consents: ConsentDesk,
    private readonly mails: MailOutbox,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** Whoever takes their consent back gets nothing that waits to leave, either. */
  onModuleInit(): void {
    this.consents.followEnd(NEWS_PURPOSE, (tx, accountId) => this.mails.takeBack(tx, accountId, NEWS_TEMPLATE));
  }

  /** One batch; the next one is a job of its own. */
  async goOn(newsId: string, signal: AbortSignal): Promise<void> {
    for (let turns = 0; turns < BATCH; turns += 1) {
      if (signal.aborted || !(await this.nextTurn(newsId))) return;
    }
    await this.outbox.enqueue(this.db.alone, sendNews, { newsId }, { afterSeconds: PAUSE_SECONDS });
  }

  /** Has news go on whose job was given up or lost. */
  async resume(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const newsId of await this.news.stuck(tx)) await this.outbox.enqueue(tx, sendNews, { newsId });
    });
  }

  /** False when nobody is left. Somebody whose mail cannot be written does not keep those after them waiting. */
  private async nextTurn(newsId: string): Promise<boolean> {
    try {
      return await this.db.transaction((tx) => this.takeTurn(tx, newsId));
    } catch (error) {
      if (!(error instanceof Unwritable)) throw error;
      this.logger.warn(`News ${newsId} could not be written to account ${error.accountId} (${error.message}); they are left out`);
      await this.db.transaction((tx) => this.news.leaveOut(tx, newsId, error.accountId));
      return true;
    }
  }

  private async takeTurn(tx: Tx, newsId: string): Promise<boolean> {
    const turn = await this.news.takeTurn(tx, newsId);
    if (!turn) {
      await this.news.finish(tx, newsId);
      return false;
    }
    await this.news.count(tx, newsId, (await this.write(tx, newsId, turn)) ? 'sent' : 'left_out');
    return true;
  }

  /** The consent is asked for in the transaction that hands the mail over. */
  private async write(tx: Tx, newsId: string, turn: Turn): Promise<boolean> {
    try {
      return await this.notifications.deliver(tx, { accountId: turn.accountId, category: 'news', mail: newsMail(turn, newsId) });
    } catch (error) {
      throw isOfDatabase(error) ? error : new Unwritable(turn.accountId, error);
    }
  }
}

/** A mail to one person that cannot be written, however often it is tried. Of what went wrong only the kind is told: the rest may name the address. */
class Unwritable extends Error {
  constructor(readonly accountId: string, cause: unknown) {
    super(cause instanceof Error ? cause.name : typeof cause);
  }
}
