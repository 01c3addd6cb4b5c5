import { z } from 'zod';
import { defineJob } from '../platform/jobs/index.js';

export const buildExport = defineJob({
  name: 'privacy.build-export',
  queue: 'media',
  payload: z.object({ exportId: z.uuid() }),
  attempts: 5,
  timeoutMs: 1_800_000,
  says: 'Writes the copy of their data that somebody asked for into one ZIP, and tells them when it is ready.',
});

export const sweepPrivacy = defineJob({
  name: 'privacy.sweep',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/10 * * * *',
  says: 'Deletes copies of data, requests about data and counts of use whose period is over, has copies made whose job was lost, and tells whoever answers which requests are owed a word of receipt, which are due soon, and which are late.',
});

export const endObjectedConsents = defineJob({
  name: 'privacy.end-objected-consents',
  queue: 'default',
  payload: z.object({ accountId: z.uuid() }),
  attempts: 10,
  timeoutMs: 60_000,
  says: 'Ends the consents that somebody objected to, in case the request that did so was cut off.',
});
