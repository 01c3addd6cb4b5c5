import { z } from 'zod';
import { defineJob } from '../platform/jobs/index.js';

export const sweepConsents = defineJob({
  name: 'consent.sweep',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '*/5 * * * *',
  says: 'Writes down that consents have run out, which nobody could use since that second, and has people told 30 days before.',
});

export const pruneConsents = defineJob({
  name: 'consent.prune',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '47 2 * * *',
  says: 'Deletes records of consents and of who was shown what whose period is over, and leaves what the rest verifies from.',
});
