import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const sealHold = defineJob({
  name: 'privacy.seal-hold',
  queue: 'media',
  payload: z.object({ holdId: z.uuid() }),
  attempts: 5,
  timeoutMs: 1_800_000,
  says: 'Makes the sealed copy that a legal hold keeps.',
});

export const sweepHolds = defineJob({
  name: 'privacy.sweep-holds',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/15 * * * *',
  says: 'Ends legal holds whose time is over, with their copies, tells people of those that the law kept from them until now, and has copies made whose job was lost.',
});
