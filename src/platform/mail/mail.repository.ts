import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../db/index.js';
import { type OutgoingMail } from './mail-outbox.js';

/** A mail with all that is needed to send it. */
export interface ClaimedMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribeUrl: string | null;
}

/** Every SQL of mails on their way. */
@Injectable()
export class MailRepository {
  /** False when the same mail was handed in before. */
  async add(tx: Tx, mail: OutgoingMail & { id: string; expiresAt: Date; recipientHash: string }): Promise<boolean> {
    const added = await tx.query<{ id: string }[]>(
      `insert into mail.outbox (id, account_id, template, matter, recipient_hash, to_address, subject, body_text, body_html, expires_at, unsubscribe_url)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (template, matter, recipient_hash) where matter is not null do nothing returning id`,
      [mail.id, mail.account ?? null, mail.template, mail.dedupe ?? null, mail.recipientHash, mail.to, mail.subject, mail.text,
        mail.html, mail.expiresAt, mail.unsubscribeUrl ?? null],
    );
    return added.length === 1;
  }

  /** Leases a mail for 90 seconds, which is longer than an attempt may take; null when there is nothing to do, or not by us. */
  async claim(tx: Tx, id: string): Promise<ClaimedMail | null> {
    const [rows] = await tx.query<[ClaimedMail[], number]>(
      `update mail.outbox
          set leased_until = clock.now() + interval '90 seconds', look_again_at = clock.now() + interval '15 minutes'
        where id = $1 and status = 'queued' and expires_at > clock.now() and coalesce(leased_until <= clock.now(), true)
        returning id, to_address as "to", subject, body_text as text, body_html as html, unsubscribe_url as "unsubscribeUrl"`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** True while a mail still waits to be sent, by whomever. */
  async isWaiting(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from mail.outbox where id = $1 and status = 'queued' and expires_at > clock.now()`,
      [id],
    );
    return rows.length > 0;
  }

  /** Leased or not: an attempt that fails after this has nothing left to try again. */
  async deleteWaiting(tx: Tx, account: string, template: string): Promise<void> {
    await tx.query(`delete from mail.outbox where account_id = $1 and template = $2 and status = 'queued'`, [account, template]);
  }

  /** Nothing of a mail remains but that it was dealt with. */
  async finish(tx: Tx, id: string, status: 'sent' | 'refused'): Promise<void> {
    await tx.query(
      `update mail.outbox set status = $2, done_at = clock.now(), leased_until = null,
              to_address = null, subject = null, body_text = null, body_html = null, unsubscribe_url = null
        where id = $1 and status = 'queued'`,
      [id, status],
    );
  }

  async release(tx: Tx, id: string): Promise<void> {
    await tx.query('update mail.outbox set leased_until = null where id = $1', [id]);
  }

  /** Ids of mails whose job seems lost, each named once in fifteen minutes. */
  async overdue(tx: Tx, limit: number): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update mail.outbox set look_again_at = clock.now() + interval '15 minutes'
        where id in (select id from mail.outbox where status = 'queued' and look_again_at <= clock.now() and expires_at > clock.now()
                      order by look_again_at limit $1 for update skip locked)
        returning id`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async deleteExpired(tx: Tx): Promise<void> {
    for (const table of ['mail.outbox', 'mail.sink_message']) await deleteEnded(tx, table);
  }
}
