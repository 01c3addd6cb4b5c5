import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const returnCredits = defineJob({
  name: 'recruiters.return-credits',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 120_000,
  cron: '*/5 * * * *',
  says: 'Gives credits back for invitations that ended before anybody began them, where that was not done at once.',
});

export const closeBilling = defineJob({
  name: 'recruiters.close-billing',
  queue: 'default',
  payload: z.object({ organisationId: z.uuid() }),
  attempts: 10,
  timeoutMs: 60_000,
  says: 'Ends what an organisation pays for again and again, after its last member has gone.',
});
