import { z } from 'zod';
import { defineJob } from '../jobs/index.js';

export const expireObjects = defineJob({
  name: 'storage.expire',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '* * * * *',
  says: 'Deletes files that are expired, removed or were left half-written, and then what we knew of them.',
});

export const reconcileObjects = defineJob({
  name: 'storage.reconcile',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 3_600_000,
  cron: '17 3 * * 0',
  says: 'Compares the files with what we know of them, and deletes files nobody knows of that are older than a day.',
});
