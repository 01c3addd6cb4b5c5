import { type Tx } from '../db/index.js';
import { type Policy } from '../policy/index.js';
import { type HeldTable, personalDataHolders, quotedTable } from './personal-data-holder.js';

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
  /** Why they stay without a name when the account is erased; null when they go. */
  readonly stays: string | null;
}

type Counted = Omit<Holding, 'module' | 'table' | 'retention' | 'kept' | 'stays'>;

/** Counts what every module holds of an account, by what each declares of its tables; nothing else is read. */
export async function heldRows(tx: Tx, policy: Policy, accountId: string): Promise<Holding[]> {
  const holdings: Holding[] = [];
  for (const { module, tables } of personalDataHolders()) {
    for (const held of tables) {
      const { table, retention, stays = null } = held;
      if (held.subjectColumn === null && held.counting === undefined) continue;
      const [found = { rows: 0, since: null, nextEnd: null, endless: 0 }] = await tx.query<Counted[]>(counting(held), [accountId]);
      const kept = retention === 'its own end' ? 'each until its own end' : policy.keeps(retention);
      holdings.push({ module, table, retention, kept, stays, ...found });
    }
  }
  return holdings.sort((one, other) => one.table.localeCompare(other.table));
}

/** What has ended counts no more, though a sweep may still have to delete it. */
function counting({ table, subjectColumn, since, until, counting: whose = `where held."${subjectColumn}" = $1` }: HeldTable): string {
  const begin = since === undefined ? 'null::timestamptz' : `min(held."${since}")`;
  if (until === undefined) return `select count(*)::int as rows, ${begin} as since, null::timestamptz as "nextEnd", 0 as endless from ${quotedTable(table)} held ${whose}`;
  const end = `coalesce(held."${until}", 'infinity')`;
  return `select count(*)::int as rows, ${begin} as since, nullif(min(${end}), 'infinity') as "nextEnd", (count(*) filter (where ${end} = 'infinity'))::int as endless
    from ${quotedTable(table)} held ${whose} and ${end} > clock.now()`;
}

/** Tables whose rows each carry an end of their own, in the words of the module that holds them. */
const ownEnds: Readonly<Record<string, string>> = {
  storage: 'Files of yours',
  interviews: 'Recordings of answers you spoke',
  accounts: 'Links we mailed to you, while they work',
  consent: 'What you allow at this moment',
  recruiters: 'What recruiters may see of you, and who looked',
};

/** What such rows are, in words for the person. */
export function inWords({ retention, module }: Holding, policy: Policy): string {
  return retention === 'its own end' ? (ownEnds[module] ?? 'Things with an end of their own') : policy.values.retention[retention].says;
}
