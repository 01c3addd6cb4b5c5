import { z } from 'zod';
import { defineJob } from '../jobs/index.js';

export const forgetRateLimits = defineJob({
  name: 'http.forget-rate-limits',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/10 * * * *',
  says: 'Deletes the keyed hashes that count tries, once their window is past.',
});
