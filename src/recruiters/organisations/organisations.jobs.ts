import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const lookAtDomain = defineJob({
  name: 'recruiters.look-at-domain',
  queue: 'default',
  payload: z.object({ organisationId: z.uuid() }),
  attempts: 10,
  timeoutMs: 60_000,
  says: 'Looks, after an owner has gone, whether the address of another one still shows that the domain of their organisation is theirs.',
});

export const sweepInvitations = defineJob({
  name: 'recruiters.sweep-invitations',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '37 * * * *',
  says: 'Deletes the addresses of invited colleagues who never came, when their period is over.',
});
