import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { type NewNote } from './notifications.js';

/** A note as its owner reads it. */
export interface NoteLine {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
  readonly writtenAt: Date;
  readonly isRead: boolean;
}

/** Every statement about notes. Those past their end are seen by none of them. */
@Injectable()
export class NoteRepository {
  constructor(private readonly policy: Policy) {}

  /** Nothing is written for an account that is gone. */
  async insert(tx: Tx, id: string, { accountId, kind, title, body, link, dedupe }: NewNote): Promise<void> {
    await tx.query(
      `insert into notifications.note (id, account_id, kind, title, body, link, matter, expires_at)
       select $1, a.id, $3, $4, $5, $6, $7, clock.now() + $8::interval from accounts.account a where a.id = $2
       on conflict (account_id, kind, matter) where matter is not null do nothing`,
      [id, accountId, kind, title, body, link ?? null, dedupe ?? null, this.policy.periodOf('notes').iso],
    );
  }

  /** The newest first, one more than `limit` when there are more. */
  listMine(tx: Tx, accountId: string, before: string | null, limit: number): Promise<NoteLine[]> {
    return tx.query<NoteLine[]>(
      `select id, kind, title, body, link, created_at as "writtenAt", read_at is not null as "isRead" from notifications.note
       where account_id = $1 and expires_at > clock.now() and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [accountId, before, limit],
    );
  }

  async countUnread(tx: Tx, accountId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from notifications.note where account_id = $1 and read_at is null and expires_at > clock.now()', [accountId]);
    return row?.count ?? 0;
  }

  /** Marks everything up to a note as read, that one included. */
  async readMine(tx: Tx, accountId: string, upTo: string): Promise<void> {
    await tx.query('update notifications.note set read_at = clock.now() where account_id = $1 and id <= $2 and read_at is null', [accountId, upTo]);
  }

  async sweep(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'notifications.note');
  }
}
