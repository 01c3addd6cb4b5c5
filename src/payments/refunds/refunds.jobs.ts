import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const sendRefund = defineJob({
  name: 'payments.send-refund',
  queue: 'default',
  payload: z.object({ refundId: z.uuid() }),
  attempts: 6,
  timeoutMs: 60_000,
  says: 'Has a gateway give money back, under one key however often it is asked.',
});

export const tendRefunds = defineJob({
  name: 'payments.tend-refunds',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '* * * * *',
  says: 'Sees to refunds that nobody sees to: sends those that were not sent, asks what became of those on their way, and deletes those whose period is over.',
});
