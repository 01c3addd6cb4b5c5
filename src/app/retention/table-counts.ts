import { type Tx } from '../../platform/db/index.js';
import { type HeldTable, quotedTable } from '../../platform/personal-data/index.js';
import { type Policy } from '../../platform/policy/index.js';

/** No count goes on past this: one more than it stands for "more". */
export const MOST_COUNTED = 10_000;
/** How long a sweep may take at most: none comes more seldom than once a day. */
export const GRACE = '1 day';

/** Rows of one table, each counted up to one more than `MOST_COUNTED`. */
export interface TableCounts {
  readonly rows: number;
  /** Whose end has come, and whose sweep may still take its time. */
  readonly over: number;
  readonly dueInADay: number;
  readonly dueInAWeek: number;
  /** Which should have been deleted and were not. */
  readonly late: number;
}

/** The column by which a table is swept, and the period that is added to it (ISO 8601): none where rows carry their end. Null where rows go with others, or when somebody deletes them. */
export function endOf({ until, periodFrom, retention }: HeldTable, policy: Policy): { column: string; period: string } | null {
  if (until !== undefined) return { column: until, period: 'PT0S' };
  const period = retention === 'its own end' ? null : policy.findPeriod(retention);
  return periodFrom === undefined || period === null ? null : { column: periodFrom, period: period.iso };
}

/** Counts by the index on the end, so that a large table costs no more than a small one. Nothing of a row is read but when it ends. */
export async function countRows(tx: Tx, held: HeldTable, policy: Policy, now: Date): Promise<TableCounts> {
  const { table } = held;
  const rows = `${upTo(table, 'true')} as rows`;
  const end = endOf(held, policy);
  if (end === null) {
    const [counted] = await tx.query<{ rows: number }[]>(`select ${rows}`);
    return { rows: counted?.rows ?? 0, over: 0, dueInADay: 0, dueInAWeek: 0, late: 0 };
  }
  const at = (shift: string): string => `$1::timestamptz ${shift} - $2::interval`;
  const within = (from: string, to: string): string => upTo(table, `held."${end.column}" > ${at(from)} and held."${end.column}" <= ${at(to)}`);
  const [counts] = await tx.query<TableCounts[]>(
    `select ${rows}, ${within(`- interval '${GRACE}'`, '')} as over, ${within('', `+ interval '1 day'`)} as "dueInADay", ${within('', `+ interval '7 days'`)} as "dueInAWeek",
       ${upTo(table, `held."${end.column}" <= ${at(`- interval '${GRACE}'`)}`)} as late`, [now, end.period]);
  if (!counts) throw new Error(`${table} was not counted`);
  return counts;
}

/** Rows that should have been deleted by now. */
export async function countLate(tx: Tx, { table, until }: HeldTable): Promise<number> {
  if (until === undefined) return 0;
  const [counted] = await tx.query<{ late: number }[]>(`select ${upTo(table, `held."${until}" <= clock.now() - interval '${GRACE}'`)} as late`);
  return counted?.late ?? 0;
}

function upTo(table: string, which: string): string {
  return `(select count(*)::int from (select 1 from ${quotedTable(table)} held where ${which} limit ${MOST_COUNTED + 1}) counted)`;
}
