import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const findViewedWeeks = defineJob({
  name: 'recruiters.find-viewed-weeks',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '0 7 * * *',
  says: 'Has everyone written to whose profile was looked at in a week that is over; deletes what is a day old of who opened what.',
});

export const mailViewedWeek = defineJob({
  name: 'recruiters.mail-viewed-week',
  queue: 'default',
  payload: z.object({ candidateId: z.uuid(), week: z.iso.date() }),
  attempts: 5,
  timeoutMs: 60_000,
  says: 'Writes to somebody which organisations looked at their profile in a week, and what of it they saw.',
});
