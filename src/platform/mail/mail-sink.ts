import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { newId } from '../../kernel/index.js';
import { Clock } from '../clock/index.js';
import { Config } from '../config/index.js';
import { Database } from '../db/index.js';
import { Policy } from '../policy/index.js';
import { readMessage } from './read-message.js';

/** The built-in mail server of development: real SMTP on this machine only, whose mails go to the inbox page. */
@Injectable()
export class MailSink {
  private server: SMTPServer | null = null;

  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly policy: Policy,
  ) {}

  /** Starts on a free port; returns the address to send to. */
  async open(): Promise<string> {
    if (this.config.isProduction) throw new Error('Production sends its mails through SMTP_URL, never to the built-in inbox');
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onData: (stream, session, done) => {
        this.keep(stream, session).then(() => done(), (error: Error) => done(error));
      },
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private async keep(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const { subject, text, html, mailId } = readMessage(await buffer(stream));
    await this.db.transaction(async (tx) => {
      const expiresAt = this.policy.endOf('developmentInbox', await this.clock.now(tx));
      for (const { address } of session.envelope.rcptTo) {
        await tx.query(
          `insert into mail.sink_message (id, account_id, to_address, subject, body_text, body_html, expires_at)
           values ($1, (select account_id from mail.outbox where id = $2), $3, $4, $5, $6, $7)`,
          [newId(), mailId, address, subject, text, html, expiresAt],
        );
      }
    });
  }
}
