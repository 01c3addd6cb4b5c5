import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Requests to talk to somebody. A recruiter who goes leaves them to the organisation, without who sent them. */
export const contactsHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [{ table: 'recruiters.contact_request', subjectColumn: 'candidate_id', retention: 'contactRequests', since: 'sent_at', until: 'expires_at' }],
  async export(tx, accountId) {
    const received = await tx.query<Record<string, Json>[]>(
      `select o.name as organisation, r.client_name as client, r.job_title as job, r.pay_min::text as "payMin", r.pay_max::text as "payMax", r.pay_currency as currency, r.pay_per as per, r.message,
         r.state, r.refusal, r.sent_at::text as "sentAt", r.ends_at::text as "endsAt", r.answered_at::text as "answeredAt"
       from recruiters.contact_request r join recruiters.organisation o on o.id = r.organisation_id
       where r.candidate_id = $1 and r.expires_at > clock.now() order by r.id`,
      [accountId],
    );
    const sent = await tx.query<Record<string, Json>[]>(
      `select client_name as client, job_title as job, message, sent_at::text as "sentAt" from recruiters.contact_request where sender_id = $1 and expires_at > clock.now() order by id`, [accountId]);
    return { ...(received.length > 0 ? { contactRequestsReceived: received } : {}), ...(sent.length > 0 ? { contactRequestsSent: sent } : {}) };
  },
  async erase(tx, accountId) {
    await tx.query('delete from recruiters.contact_request where candidate_id = $1', [accountId]);
    await tx.query('update recruiters.contact_request set sender_id = null where sender_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from recruiters.contact_request where $1 in (candidate_id, sender_id)', [accountId]);
    return row && row.rows > 0 ? [{ table: 'recruiters.contact_request', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
