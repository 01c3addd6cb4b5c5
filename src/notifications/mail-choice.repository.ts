import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { type LeavableCategory, type RefusableCategory } from './categories.js';

/** Every statement about mails that people do not want. */
@Injectable()
export class MailChoiceRepository {
  async refuses(tx: Tx, accountId: string, category: RefusableCategory): Promise<boolean> {
    return (await tx.query<object[]>('select from notifications.mail_refusal where account_id = $1 and category = $2', [accountId, category])).length > 0;
  }

  async refused(tx: Tx, accountId: string): Promise<RefusableCategory[]> {
    const rows = await tx.query<{ category: RefusableCategory }[]>('select category from notifications.mail_refusal where account_id = $1', [accountId]);
    return rows.map(({ category }) => category);
  }

  /** False when it was refused already. */
  async refuse(tx: Tx, accountId: string, category: RefusableCategory): Promise<boolean> {
    return (await tx.query<object[]>('insert into notifications.mail_refusal (account_id, category) select id, $2 from accounts.account where id = $1 on conflict do nothing returning category', [accountId, category])).length > 0;
  }

  /** False when it was not refused. */
  async welcome(tx: Tx, accountId: string, category: RefusableCategory): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from notifications.mail_refusal where account_id = $1 and category = $2 returning category', [accountId, category]);
    return rows.length > 0;
  }

  async keepLink(tx: Tx, tokenHash: string, accountId: string, category: LeavableCategory): Promise<void> {
    await tx.query('insert into notifications.unsubscribe_link (token_hash, account_id, category) values ($1, $2, $3) on conflict do nothing', [tokenHash, accountId, category]);
  }

  async findLink(tx: Tx, tokenHash: string): Promise<{ accountId: string; category: LeavableCategory } | null> {
    const rows = await tx.query<{ accountId: string; category: LeavableCategory }[]>('select account_id as "accountId", category from notifications.unsubscribe_link where token_hash = $1', [tokenHash]);
    return rows[0] ?? null;
  }
}
