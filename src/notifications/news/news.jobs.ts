import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const sendNews = defineJob({
  name: 'notifications.send-news',
  queue: 'mail',
  payload: z.object({ newsId: z.uuid() }),
  attempts: 5,
  timeoutMs: 120_000,
  says: 'Writes a mail with news to the next hundred people whose turn it is, if each of them still wants it at that moment.',
});

export const sweepNews = defineJob({
  name: 'notifications.sweep-news',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/5 * * * *',
  says: 'Has news go on that is stuck, and deletes news whose period is over.',
});
