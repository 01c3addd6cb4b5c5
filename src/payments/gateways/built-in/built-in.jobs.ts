import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/index.js';
import { builtInEvent } from './built-in-event.js';

export const sendBuiltInWebhook = defineJob({
  name: 'payments.send-built-in-webhook',
  queue: 'default',
  payload: builtInEvent,
  attempts: 8,
  timeoutMs: 30_000,
  says: 'Tells the product over HTTP, signed as a gateway does, what happened at the built-in gateway.',
});

export const tendBuiltIn = defineJob({
  name: 'payments.tend-built-in',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '* * * * *',
  says: 'Lets promised payments arrive at the built-in gateway, takes the next payment of plans whose turn is over, ends those that stay unpaid, and deletes what is over.',
});
