/** A moment as it is entered, in the reader's own zone, as the one it is everywhere; nothing when it is empty. */
export const momentOf = (entered: string): string | undefined => {
  const at = new Date(entered);
  return entered === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** A moment as a field for it shows it, in the reader's own zone. */
export function enteredOf(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The reader's own zone, which such a field does not name. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
