import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const endPlan = defineJob({
  name: 'payments.end-plan',
  queue: 'default',
  payload: z.object({ subscriptionId: z.uuid() }),
  attempts: 8,
  timeoutMs: 60_000,
  says: 'Ends a plan at its gateway at once, because whoever paid for it is gone.',
});

export const tendPurchases = defineJob({
  name: 'payments.tend-purchases',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/10 * * * *',
  says: 'Ends purchases whose gateway was never reached, and asks again for the end of plans that should have ended.',
});
