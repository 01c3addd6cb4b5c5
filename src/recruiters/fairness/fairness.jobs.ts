import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const tendSurveys = defineJob({
  name: 'recruiters.tend-surveys',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '12 * * * *',
  says: 'Makes what people said of themselves part of a count without them when the results of their interview end, and deletes counts whose period is over.',
});
