import { type Json } from '../../kernel/index.js';
import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Reports that somebody is too young. What whoever reported wrote is theirs, and no part of the copy of whom they meant. */
export const minorsHolder = holdsPersonalData({
  module: 'privacy',
  tables: [{ table: 'privacy.minor_report', subjectColumn: 'account_id', retention: 'register', since: 'reported_at', until: 'expires_at', stays: 'The law asks us to be able to show that data was handled as promised. It leads to nobody any more.' }],
  async export(tx, accountId) {
    const reports = await tx.query<Record<string, Json>[]>(
      `select reported_at::text as "reportedAt", hidden_until::text as "hiddenUntil", outcome, reason, decided_at::text as "decidedAt" from privacy.minor_report
       where account_id = $1 and expires_at > clock.now() order by reported_at`, [accountId]);
    return reports.length > 0 ? { reportsOfMinors: reports } : {};
  },
  /** That something was reported and decided stays in the register; it leads to nobody then, and its words go by themselves. */
  async erase(tx, accountId) {
    await tx.query('update privacy.minor_report set account_id = null where account_id = $1', [accountId]);
  },
  async remaining(tx, accountId) {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from privacy.minor_report where account_id = $1', [accountId]);
    return row && row.rows > 0 ? [{ table: 'privacy.minor_report', rows: row.rows, because: 'not erased yet' }] : [];
  },
});
