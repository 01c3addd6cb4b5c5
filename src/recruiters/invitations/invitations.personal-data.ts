import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** The address of a deleted account, which the row of the closed account keeps until the end. */
const ADDRESS = '(select lower(c.email) from accounts.closed_account c where c.account_id = $1)';

/** Invitations are the organisation's; whoever was invited, and whoever sent them, goes out of them. What was shared falls with the consent. */
export const invitationsHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.invitation', subjectColumn: 'candidate_id', retention: 'invitations', since: 'invited_at', until: 'expires_at', counting: 'where held.candidate_id = $1 or held.sender_id = $1' },
    { table: 'recruiters.invitation_link', subjectColumn: null, retention: 'invitations', since: 'made_at', counting: 'where held.invitation_id in (select id from recruiters.invitation where candidate_id = $1)' },
    { table: 'recruiters.report_access', subjectColumn: 'candidate_id', retention: 'invitedResults', since: 'submitted_at', until: 'ends_at' },
    { table: 'recruiters.invitation_batch', subjectColumn: null, retention: 'invitations', since: 'made_at', until: 'expires_at', counting: 'where held.sender_id = $1' },
    { table: 'recruiters.invitation_line', subjectColumn: null, retention: 'invitations' },
    { table: 'recruiters.do_not_invite', subjectColumn: null, retention: 'organisation', since: 'added_at' },
  ],
  async export(tx, accountId) {
    const received = await tx.query<Record<string, Json>[]>(
      `select o.name as organisation, v.client_name as client, v.job_title as job, i.email, i.name, i.message, recruiters.state_of(i) as state, i.refusal, i.judged_by as "judgedBy", i.invited_at::text as "invitedAt", i.opened_at::text as "openedAt",
         i.accepted_at::text as "acceptedAt", i.started_at::text as "startedAt", i.completed_at::text as "handedInAt", i.ended_at::text as "endedAt", i.deadline_at::text as "deadlineAt", a.ends_at::text as "sharedUntil"
       from recruiters.invitation i join recruiters.organisation o on o.id = i.organisation_id join recruiters.template_version v on v.id = i.template_version_id left join recruiters.report_access a on a.invitation_id = i.id
       where i.candidate_id = $1 and i.expires_at > clock.now() order by i.id`, [accountId]);
    const sent = await tx.query<Record<string, Json>[]>(
      `select v.job_title as job, b.message, b.lines as people, b.made_at::text as "sentAt" from recruiters.invitation_batch b join recruiters.template_version v on v.id = b.template_version_id where b.sender_id = $1 and b.expires_at > clock.now() order by b.made_at`, [accountId]);
    return { ...(received.length > 0 ? { interviewInvitations: received } : {}), ...(sent.length > 0 ? { interviewInvitationsSent: sent } : {}) };
  },
  async close(tx, accountId) {
    // Those that were begun say so by themselves, when the consent falls.
    await tx.query(`update recruiters.invitation set state = 'withdrawn', ended_at = clock.now() where candidate_id = $1 and state in ('invited', 'opened', 'in_progress')`, [accountId]);
  },
  async erase(tx, accountId) {
    await tx.query(
      `with gone as (delete from recruiters.invitation_line where email = ${ADDRESS} returning batch_id), counted as (select batch_id, count(*)::int as count from gone group by 1)
       update recruiters.invitation_batch b set passed_over = passed_over + c.count, finished_at = case when sent + passed_over + c.count = lines then clock.now() end from counted c where c.batch_id = b.id`, [accountId]);
    await tx.query('delete from recruiters.invitation_link where invitation_id in (select id from recruiters.invitation where candidate_id = $1)', [accountId]);
    // Words that were written to nobody else go as well; what was written to several stays with the others.
    await tx.query(
      `with deleted as (delete from recruiters.invitation where candidate_id is null and email = ${ADDRESS} returning id, batch_id),
         emptied as (update recruiters.invitation set email = null, name = null, message = null, candidate_id = null where candidate_id = $1 returning id, batch_id),
         theirs as (select * from deleted union all select * from emptied)
       update recruiters.invitation_batch b set message = null where b.id in (select batch_id from theirs)
         and not exists (select from recruiters.invitation i where i.batch_id = b.id and i.email is not null and i.id not in (select id from theirs))
         and not exists (select from recruiters.invitation_line l where l.batch_id = b.id)`, [accountId]);
    await tx.query('update recruiters.invitation set sender_id = null where sender_id = $1', [accountId]);
    await tx.query('update recruiters.invitation_batch set sender_id = null where sender_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const rows = await tx.query<{ table: string; rows: number }[]>(
      `select 'recruiters.invitation' as table, count(*)::int as rows from recruiters.invitation where $1 in (candidate_id, sender_id)
       union all select 'recruiters.invitation_batch', count(*)::int from recruiters.invitation_batch where sender_id = $1
       union all select 'recruiters.report_access', count(*)::int from recruiters.report_access where candidate_id = $1`, [accountId]);
    return rows.filter(({ rows: count }) => count > 0).map((row) => ({ ...row, because: 'not erased yet' }));
  },
});
