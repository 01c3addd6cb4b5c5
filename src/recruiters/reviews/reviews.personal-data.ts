import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Rows that hang from what lets an organisation read somebody's interview: with the consent they are gone. */
const OF_CANDIDATE = 'held.invitation_id in (select invitation_id from recruiters.report_access where candidate_id = $1)';
const CARDS = 'select c.id from recruiters.scorecard c join recruiters.report_access a on a.invitation_id = c.invitation_id where $1 in (a.candidate_id, c.author_id)';

/** Ratings are about whoever was interviewed. Whoever gave them leaves them to the organisation, without a name, once they are erased. */
export const reviewsHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.report_opening', subjectColumn: null, retention: 'judgements', since: 'day', counting: `where ${OF_CANDIDATE} or held.reader_id = $1` },
    { table: 'recruiters.scorecard', subjectColumn: null, retention: 'judgements', since: 'begun_at', counting: `where ${OF_CANDIDATE} or held.author_id = $1` },
    { table: 'recruiters.scorecard_version', subjectColumn: null, retention: 'judgements', since: 'saved_at', counting: `where held.scorecard_id in (${CARDS})` },
    { table: 'recruiters.score_override', subjectColumn: null, retention: 'judgements', since: 'made_at', counting: `where ${OF_CANDIDATE} or held.author_id = $1` },
  ],
  async export(tx, accountId) {
    const about = await tx.query<Record<string, Json>[]>(
      `select o.name as organisation, v.marks, v.recommendation, v.summary, v.submitted_at::text as "submittedAt"
       from recruiters.scorecard c join recruiters.report_access a on a.invitation_id = c.invitation_id join recruiters.organisation o on o.id = a.organisation_id join recruiters.scorecard_version v on v.scorecard_id = c.id
       where a.candidate_id = $1 and v.submitted_at is not null order by v.submitted_at`, [accountId]);
    const overrides = await tx.query<Record<string, Json>[]>(
      `select o.overall::text, o.reason, o.instead_of as "insteadOf", o.made_at::text as "madeAt" from recruiters.score_override o join recruiters.report_access a on a.invitation_id = o.invitation_id
       where a.candidate_id = $1 order by o.made_at`, [accountId]);
    const given = await tx.query<Record<string, Json>[]>(
      `select v.marks, v.recommendation, v.summary, v.saved_at::text as "savedAt", v.submitted_at::text as "submittedAt"
       from recruiters.scorecard c join recruiters.scorecard_version v on v.scorecard_id = c.id where c.author_id = $1 order by v.saved_at`, [accountId]);
    return {
      ...(about.length > 0 ? { ratingsOfYourInterviews: about } : {}),
      ...(overrides.length > 0 ? { scoresPeopleChanged: overrides } : {}),
      ...(given.length > 0 ? { ratingsYouGave: given } : {}),
    };
  },
  async erase(tx, accountId) {
    await tx.query('delete from recruiters.report_opening where reader_id = $1', [accountId]);
    // Drafts were never anybody else's.
    await tx.query('delete from recruiters.scorecard_version v using recruiters.scorecard c where c.id = v.scorecard_id and c.author_id = $1 and v.submitted_at is null', [accountId]);
    await tx.query('update recruiters.scorecard set author_id = null where author_id = $1', [accountId]);
    await tx.query('update recruiters.score_override set author_id = null where author_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>(
      `select (select count(*) from recruiters.scorecard where author_id = $1)::int + (select count(*) from recruiters.score_override where author_id = $1)::int as rows`, [accountId]);
    return row && row.rows > 0 ? [{ table: 'recruiters.scorecard', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
