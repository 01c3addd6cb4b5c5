const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** One record of a CSV file after RFC 4180: every cell quoted, so that commas, quotes and line ends need no rules of their own. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** Spreadsheets run what begins like a formula, quoted or not; an apostrophe in front makes it text. */
function harmless(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
