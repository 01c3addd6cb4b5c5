import { type Tx } from '../db/index.js';
import { holdsPersonalData } from './personal-data-holder.js';

/** How many rows of a table were deleted on one day (UTC, `YYYY-MM-DD`) because their time was over. */
export interface DeletedOnDay {
  readonly day: string;
  /** `schema.table` */
  readonly table: string;
  readonly count: number;
}

/** What was deleted in the last so many days, today included, the newest day first. Triggers of the tables write it, in the transaction that deletes. */
export function deletedLately(tx: Tx, days: number): Promise<DeletedOnDay[]> {
  return tx.query<DeletedOnDay[]>(
    `select day::text as day, table_name as table, sum(count)::int as count from retention.deletion
      where day > (clock.now() at time zone 'UTC')::date - $1::int group by day, table_name order by day desc, table_name`,
    [days],
  );
}

/** Sums up days that are over, and forgets those older than `period` (ISO 8601). */
export async function tidyDeletions(tx: Tx, period: string): Promise<void> {
  await tx.query('select retention.tidy($1::interval)', [period]);
}

holdsPersonalData({
  module: 'personal-data',
  tables: [{ table: 'retention.deletion', subjectColumn: null, retention: 'register' }],
  export: async () => ({}),
  erase: () => Promise.resolve(),
  remaining: () => Promise.resolve([]),
});
