import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Decisions and appeals belong to whom they are about. Whoever decided stays a person without a name once they are erased. */
export const decisionsHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.decision', subjectColumn: 'candidate_id', retention: 'judgements', since: 'decided_at' },
    {
      table: 'recruiters.appeal', subjectColumn: null, retention: 'judgements', since: 'made_at',
      counting: 'where held.decision_id in (select id from recruiters.decision where candidate_id = $1)',
    },
  ],
  async export(tx, accountId) {
    const about = await tx.query<Record<string, Json>[]>(
      `select v.job_title as job, o.name as organisation, d.outcome, d.reason, d.decided_at::text as "decidedAt", a.said as appeal, a.made_at::text as "appealedAt", a.due_at::text as "answeredBy"
       from recruiters.decision d join recruiters.invitation i on i.id = d.invitation_id join recruiters.template_version v on v.id = i.template_version_id join recruiters.organisation o on o.id = i.organisation_id
         left join recruiters.appeal a on a.decision_id = d.id where d.candidate_id = $1 order by d.decided_at`,
      [accountId],
    );
    const made = await tx.query<Record<string, Json>[]>('select outcome, reason, decided_at::text as "decidedAt" from recruiters.decision where decided_by = $1 order by decided_at', [accountId]);
    return { ...(about.length > 0 ? { decisionsAboutYou: about } : {}), ...(made.length > 0 ? { decisionsYouMade: made } : {}) };
  },
  async erase(tx, accountId) {
    await tx.query('delete from recruiters.decision where candidate_id = $1', [accountId]);
    await tx.query('update recruiters.decision set decided_by = gen_random_uuid() where decided_by = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from recruiters.decision where $1 in (candidate_id, decided_by)', [accountId]);
    return row && row.rows > 0 ? [{ table: 'recruiters.decision', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
