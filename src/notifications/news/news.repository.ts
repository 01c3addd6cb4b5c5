import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';

/** What an operator writes. */
export interface NewsText {
  readonly subject: string;
  readonly text: string;
}

/** News that went out, or goes out: to how many, and how far it is. `finishedAt` is null while somebody's turn is still to come. */
export interface News extends NewsText {
  readonly id: string;
  readonly recipients: number;
  readonly sent: number;
  readonly leftOut: number;
  readonly sentAt: Date;
  readonly finishedAt: Date | null;
}

/** Somebody whose turn it is, with what they are to get. */
export interface Turn extends NewsText {
  readonly accountId: string;
}

const COLUMNS = 'id, title as subject, body as text, recipients, sent, left_out as "leftOut", sent_at as "sentAt", finished_at as "finishedAt"';
/** Longer than any batch with its pause. */
const STUCK_AFTER = '10 minutes';

/** Every statement about news. Those past their end are seen by none of them. */
@Injectable()
export class NewsRepository {
  constructor(private readonly policy: Policy) {}

  /** Each reader is entered once. False when there is news with this id already. */
  async insert(tx: Tx, id: string, { subject, text }: NewsText, readers: readonly string[]): Promise<boolean> {
    const added = await tx.query<object[]>(
      `insert into notifications.news (id, title, body, recipients, expires_at) values ($1, $2, $3, $4, clock.now() + $5::interval) on conflict do nothing returning id`,
      [id, subject, text, readers.length, this.policy.periodOf('news').iso],
    );
    if (added.length === 0) return false;
    await tx.query('insert into notifications.news_recipient (news_id, account_id) select $1, unnest($2::uuid[])', [id, readers]);
    return true;
  }

  async find(tx: Tx, id: string): Promise<News | null> {
    const [row] = await tx.query<News[]>(`select ${COLUMNS} from notifications.news where id = $1 and expires_at > clock.now()`, [id]);
    return row ?? null;
  }

  /** The newest first, those before one when it is given. */
  list(tx: Tx, before: string | null, limit: number): Promise<News[]> {
    return tx.query<News[]>(
      `select ${COLUMNS} from notifications.news
       where expires_at > clock.now() and ($1::uuid is null or (sent_at, id) < (select sent_at, id from notifications.news where id = $1))
       order by sent_at desc, id desc limit $2`,
      [before, limit],
    );
  }

  /** The next whose turn it is, by no other process; it comes again only if `tx` is undone. */
  async takeTurn(tx: Tx, id: string): Promise<Turn | null> {
    const [rows] = await tx.query<[Turn[], number]>(
      `delete from notifications.news_recipient r using notifications.news n
       where n.id = r.news_id and n.expires_at > clock.now() and (r.news_id, r.account_id) =
         (select news_id, account_id from notifications.news_recipient where news_id = $1 order by account_id limit 1 for update skip locked)
       returning r.account_id as "accountId", n.title as subject, n.body as text`,
      [id],
    );
    return rows[0] ?? null;
  }

  async count(tx: Tx, id: string, outcome: 'sent' | 'left_out'): Promise<void> {
    await tx.query(`update notifications.news set ${outcome} = ${outcome} + 1, moved_at = clock.now() where id = $1`, [id]);
  }

  /** Somebody whose turn does not come any more. */
  async leaveOut(tx: Tx, id: string, accountId: string): Promise<void> {
    const [, gone] = await tx.query<[unknown, number]>('delete from notifications.news_recipient where news_id = $1 and account_id = $2', [id, accountId]);
    if (gone > 0) await this.count(tx, id, 'left_out');
  }

  /** Does nothing while somebody's turn is to come or under way. Whoever was erased meanwhile was left out. */
  async finish(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update notifications.news set finished_at = clock.now(), left_out = recipients - sent
       where id = $1 and finished_at is null and not exists (select from notifications.news_recipient where news_id = $1)`,
      [id],
    );
  }

  /** News that has not gone on for a while; each is named again only after another while. */
  async stuck(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update notifications.news set moved_at = clock.now() where finished_at is null and moved_at <= clock.now() - $1::interval and expires_at > clock.now() returning id`,
      [STUCK_AFTER],
    );
    return rows.map(({ id }) => id);
  }

  async deleteExpired(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'notifications.news');
  }
}
