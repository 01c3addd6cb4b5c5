import { type Json } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type HeldTable } from '../../platform/personal-data/index.js';

export const savedSearchTable: HeldTable = { table: 'recruiters.saved_search', subjectColumn: 'account_id', retention: 'savedSearches', since: 'made_at' };

/** The searches somebody saved, as their export shows them. They are erased with the seat they belong to. */
export async function exportSavedSearches(tx: Tx, accountId: string): Promise<Json[]> {
  const rows = await tx.query<{ name: string; query: Json; alerts: boolean; madeAt: string }[]>(
    'select name, query, alerts, made_at::text as "madeAt" from recruiters.saved_search where account_id = $1 order by made_at', [accountId]);
  return rows.map((row) => ({ ...row }));
}
