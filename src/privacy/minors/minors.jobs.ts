import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const sweepMinorReports = defineJob({
  name: 'privacy.sweep-minor-reports',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '40 * * * *',
  says: 'Deletes reports that somebody is too young whose period is over.',
});
