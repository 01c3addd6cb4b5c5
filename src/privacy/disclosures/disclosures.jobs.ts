import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const sweepLegalDisclosures = defineJob({
  name: 'privacy.sweep-legal-disclosures',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/15 * * * *',
  says: 'Tells people what was given to an authority as soon as the law allows it, and deletes such lines whose period is over.',
});
