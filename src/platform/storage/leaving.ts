import { type Tx } from '../db/index.js';

/** How many files are on their way out: nobody can read them any more, and their bytes go next. Counted up to `most`. */
export async function countLeaving(tx: Tx, most: number): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(`select count(*)::int as count from (select 1 from storage.object where status = 'deleting' limit $1) counted`, [most]);
  return row?.count ?? 0;
}
