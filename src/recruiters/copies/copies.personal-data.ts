import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Who made a file of whose results. It stays with the invitation, so that a request to delete finds whoever has one. */
export const copiesHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [
    {
      table: 'recruiters.copy', subjectColumn: null, retention: 'invitedResults', since: 'made_at',
      counting: 'where held.maker_id = $1 or held.invitation_id in (select i.id from recruiters.invitation i where i.candidate_id = $1)',
    },
  ],
  async export(tx, accountId) {
    const ofYou = await tx.query<Record<string, Json>[]>(
      `select o.name as organisation, c.how, c.made_at::text as "madeAt" from recruiters.copy c join recruiters.invitation i on i.id = c.invitation_id join recruiters.organisation o on o.id = i.organisation_id
       where i.candidate_id = $1 and i.expires_at > clock.now() order by c.made_at`,
      [accountId],
    );
    const made = await tx.query<Record<string, Json>[]>(
      'select c.how, c.made_at::text as "madeAt" from recruiters.copy c join recruiters.invitation i on i.id = c.invitation_id where c.maker_id = $1 and i.expires_at > clock.now() order by c.made_at', [accountId]);
    return { ...(ofYou.length > 0 ? { filesWithYourResults: ofYou } : {}), ...(made.length > 0 ? { filesOfResultsYouMade: made } : {}) };
  },
  async erase(tx, accountId) {
    await tx.query('update recruiters.copy set maker_id = null where maker_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from recruiters.copy where maker_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'recruiters.copy', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
