import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const forgetClientLinks = defineJob({
  name: 'recruiters.forget-client-links',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '52 * * * *',
  says: 'Deletes links for clients, with each time they were opened, when their period is over.',
});
