import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';
import { IS_SEALING, IS_TO_BE_TOLD, MAY_BE_TOLD } from './legal-hold.repository.js';

/** What legal holds keep. As long as the law forbids to tell somebody, neither their copy, a count nor the receipt of their erasure does. */
export const legalHoldsHolder = holdsPersonalData({
  module: 'privacy',
  tables: [
    {
      table: 'privacy.legal_hold', subjectColumn: 'account_id', retention: 'register', since: 'placed_at', until: 'expires_at', counting: `where held.account_id = $1 and ${MAY_BE_TOLD}`,
      stays: 'That a law, a tax office or a dispute asks for a sealed copy of some of it. The copy itself says whose it is, and is deleted on the day you were told.',
    },
    { table: 'privacy.legal_hold_opening', subjectColumn: null, retention: 'register' },
    { table: 'privacy.legal_hold_prolongation', subjectColumn: null, retention: 'register' },
  ],
  async export(tx, accountId) {
    const legalHolds = await tx.query<Record<string, Json>[]>(
      `select to_jsonb(modules) as parts, ground, reason, placed_at::text as "placedAt", holds_until::text as "holdsUntil" from privacy.legal_hold where account_id = $1 and ${MAY_BE_TOLD} order by placed_at`, [accountId]);
    return legalHolds.length > 0 ? { legalHolds } : {};
  },
  /** For a copy that is being made, and for the word to somebody who may know of one by now: afterwards nobody could be told. */
  async mustWait(tx, accountId) {
    const awaited = await tx.query<object[]>(`select from privacy.legal_hold where account_id = $1 and (${IS_SEALING} or ${IS_TO_BE_TOLD}) limit 1`, [accountId]);
    return awaited.length > 0;
  },
  /** The sealed copy knows whose it is; the line of the register does not need to. */
  async erase(tx, accountId) {
    await tx.query('update privacy.legal_hold set account_id = null where account_id = $1', [accountId]);
    await tx.query('update privacy.legal_hold set placed_by = null where placed_by = $1', [accountId]);
    await tx.query('update privacy.legal_hold_opening set opened_by = null where opened_by = $1', [accountId]);
    await tx.query('update privacy.legal_hold_prolongation set prolonged_by = null where prolonged_by = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from privacy.legal_hold where account_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'privacy.legal_hold', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
