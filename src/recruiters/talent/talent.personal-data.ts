import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** What recruiters are shown of somebody. It falls with the consent, and is deleted besides. */
export const talentHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.talent_listing', subjectColumn: 'candidate_id', retention: 'its own end', since: 'listed_at', until: 'grant_expires_at' },
    { table: 'recruiters.talent_contact', subjectColumn: 'candidate_id', retention: 'its own end', until: 'grant_expires_at' },
    { table: 'recruiters.talent_word', subjectColumn: null, retention: 'suggestedWords' },
  ],
  async export(tx, accountId) {
    const listings = await tx.query<Record<string, Json>[]>(
      `select alias, fields, headline, role_title as role, level_id as level, skills, place, country, remote, languages, availability, top_score::text as score,
         competency_scores as competencies, evaluator, score_expires_at::text as "scoreExpiresAt", certificate_role as "certificateFor", certificate_score::text as "certificateScore", certificate_expires_at::text as "certificateUntil",
         answers_interview_id as "answersOfInterview", answers_expire_at::text as "answersUntil", listed_at::text as "listedAt", grant_expires_at::text as "expiresAt"
       from recruiters.talent_listing where candidate_id = $1 and grant_expires_at > clock.now()`,
      [accountId],
    );
    const contacts = await tx.query<Record<string, Json>[]>(
      'select purpose, scope, name, email, grant_expires_at::text as "expiresAt" from recruiters.talent_contact where candidate_id = $1 and grant_expires_at > clock.now() order by purpose, scope', [accountId]);
    return { talentListing: listings, sharedContact: contacts };
  },
  async erase(tx, accountId) {
    await tx.query('delete from recruiters.talent_listing where candidate_id = $1', [accountId]);
    await tx.query('delete from recruiters.talent_contact where candidate_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const rows = await tx.query<{ table: string; rows: number }[]>(
      `select 'recruiters.talent_listing' as table, count(*)::int as rows from recruiters.talent_listing where candidate_id = $1
       union all select 'recruiters.talent_contact', count(*)::int from recruiters.talent_contact where candidate_id = $1`,
      [accountId],
    );
    return rows.filter(({ rows: count }) => count > 0).map((row) => ({ ...row, because: 'not erased yet' }));
  },
});
