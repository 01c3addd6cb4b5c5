import { z } from 'zod';

/** One fact as it stands in the journal. */
export const journalLine = z.object({
  /** Of the job that wrote it: the same however often it was written. */
  id: z.uuid(),
  /** When it happened, in database time. */
  at: z.iso.datetime(),
  kind: z.string(),
  ids: z.record(z.string(), z.string()),
});
export type JournalLine = z.infer<typeof journalLine>;

/** The day a line is filed under: `2026-11-22`. */
export function dayOf({ at }: Pick<JournalLine, 'at'>): string {
  return at.slice(0, 10);
}

/** What was read back; null when it is no whole line. */
export function readLine(text: string): JournalLine | null {
  try {
    return journalLine.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
