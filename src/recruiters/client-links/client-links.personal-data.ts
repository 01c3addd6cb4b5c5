import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

const MADE_FOR = `recruiters.client_link l where l.recipient_email = (select u.email from auth."user" u where u.id = $1)`;
/** The address of a deleted account, which the row of the closed account keeps until the end. */
const ADDRESS = '(select lower(c.email) from accounts.closed_account c where c.account_id = $1)';

/** Links for clients: whom they show falls with the consent; who made one, and who got it, is told to both of them. */
export const clientLinksHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.client_link', subjectColumn: 'maker_id', retention: 'clientLinks', since: 'made_at', until: 'expires_at' },
    { table: 'recruiters.client_link_result', subjectColumn: 'candidate_id', retention: 'clientLinks' },
    { table: 'recruiters.client_link_opening', subjectColumn: null, retention: 'clientLinks', since: 'opened_at', counting: 'where held.invitation_id in (select i.id from recruiters.invitation i where i.candidate_id = $1)' },
  ],
  async export(tx, accountId) {
    const shown = await tx.query<Record<string, Json>[]>(
      `select o.name as organisation, l.client_name as client, l.recipient_name as "shownTo", l.made_at::text as "madeAt", l.ends_at::text as "endsAt", l.revoked_at::text as "takenBackAt",
         (select coalesce(jsonb_agg(p.opened_at order by p.opened_at), '[]') from recruiters.client_link_opening p where p.link_id = l.id and p.invitation_id = i.id) as openings
       from recruiters.invitation i join recruiters.client_link l on l.expires_at > clock.now()
         and (exists (select from recruiters.client_link_result r where r.link_id = l.id and r.invitation_id = i.id) or exists (select from recruiters.client_link_opening p where p.link_id = l.id and p.invitation_id = i.id))
       join recruiters.organisation o on o.id = l.organisation_id where i.candidate_id = $1 and i.expires_at > clock.now() order by l.id`,
      [accountId],
    );
    const made = await tx.query<Record<string, Json>[]>(
      `select client_name as client, recipient_name as recipient, recipient_email as "recipientEmail", made_at::text as "madeAt" from recruiters.client_link where maker_id = $1 and expires_at > clock.now() order by id`, [accountId]);
    const got = await tx.query<Record<string, Json>[]>(`select l.client_name as client, l.recipient_name as "asName", l.made_at::text as "madeAt" from ${MADE_FOR} and l.expires_at > clock.now() order by l.id`, [accountId]);
    return { ...(shown.length > 0 ? { linksThatShowedYou: shown } : {}), ...(made.length > 0 ? { linksForClientsYouMade: made } : {}), ...(got.length > 0 ? { linksSentToYou: got } : {}) };
  },
  async erase(tx, accountId) {
    // Who was shown by it reads in the log that it was opened, and for which client.
    await tx.query(`delete from recruiters.client_link where recipient_email = ${ADDRESS}`, [accountId]);
    await tx.query('delete from recruiters.client_link_result where candidate_id = $1', [accountId]);
    await tx.query('update recruiters.client_link set maker_id = null where maker_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const rows = await tx.query<{ table: string; rows: number }[]>(
      `select 'recruiters.client_link_result' as table, count(*)::int as rows from recruiters.client_link_result where candidate_id = $1
       union all select 'recruiters.client_link', count(*)::int from recruiters.client_link where maker_id = $1`,
      [accountId],
    );
    return rows.filter(({ rows: count }) => count > 0).map((row) => ({ ...row, because: 'not erased yet' }));
  },
});
