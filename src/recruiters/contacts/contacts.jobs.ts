import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const tendRequests = defineJob({
  name: 'recruiters.tend-contact-requests',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '* * * * *',
  says: 'Reminds people once of a request of an organisation, ends requests that nobody answered in time, and deletes those whose period is over.',
});
