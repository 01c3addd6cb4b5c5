import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** By whom somebody does not want to be seen. */
export const visibilityHolder = holdsPersonalData({
  module: 'recruiters',
  tables: [{ table: 'recruiters.talent_block', subjectColumn: 'candidate_id', retention: 'candidateProfile', since: 'created_at' }],
  async export(tx, accountId) {
    const rows = await tx.query<{ label: string }[]>('select label from recruiters.talent_block where candidate_id = $1 and not is_implied order by label', [accountId]);
    return rows.length > 0 ? { blockedEmployers: rows.map(({ label }) => label) } : {};
  },
  async erase(tx, accountId) {
    await tx.query('delete from recruiters.talent_block where candidate_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const rows = await tx.query<{ token: string }[]>('select token from recruiters.talent_block where candidate_id = $1', [accountId]);
    return rows.length > 0 ? [{ table: 'recruiters.talent_block', rows: rows.length, because: 'not erased yet' }] : [];
  },
});
