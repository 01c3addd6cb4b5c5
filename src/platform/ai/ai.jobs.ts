import { z } from 'zod';
import { defineJob } from '../jobs/index.js';

export const forgetRuns = defineJob({
  name: 'ai.forget-runs',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/10 * * * *',
  says: 'Deletes what was written down of requests to AI providers once its time is over, and the keyed hashes that count what was spent on a day.',
});
