import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** A request to delete stays without a name: that somebody asked, and who said that their copies are gone. */
export const deletionsHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.deletion', subjectColumn: 'candidate_id', retention: 'deletionRequests', since: 'asked_at', until: 'expires_at', stays: 'To be able to show that you asked for it to be deleted, and that it was. It leads to nobody any more.' },
    { table: 'recruiters.deletion_recipient', subjectColumn: 'member_id', retention: 'deletionRequests' },
  ],
  async export(tx, accountId) {
    const asked = await tx.query<Record<string, Json>[]>(
      `select o.name as organisation, d.job_title as job, d.asked_at::text as "askedAt", d.due_at::text as "dueAt",
         (select coalesce(jsonb_agg(jsonb_build_object('client', r.client_name, 'how', r.how, 'remindedAt', r.reminded_at, 'acknowledgedAt', r.acknowledged_at) order by r.id), '[]') from recruiters.deletion_recipient r where r.deletion_id = d.id) as "copies"
       from recruiters.deletion d join recruiters.organisation o on o.id = d.organisation_id where d.candidate_id = $1 and d.expires_at > clock.now() order by d.id`,
      [accountId],
    );
    const had = await tx.query<Record<string, Json>[]>(
      `select d.job_title as job, r.how, d.asked_at::text as "askedAt", r.acknowledged_at::text as "acknowledgedAt" from recruiters.deletion_recipient r join recruiters.deletion d on d.id = r.deletion_id
       where r.member_id = $1 and d.expires_at > clock.now() order by d.id`,
      [accountId],
    );
    return { ...(asked.length > 0 ? { deletionsYouAskedFor: asked } : {}), ...(had.length > 0 ? { copiesYouWereAskedToDelete: had } : {}) };
  },
  async erase(tx, accountId) {
    await tx.query('update recruiters.deletion set candidate_id = null where candidate_id = $1', [accountId]);
    await tx.query('update recruiters.deletion_recipient set member_id = null where member_id = $1', [accountId]);
    await tx.query(
      'update recruiters.deletion_recipient set recipient_name = null, recipient_email = null where recipient_email = (select lower(c.email) from accounts.closed_account c where c.account_id = $1)', [accountId]);
  },
  async remaining(tx, accountId) {
    const rows = await tx.query<{ table: string; rows: number }[]>(
      `select 'recruiters.deletion' as table, count(*)::int as rows from recruiters.deletion where candidate_id = $1
       union all select 'recruiters.deletion_recipient', count(*)::int from recruiters.deletion_recipient where member_id = $1`,
      [accountId],
    );
    return rows.filter(({ rows: count }) => count > 0).map((row) => ({ ...row, because: 'not erased yet' }));
  },
});
