import { type Json } from '../kernel/index.js';
import { holdsPersonalData } from '../platform/personal-data/index.js';

export const notificationsHolder = holdsPersonalData({
  module: 'notifications',
  tables: [
    { table: 'notifications.note', subjectColumn: 'account_id', retention: 'notes', since: 'created_at', until: 'expires_at' },
    { table: 'notifications.mail_refusal', subjectColumn: 'account_id', retention: 'account' },
    { table: 'notifications.unsubscribe_link', subjectColumn: 'account_id', retention: 'account' },
  ],
  async export(tx, accountId) {
    const notes = await tx.query<Record<string, Json>[]>(
      `select kind, title, body, created_at::text as "writtenAt", read_at::text as "readAt" from notifications.note
       where account_id = $1 and expires_at > clock.now() order by id`,
      [accountId],
    );
    const mailsTurnedOff = await tx.query<Record<string, Json>[]>('select category, refused_at::text as since from notifications.mail_refusal where account_id = $1 order by category', [accountId]);
    return { notes, mailsTurnedOff };
  },
  async erase(tx, accountId) {
    for (const table of ['note', 'mail_refusal', 'unsubscribe_link']) await tx.query(`delete from notifications.${table} where account_id = $1`, [accountId]);
  },
  async remaining(tx, accountId) {
    const left = [];
    for (const table of ['note', 'mail_refusal', 'unsubscribe_link']) {
      const [row] = await tx.query<{ rows: number }[]>(`select count(*)::int as rows from notifications.${table} where account_id = $1`, [accountId]);
      if (row && row.rows > 0) left.push({ table: `notifications.${table}`, rows: row.rows, because: 'not erased yet' });
    }
    return left;
  },
});
