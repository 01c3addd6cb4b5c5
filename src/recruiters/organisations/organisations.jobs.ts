import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const sweepInvitations = defineJob({
  name: 'recruiters.sweep-invitations',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '37 * * * *',
  says: 'Deletes the addresses of invited colleagues who never came, when their period is over.',
});
