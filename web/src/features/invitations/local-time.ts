/** An instant as a field for date and time takes it, in the reader's own zone: "2026-11-30T18:00". */
export function toLocal(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What somebody who gives more time most often means. */
export const aWeekAfter = (iso: string | null): string | null => (iso === null ? null : new Date(Date.parse(iso) + 7 * 86_400_000).toISOString());

/** The instant that a field for date and time says; null when it says none. */
export function fromLocal(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** "Europe/Berlin": where the reader's browser is set to. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
