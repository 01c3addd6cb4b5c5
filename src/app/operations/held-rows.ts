import { type Tx } from '../../platform/db/index.js';
import { personalDataHolders } from '../../platform/personal-data/index.js';
import { type Policy } from '../../platform/policy/index.js';

/** How many rows of one table are one person's. */
export interface Holding {
  readonly module: string;
  readonly table: string;
  readonly rows: number;
  /** "90 days", as the policy says it. */
  readonly kept: string;
}

/** Counts what every module holds of an account, by what each declares of its tables; nothing else is read. */
export async function heldRows(tx: Tx, policy: Policy, accountId: string): Promise<Holding[]> {
  const holdings: Holding[] = [];
  for (const { module, tables } of personalDataHolders()) {
    for (const { table, subjectColumn, retention } of tables) {
      if (subjectColumn === null) continue;
      const [row] = await tx.query<{ rows: number }[]>(`select count(*)::int as rows from ${quoted(table)} where "${subjectColumn}" = $1`, [accountId]);
      holdings.push({ module, table, rows: row?.rows ?? 0, kept: retention === 'its own end' ? 'each until its own end' : policy.keeps(retention) });
    }
  }
  return holdings.sort((one, other) => one.table.localeCompare(other.table));
}

/** `auth.user` is a reserved word to PostgreSQL unless it is quoted. */
const quoted = (table: string): string => table.split('.').map((part) => `"${part}"`).join('.');
