import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const tendDeletions = defineJob({
  name: 'recruiters.tend-deletions',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '22 * * * *',
  says: 'Reminds those once who had a copy of a deleted interview and have not said that it is deleted, forgets their addresses when the time is over, and deletes requests whose period is over.',
});
