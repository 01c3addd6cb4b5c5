import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const forgetWithdrawals = defineJob({
  name: 'recruiters.forget-withdrawals',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '40 3 * * *',
  says: 'Deletes the marks that keep an organisation from being told twice that somebody took a consent back.',
});
