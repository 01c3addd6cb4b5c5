/** The most a list of 5,000 people with long names needs. */
export const MOST_BYTES = 2 * 1_048_576;

/** The text of a list in a file, as spreadsheets write it: UTF-8 or, from older ones, Windows-1252. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Why a file is not read; null when it can be. */
export function faultOf({ size }: { size: number }, text: string): string | null {
  if (size > MOST_BYTES) return 'The file is too large for a list of addresses. Cut it into several.';
  if (text.includes('\0')) return 'This is not a text file. In your spreadsheet, save the list as CSV, and choose that.';
  return text.trim() === '' ? 'There is nothing in this file.' : null;
}
