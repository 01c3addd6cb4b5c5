import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** The address of a deleted account, which the row of the closed account keeps until the end. */
const ADDRESS = '(select lower(c.email) from accounts.closed_account c where c.account_id = $1)';

/** Who has copies of whose interview. It outlives the invitation, so that a request to delete finds them; it is asked for them when the account is closed, and nobody is forgotten before. */
export const copiesHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    { table: 'recruiters.copy', subjectColumn: 'candidate_id', retention: 'copies', since: 'made_at', until: 'expires_at', counting: 'where (held.candidate_id = $1 or held.maker_id = $1)' },
  ],
  async export(tx, accountId) {
    const ofYou = await tx.query<Record<string, Json>[]>(
      `select o.name as organisation, c.job_title as job, c.client_name as client, c.how, c.made_at::text as "lastAt", c.expires_at::text as "keptUntil" from recruiters.copy c join recruiters.organisation o on o.id = c.organisation_id
       where c.candidate_id = $1 and c.expires_at > clock.now() order by c.made_at, c.id`,
      [accountId],
    );
    const made = await tx.query<Record<string, Json>[]>(
      `select job_title as job, how, made_at::text as "lastAt" from recruiters.copy where maker_id = $1 and how <> 'link' and expires_at > clock.now() order by made_at, id`, [accountId]);
    const got = await tx.query<Record<string, Json>[]>(
      `select o.name as organisation, c.job_title as job, c.client_name as client, c.recipient_name as "asName", c.made_at::text as "lastAt" from recruiters.copy c join recruiters.organisation o on o.id = c.organisation_id
       where c.recipient_email = (select u.email from auth."user" u where u.id = $1) and c.expires_at > clock.now() order by c.made_at, c.id`,
      [accountId],
    );
    return { ...(ofYou.length > 0 ? { copiesOfYourInterviews: ofYou } : {}), ...(made.length > 0 ? { filesOfResultsYouMade: made } : {}), ...(got.length > 0 ? { resultsYouWereShown: got } : {}) };
  },
  // Once it is erased nothing says any more whose copy it was.
  async mustWait(tx, accountId) {
    const rows = await tx.query<object[]>('select from recruiters.copy where candidate_id = $1 and expires_at > clock.now() limit 1', [accountId]);
    return rows.length > 0;
  },
  async erase(tx, accountId) {
    await tx.query('delete from recruiters.copy where candidate_id = $1', [accountId]);
    await tx.query('update recruiters.copy set maker_id = null where maker_id = $1', [accountId]);
    await tx.query(`update recruiters.copy set recipient_name = null, recipient_email = null where recipient_email = ${ADDRESS}`, [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from recruiters.copy where candidate_id = $1 or maker_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'recruiters.copy', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
