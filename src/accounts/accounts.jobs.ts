import { z } from 'zod';
import { defineJob } from '../platform/jobs/index.js';

export const sweepAccounts = defineJob({
  name: 'accounts.sweep',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/10 * * * *',
  says: 'Deletes accounts whose address was never confirmed, half-made ones, and sign-ins that have ended.',
});
