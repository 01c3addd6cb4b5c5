import { getNextMillis } from 'bullmq';

/** The first moment after `after` that fits a cron expression, in UTC; throws when nothing can fit it. */
export function nextTick(cron: string, after: Date): Date {
  const next = getNextMillis(after.getTime(), { pattern: cron, tz: 'UTC' });
  if (next === undefined) throw new Error(`No moment fits the cron expression ${cron}`);
  return new Date(next);
}
