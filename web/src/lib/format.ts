const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const instant = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' });
const deadline = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** "19 February 2027", in the reader's own zone. */
export const showDay = (iso: string): string => day.format(new Date(iso));

/** "14:02", in the reader's own zone. */
export const showClock = (iso: string): string => clock.format(new Date(iso));

/** "21 November 2026 at 14:02". */
export const showMoment = (iso: string): string => `${showDay(iso)} at ${showClock(iso)}`;

/** "21 Nov 2026, 14:02:07 GMT", in the reader's own zone: for records that are compared with others. */
export const showInstant = (iso: string): string => instant.format(new Date(iso));

/** "Monday, 30 November 2026 at 18:00 CET", in the reader's own zone, which is named: for what must be done in time. */
export const showDeadline = (iso: string): string => deadline.format(new Date(iso));

/** "3 days left", "5 hours left", "12 minutes left": full ones, so that nobody counts on more than there is; null when it is over. */
export function timeLeft(iso: string, now: number): string | null {
  const rest = new Date(iso).getTime() - now;
  if (rest <= 0) return null;
  if (rest >= 2 * DAY) return `${Math.floor(rest / DAY)} days left`;
  if (rest >= 2 * HOUR) return `${Math.floor(rest / HOUR)} hours left`;
  return `${count(Math.max(1, Math.floor(rest / MINUTE)), 'minute')} left`;
}

/** Days that remain, begun ones counted in full; 0 when the end has come. */
export const daysUntil = (iso: string, now: number): number => Math.max(0, Math.ceil((new Date(iso).getTime() - now) / DAY));

/** "deleted in 90 days, on 19 February 2027"; on the last day the hour says more than the date. */
export function showDeletion(iso: string, now: number): string {
  const days = daysUntil(iso, now);
  if (days === 0) return 'being deleted now';
  if (days === 1) return `deleted within a day, on ${showMoment(iso)}`;
  return `deleted in ${days} days, on ${showDay(iso)}`;
}

/** "1 question", "5 questions". */
export const count = (amount: number, one: string, many = `${one}s`): string => `${amount.toLocaleString('en-GB')} ${amount === 1 ? one : many}`;

/** "5 MB", as a limit is written. */
export const showMegabytes = (bytes: number): string => `${Math.round((bytes / 1_048_576) * 10) / 10} MB`;

/** "20,480 bytes", "1.5 MB": the size of a file, which is never nothing. */
export const showSize = (bytes: number): string => (bytes < 100_000 ? `${bytes.toLocaleString('en-GB')} bytes` : showMegabytes(bytes));

export const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** "an interview, a report and a score" from its parts. */
export function inOneBreath(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** The first letter of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
