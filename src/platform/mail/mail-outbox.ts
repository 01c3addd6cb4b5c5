import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { newId } from '../../kernel/index.js';
import { Clock } from '../clock/index.js';
import { Config } from '../config/index.js';
import { type Tx } from '../db/index.js';
import { Outbox } from '../jobs/index.js';
import { Policy } from '../policy/index.js';
import { MailRepository } from './mail.repository.js';
import { sendMail } from './mail.jobs.js';

/** One mail to one address, rendered (`renderMail`). */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Which kind of mail this is, in kebab case: `verify-email`. */
  readonly template: string;
  /** The id of what it is about: with it, the same template goes to the same address about the same thing once only. */
  readonly dedupe?: string;
  /** Where a mail program may turn mails of this kind off by a POST (RFC 8058). */
  readonly unsubscribeUrl?: string;
  /** The account it is for, so that it goes when the account goes. */
  readonly account?: string;
}

const address = z.email().max(254);

/** Where mails are handed in. They leave when the transaction that handed them in has committed. */
@Injectable()
export class MailOutbox {
  constructor(
    private readonly mails: MailRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly policy: Policy,
    private readonly config: Config,
  ) {}

  /**
   * Queues a mail within `tx`. Its text is deleted as soon as it is sent, or when the policy's `mailBody` ends. Returns its
   * id, or null when the same mail (template, `dedupe`, address) was handed in before. It arrives at least once: when a mail
   * server takes a mail and its answer is lost, it is sent again under the same Message-ID.
   */
  async send(tx: Tx, mail: OutgoingMail): Promise<string | null> {
    const to = address.parse(mail.to);
    const id = newId();
    const expiresAt = this.policy.endOf('mailBody', await this.clock.now(tx));
    const isNew = await this.mails.add(tx, { ...mail, id, to, expiresAt, recipientHash: this.hashOf(to) });
    if (!isNew) return null;
    await this.outbox.enqueue(tx, sendMail, { mailId: id });
    return id;
  }

  /** Takes back what waits of one kind for an account. What a mail server is being given at this moment cannot be held, but is not given again. */
  async takeBack(tx: Tx, account: string, template: string): Promise<void> {
    await this.mails.deleteWaiting(tx, account, template);
  }

  /** Keyed, so that the table tells nobody whether an address they guess was written to. */
  private hashOf(to: string): string {
    return createHmac('sha256', this.config.settings.SECRET).update(`mail recipient\0${to.toLowerCase()}`).digest('hex');
  }
}
