import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** What somebody said for the check for fairness can be counted and deleted, and not be read: their copy says that it is there. */
export const fairnessHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'survey.answer', subjectColumn: 'subject_id', retention: 'surveyAnswers', since: 'given_at', until: 'expires_at' },
    { table: 'survey.score', subjectColumn: null, retention: 'invitedResults' },
    { table: 'survey.tally', subjectColumn: null, retention: 'surveyTallies', until: 'expires_at' },
  ],
  async export(tx, accountId) {
    const answered = await tx.query<Record<string, Json>[]>(
      `select given_at::text as "answeredAt", expires_at::text as "until", 'Stored where this program can count it and cannot read it. Taking your consent back deletes it.' as "whatYouSaid"
       from survey.answer where subject_id = $1 and expires_at > clock.now() order by given_at`,
      [accountId],
    );
    return answered.length > 0 ? { checkForFairness: answered } : {};
  },
  async erase(tx, accountId) {
    await tx.query('delete from survey.answer where subject_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(invitation_id)::int as rows from survey.answer where subject_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'survey.answer', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
