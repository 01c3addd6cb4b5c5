import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { Clock } from '../../../src/platform/clock/index.js';
import { Config, projectRoot } from '../../../src/platform/config/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { Outbox } from '../../../src/platform/jobs/index.js';
import { Inbox, MailOutbox, type OutgoingMail } from '../../../src/platform/mail/index.js';
import { MailCarrier } from '../../../src/platform/mail/mail-carrier.js';
import { MailDelivery } from '../../../src/platform/mail/mail-delivery.js';
import { MailRepository } from '../../../src/platform/mail/mail.repository.js';
import { MailSink } from '../../../src/platform/mail/mail-sink.js';
import { Policy } from '../../../src/platform/policy/index.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

export const LETTER: OutgoingMail = {
  to: 'ada@example.org', subject: 'Confirm your address', text: 'Open https://viva.example/verify/abc', html: '<p>Open</p>', template: 'verify-email',
};

/** Mail as the application has it, on a database of its own. */
export class MailWorld {
  readonly inbox = new Inbox();
  readonly mails = new MailRepository();

  private constructor(
    readonly database: TestDatabase,
    private readonly connections: DataSource,
    readonly db: Database,
    readonly outbox: MailOutbox,
    readonly delivery: MailDelivery,
    private readonly carrier: MailCarrier,
  ) {}

  /** Without a mail server, mails go to the built-in inbox. */
  static async with(smtpUrl?: string): Promise<MailWorld> {
    const database = await freshDatabase();
    const connections = await new DataSource({ type: 'postgres', url: database.applicationUrl }).initialize();
    const db = new Database(connections);
    const config = Config.read({
      SECRET: 'f3c1a9d2e4b5967880716253443526170', DATABASE_URL: database.applicationUrl, ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
    });
    const policy = Policy.load('viva-voce', resolve(projectRoot, 'policies'));
    const carrier = new MailCarrier(config, new MailSink(config, db, new Clock(), policy));
    const outbox = new MailOutbox(new MailRepository(), new Outbox(), new Clock(), policy, config);
    return new MailWorld(database, connections, db, outbox, new MailDelivery(db, new MailRepository(), carrier, new Outbox()), carrier);
  }

  /** Hands a mail in and returns its id. */
  async handIn(more: Partial<OutgoingMail> = {}): Promise<string> {
    const id = await this.db.transaction((tx) => this.outbox.send(tx, { ...LETTER, ...more }));
    if (id === null) throw new Error('This mail was handed in before');
    return id;
  }

  async row(id: string): Promise<Record<string, unknown> | undefined> {
    const [row] = await this.database.query('select * from mail.outbox where id = $1', [id]);
    return row;
  }

  async close(): Promise<void> {
    await this.carrier.onApplicationShutdown();
    await this.connections.destroy();
    await this.database.drop();
  }
}
