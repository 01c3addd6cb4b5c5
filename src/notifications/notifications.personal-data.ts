import { z } from 'zod';
import { type Json } from '../kernel/index.js';
import { noteFact } from '../platform/journal/index.js';
import { refusableCategories, type RefusableCategory } from './categories.js';
import { mailFact } from './notifications.facts.js';
import { holdsPersonalData } from '../platform/personal-data/index.js';

const broughtRefusals = z.array(z.object({ category: z.string().max(100) })).max(100);
const isKnown = (category: string): boolean => (refusableCategories as readonly string[]).includes(category);

const OF_ACCOUNTS = ['note', 'mail_refusal', 'unsubscribe_link', 'news_recipient'];

export const notificationsHolder = holdsPersonalData({
  module: 'notifications',
  tables: [
    { table: 'notifications.note', subjectColumn: 'account_id', retention: 'notes', since: 'created_at', until: 'expires_at' },
    { table: 'notifications.mail_refusal', subjectColumn: 'account_id', retention: 'account' },
    { table: 'notifications.unsubscribe_link', subjectColumn: 'account_id', retention: 'account' },
    { table: 'notifications.news', subjectColumn: null, retention: 'news', until: 'expires_at' },
    { table: 'notifications.news_recipient', subjectColumn: 'account_id', retention: 'news', since: 'chosen_at' },
  ],
  async export(tx, accountId) {
    const notes = await tx.query<Record<string, Json>[]>(
      `select kind, title, body, created_at::text as "writtenAt", read_at::text as "readAt" from notifications.note
       where account_id = $1 and expires_at > clock.now() order by id`,
      [accountId],
    );
    const mailsTurnedOff = await tx.query<Record<string, Json>[]>('select category, refused_at::text as since from notifications.mail_refusal where account_id = $1 order by category', [accountId]);
    const newsToCome = await tx.query<Record<string, Json>[]>(
      `select n.title as subject, r.chosen_at::text as "chosenAt" from notifications.news_recipient r join notifications.news n on n.id = r.news_id
       where r.account_id = $1 and n.expires_at > clock.now() order by n.sent_at, n.id`,
      [accountId],
    );
    return { notes, mailsTurnedOff, newsToCome };
  },
  /** Whoever did not want a kind of mail elsewhere does not get it here either. */
  async bringIn(tx, brought) {
    const refused = brought.read('mailsTurnedOff', broughtRefusals);
    if (refused === null) return [];
    const known = refused.filter(({ category }) => isKnown(category));
    const kept = await tx.query<{ category: RefusableCategory }[]>(
      'insert into notifications.mail_refusal (account_id, category) select $1, unnest($2::text[]) on conflict do nothing returning category', [brought.accountId, [...new Set(known.map(({ category }) => category))]]);
    for (const { category } of kept) await noteFact(tx, mailFact, { accountId: brought.accountId, category, wanted: 'no' });
    const strange = refused.length - known.length;
    return [{ category: 'mailsTurnedOff', came: kept.length, left: strange > 0 ? [{ count: strange, because: 'there is no such kind of mail here' }] : [] }];
  },
  async erase(tx, accountId) {
    for (const table of OF_ACCOUNTS) await tx.query(`delete from notifications.${table} where account_id = $1`, [accountId]);
  },
  async remaining(tx, accountId) {
    const left = [];
    for (const table of OF_ACCOUNTS) {
      const [row] = await tx.query<{ rows: number }[]>(`select count(*)::int as rows from notifications.${table} where account_id = $1`, [accountId]);
      if (row && row.rows > 0) left.push({ table: `notifications.${table}`, rows: row.rows, because: 'not erased yet' });
    }
    return left;
  },
});
