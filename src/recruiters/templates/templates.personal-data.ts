import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Templates are the organisation's; who began one is somebody's own, as long as they work there. */
export const templatesHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.template', subjectColumn: 'created_by', retention: 'organisation', since: 'created_at', stays: 'It belongs to the organisation; nobody reads any more that you made it.' },
    { table: 'recruiters.template_version', subjectColumn: null, retention: 'organisation', since: 'saved_at' },
  ],
  async export(tx, accountId) {
    const templates = await tx.query<Record<string, Json>[]>(
      `select t.created_at::text as "createdAt",
         (select v.job_title from recruiters.template_version v where v.template_id = t.id order by v.version desc limit 1) as job
       from recruiters.template t join recruiters.member m on m.organisation_id = t.organisation_id and m.account_id = $1
       where t.created_by = $1 order by t.created_at`,
      [accountId],
    );
    return templates.length > 0 ? { interviewTemplates: templates } : {};
  },
  async erase(tx, accountId) {
    await tx.query('update recruiters.template set created_by = null where created_by = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from recruiters.template where created_by = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'recruiters.template', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
