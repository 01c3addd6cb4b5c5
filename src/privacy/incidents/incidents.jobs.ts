import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const tellIncident = defineJob({
  name: 'privacy.tell-incident',
  queue: 'mail',
  payload: z.object({ incidentId: z.uuid() }),
  attempts: 10,
  timeoutMs: 120_000,
  says: 'Writes a mail to the next hundred people whom an incident with personal data touched.',
});

export const sweepIncidents = defineJob({
  name: 'privacy.sweep-incidents',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '*/5 * * * *',
  says: 'Has the mails about an incident go on that are stuck, says when the time to tell the authority runs out, and deletes incidents whose period is over.',
});
