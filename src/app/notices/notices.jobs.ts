import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const tellOfChange = defineJob({
  name: 'app.tell-of-change',
  queue: 'mail',
  payload: z.object({ version: z.iso.date() }),
  attempts: 5,
  timeoutMs: 120_000,
  says: 'Mails the next hundred accounts that the notices have changed in a way that matters, each of them once.',
});

export const goOnTelling = defineJob({
  name: 'app.go-on-telling',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/5 * * * *',
  says: 'Has mails about changed notices go on that are stuck.',
});
