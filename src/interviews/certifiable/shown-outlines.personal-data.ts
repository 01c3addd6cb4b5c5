import { z } from 'zod';
import { type Json } from '../../kernel/index.js';
import { Brought, holdsPersonalData } from '../../platform/personal-data/index.js';

const broughtOutlines = z.array(z.object({ question: z.string().min(1).max(300), firstShownAt: Brought.moment })).max(100_000);

/** Which model outlines somebody has been shown. They stay when interviews go, and go with the account. */
export const shownOutlinesHolder = holdsPersonalData({
  module: 'interviews',
  tables: [{ table: 'interviews.shown_outline', subjectColumn: 'account_id', retention: 'shownOutlines', since: 'first_shown_at' }],
  async export(tx, accountId) {
    const shown = await tx.query<Record<string, Json>[]>('select question_id as question, first_shown_at::text as "firstShownAt" from interviews.shown_outline where account_id = $1 order by first_shown_at, question_id', [accountId]);
    return shown.length > 0 ? { outlinesShown: shown } : {};
  },
  /** What somebody has read elsewhere they know here. */
  async bringIn(tx, brought) {
    const shown = brought.read('outlinesShown', broughtOutlines);
    if (shown === null) return [];
    const kept = await tx.query<object[]>(
      `insert into interviews.shown_outline as known (account_id, question_id, first_shown_at)
       select $1, s.question, min(s."firstShownAt") from jsonb_to_recordset($2::jsonb) as s (question text, "firstShownAt" timestamptz) group by s.question
       on conflict (account_id, question_id) do update set first_shown_at = excluded.first_shown_at where known.first_shown_at > excluded.first_shown_at returning question_id`,
      [brought.accountId, JSON.stringify(shown)],
    );
    return [{ category: 'outlinesShown', came: kept.length, left: [] }];
  },
  async erase(tx, accountId) {
    await tx.query('delete from interviews.shown_outline where account_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from interviews.shown_outline where account_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'interviews.shown_outline', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
