import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const tendDeletions = defineJob({
  name: 'recruiters.tend-deletions',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '22 * * * *',
  says: 'Asks those who have copies of interviews of closed accounts to delete them, where that was missed; reminds those once who had a copy of a deleted interview and have not said that it is deleted, forgets their addresses when the time is over, and deletes requests, and lines about who has a copy, whose period is over.',
});
