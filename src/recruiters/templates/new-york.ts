/** Local Law 144 of the City of New York: notice ten business days before a program scores, and an audit not older than a year. */
export const NOTICE_BUSINESS_DAYS = 10;

/** Ten whole business days never take longer than this, holidays of the year's end included (a test looks at every year's end of a whole cycle of weekdays). */
export const NOTICE_DAYS_AT_MOST = 19;

const ZONE = 'America/New_York';
const DAY = 86_400_000;
const inNewYork = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const hourInNewYork = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, hour: 'numeric', hourCycle: 'h23' });

/**
 * From when on a program may score somebody who was told at `toldAt`: the begin, in New York, of the day after ten whole
 * business days. The law does not define them: Saturdays, Sundays and federal holidays are left out here, and so is the day of
 * the notice itself, since a shorter count could be too short and a longer one never is.
 */
export function scoringFrom(toldAt: Date): Date {
  let day = dayOf(toldAt);
  for (let left = NOTICE_BUSINESS_DAYS; left > 0;) {
    day += DAY;
    if (isBusinessDay(new Date(day))) left -= 1;
  }
  return startOf(day + DAY);
}

/** The end of the last day on which an audit of that day (YYYY-MM-DD) is not older than a year; it counts to the end of that day in New York. */
export function auditGoodUntil(auditDate: string): Date {
  const [year = 0, month = 1, day = 1] = auditDate.split('-').map(Number);
  // 29 February has no anniversary: the last day before it counts, not the day after.
  const last = Math.min(Date.UTC(year + 1, month - 1, day), Date.UTC(year + 1, month, 0));
  return startOf(last + DAY);
}

/** When an audit of that day begins to count. */
export const auditGoodFrom = (auditDate: string): Date => startOf(Date.parse(`${auditDate}T00:00:00Z`));

/** Whether that day (midnight UTC standing for it) is neither a weekend nor a federal holiday of the United States. */
export function isBusinessDay(day: Date): boolean {
  const weekday = day.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  // New Year's Day on a Saturday is kept on the Friday before, in the old year.
  return ![day.getUTCFullYear(), day.getUTCFullYear() + 1].some((year) => holidaysOf(year).includes(day.getTime()));
}

function holidaysOf(year: number): number[] {
  const fixed = [[0, 1], [5, 19], [6, 4], [10, 11], [11, 25]] as const;
  const floating = [nth(year, 0, 1, 3), nth(year, 1, 1, 3), lastMonday(year, 4), nth(year, 8, 1, 1), nth(year, 9, 1, 2), nth(year, 10, 4, 4)];
  return [...fixed.map(([month, day]) => observed(Date.UTC(year, month, day))), ...floating];
}

/** A holiday on a Saturday is kept on Friday, one on a Sunday on Monday. */
function observed(day: number): number {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 6) return day - DAY;
  return weekday === 0 ? day + DAY : day;
}

/** The nth weekday (0 = Sunday) of a month. */
function nth(year: number, month: number, weekday: number, n: number): number {
  const first = Date.UTC(year, month, 1);
  return first + (((weekday - new Date(first).getUTCDay() + 7) % 7) + (n - 1) * 7) * DAY;
}

function lastMonday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0);
  return last - ((new Date(last).getUTCDay() + 6) % 7) * DAY;
}

/** The day it is in New York, as midnight UTC of that day. */
const dayOf = (moment: Date): number => Date.parse(`${inNewYork.format(moment)}T00:00:00Z`);

/** When a day begins in New York: clocks change at two in the morning, so midnight is four or five hours behind UTC. */
function startOf(day: number): Date {
  const summer = new Date(day + 4 * 3_600_000);
  return hourInNewYork.format(summer) === '00' ? summer : new Date(day + 5 * 3_600_000);
}
