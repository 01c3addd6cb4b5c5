/** Rows of a page of the console. */
export const PAGE = 50;

/** The rows of one page out of one row more, and the key of its last row when there is more to read. */
export function pageOf<Row, Key>(rows: readonly Row[], key: (row: Row) => Key): { rows: readonly Row[]; next: Key | null } {
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return { rows: page, next: rows.length > PAGE && last !== undefined ? key(last) : null };
}
