import { count } from '../../lib/format.js';

/** "67 %"; a dash where there is nothing to divide by. */
export const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((part * 100) / whole)} %`);

const HOUR = 3600;
const DAY = 24 * HOUR;

/** "3 days", "5 hours", "under an hour". */
export function median(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds < HOUR) return 'under an hour';
  return seconds < 2 * DAY ? count(Math.round(seconds / HOUR), 'hour') : count(Math.round(seconds / DAY), 'day');
}
