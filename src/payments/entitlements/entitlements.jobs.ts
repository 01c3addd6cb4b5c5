import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const tidyAllowances = defineJob({
  name: 'payments.tidy-allowances',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '*/10 * * * *',
  says: 'Deletes credits with what they were used for once their period is over, and customers who are gone and of whom no record is left.',
});
