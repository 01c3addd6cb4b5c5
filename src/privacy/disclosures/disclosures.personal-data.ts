import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';
import { MAY_BE_TOLD } from './legal-disclosure.repository.js';

/** What was given to authorities. As long as the law forbids to tell somebody, neither their copy nor a count does. */
export const disclosuresHolder = holdsPersonalData({
  module: 'privacy',
  tables: [{ table: 'privacy.legal_disclosure', subjectColumn: 'account_id', retention: 'register', since: 'disclosed_at', until: 'expires_at', counting: `where held.account_id = $1 and ${MAY_BE_TOLD}`, stays: 'The law asks us to be able to show that data was handled as promised. It leads to nobody any more.' }],
  async export(tx, accountId) {
    const disclosures = await tx.query<Record<string, Json>[]>(
      `select recipient, ground, data, reason, disclosed_at::text as "disclosedAt" from privacy.legal_disclosure
       where account_id = $1 and ${MAY_BE_TOLD} and expires_at > clock.now() order by disclosed_at`, [accountId]);
    return disclosures.length > 0 ? { legalDisclosures: disclosures } : {};
  },
  /** That something was given to an authority, and on which ground, stays in the register; it leads to nobody then. */
  async erase(tx, accountId) {
    await tx.query('update privacy.legal_disclosure set account_id = null where account_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from privacy.legal_disclosure where account_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'privacy.legal_disclosure', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
