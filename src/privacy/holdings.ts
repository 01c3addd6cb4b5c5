import { type Tx } from '../platform/db/index.js';
import { type HeldTable, personalDataHolders } from '../platform/personal-data/index.js';
import { type Policy } from '../platform/policy/index.js';

/** How many rows of one table are one person's, since when, and when the next of them ends. */
export interface Holding {
  readonly module: string;
  readonly table: string;
  readonly rows: number;
  readonly retention: HeldTable['retention'];
  /** "90 days", as the policy says it. */
  readonly kept: string;
  readonly since: Date | null;
  readonly nextEnd: Date | null;
  /** How many of the rows stay until somebody acts, in a table whose rows may have an end each. */
  readonly endless: number;
}

type Counted = Pick<Holding, 'rows' | 'since' | 'nextEnd' | 'endless'>;

/** Counts what every module holds of an account, by what each declares of its tables; nothing else is read. */
export async function heldRows(tx: Tx, policy: Policy, accountId: string): Promise<Holding[]> {
  const holdings: Holding[] = [];
  for (const { module, tables } of personalDataHolders()) {
    for (const held of tables) {
      const { table, retention } = held;
      if (held.subjectColumn === null && held.counting === undefined) continue;
      const [found = { rows: 0, since: null, nextEnd: null, endless: 0 }] = await tx.query<Counted[]>(counting(held), [accountId]);
      const kept = retention === 'its own end' ? 'each until its own end' : policy.keeps(retention);
      holdings.push({ module, table, retention, kept, ...found });
    }
  }
  return holdings.sort((one, other) => one.table.localeCompare(other.table));
}

/** What has ended counts no more, though a sweep may still have to delete it. */
function counting({ table, subjectColumn, since, until, counting: whose = `where held."${subjectColumn}" = $1` }: HeldTable): string {
  const begin = since === undefined ? 'null::timestamptz' : `min(held."${since}")`;
  if (until === undefined) return `select count(*)::int as rows, ${begin} as since, null::timestamptz as "nextEnd", 0 as endless from ${quoted(table)} held ${whose}`;
  const end = `coalesce(held."${until}", 'infinity')`;
  return `select count(*)::int as rows, ${begin} as since, nullif(min(${end}), 'infinity') as "nextEnd", (count(*) filter (where ${end} = 'infinity'))::int as endless
    from ${quoted(table)} held ${whose} and ${end} > clock.now()`;
}

/** `auth.user` is a reserved word to PostgreSQL unless it is quoted. */
const quoted = (table: string): string => table.split('.').map((part) => `"${part}"`).join('.');
