import { Injectable } from '@nestjs/common';
import { isId, notFound } from '../../kernel/index.js';
import { type Tx } from '../db/index.js';

/** A mail in the list of the built-in inbox. */
export interface InboxLine {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly receivedAt: Date;
}

/** A mail of the built-in inbox. `links` are the web addresses in it, each once, in order. */
export interface InboxMessage extends InboxLine {
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
}

const COLUMNS = 'id, to_address as "to", subject, received_at as "receivedAt"';

/** Reads what the built-in mail server received. Development only; in production there is nothing in it. */
@Injectable()
export class Inbox {
  /** The newest first. */
  list(tx: Tx, { limit }: { limit: number }): Promise<InboxLine[]> {
    return tx.query<InboxLine[]>(
      `select ${COLUMNS} from mail.sink_message where expires_at > clock.now() order by received_at desc, id desc limit $1`,
      [limit],
    );
  }

  /** 404 when there is no such mail. */
  async get(tx: Tx, id: string): Promise<InboxMessage> {
    if (!isId(id)) throw notFound();
    const [message] = await tx.query<Omit<InboxMessage, 'links'>[]>(
      `select ${COLUMNS}, body_text as text, body_html as html from mail.sink_message where id = $1 and expires_at > clock.now()`,
      [id],
    );
    if (!message) throw notFound();
    return { ...message, links: [...new Set(message.text.match(/https?:\/\/[^\s<>"]+/g) ?? [])] };
  }
}
