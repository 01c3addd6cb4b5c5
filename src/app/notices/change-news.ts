import { Injectable, Logger } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { Notifications } from '../../notifications/index.js';
import { Database, isOfDatabase, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { NoticeRepository, type PublishedVersion } from './notice.repository.js';
import { tellOfChange } from './notices.jobs.js';

/** With the pause after it 20 mails a second: what somebody waits for, such as a link to sign in, gets past these. */
const BATCH = 100;
const PAUSE_SECONDS = 5;

const WHERE = '/legal/privacy/versions';

/** Tells everybody who has an account when a version is published that the notices have changed in a way that matters. */
@Injectable()
export class ChangeNews {
  private readonly logger = new Logger('notices');

  constructor(
    private readonly notices: NoticeRepository,
    private readonly accounts: AccountContacts,
    private readonly notifications: Notifications,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** Within the transaction that publishes the version. */
  async begin(tx: Tx, version: string): Promise<void> {
    await this.notices.beginTelling(tx, version);
    await this.outbox.enqueue(tx, tellOfChange, { version });
  }

  /** One batch; the next one is a job of its own. */
  async goOn(version: string, signal: AbortSignal): Promise<void> {
    for (let turns = 0; turns < BATCH; turns += 1) {
      if (signal.aborted || !(await this.nextTurn(version))) return;
    }
    await this.outbox.enqueue(this.db.alone, tellOfChange, { version }, { afterSeconds: PAUSE_SECONDS });
  }

  /** Has it go on where its job was given up or lost. */
  async resume(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const version of await this.notices.stuck(tx)) await this.outbox.enqueue(tx, tellOfChange, { version });
    });
  }

  /** False when nobody is left. Somebody whose mail cannot be written does not keep those after them waiting. */
  private async nextTurn(version: string): Promise<boolean> {
    try {
      return await this.db.transaction((tx) => this.takeTurn(tx, version, (told, accountId) => this.tell(tx, told, accountId)));
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      this.logger.warn(`Somebody could not be told of version ${version} (${error instanceof Error ? error.name : typeof error}); they are left out`);
      return this.db.transaction((tx) => this.takeTurn(tx, version, () => Promise.resolve()));
    }
  }

  private async takeTurn(tx: Tx, version: string, tell: (told: PublishedVersion, accountId: string) => Promise<void>): Promise<boolean> {
    const turn = await this.notices.takeTurn(tx, version);
    if (!turn) return false;
    const next = await this.accounts.nextAfter(tx, turn.toldUpTo, turn.publishedAt);
    if (next === null) {
      await this.notices.finishTelling(tx, version);
      return false;
    }
    await tell(turn, next);
    await this.notices.moveOn(tx, version, next);
    return true;
  }

  private async tell(tx: Tx, { version, says, publishedAt }: PublishedVersion, accountId: string): Promise<void> {
    const subject = 'Our privacy notice has changed';
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(publishedAt);
    const paragraphs = [
      `Since ${day} (UTC) a new version of our notices is in force. What has changed: ${says}`,
      'You need do nothing. That you stay, or say nothing, allows nothing: where the text of something you allowed has changed in a way that matters, it is off until you have read the new text and allow it again.',
    ];
    await this.notifications.note(tx, { accountId, kind: 'app.notices_changed', title: subject, body: paragraphs.join(' '), link: WHERE, dedupe: version });
    await this.notifications.deliver(tx, {
      accountId, category: 'essential',
      mail: { template: 'notices-changed', dedupe: `${accountId} ${version}`, subject, heading: subject, paragraphs, action: { label: 'See what has changed', path: WHERE } },
    });
  }
}
