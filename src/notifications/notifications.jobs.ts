import { z } from 'zod';
import { defineJob } from '../platform/jobs/index.js';

export const sweepNotes = defineJob({
  name: 'notifications.sweep',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '23 * * * *',
  says: 'Deletes notes whose period is over.',
});
