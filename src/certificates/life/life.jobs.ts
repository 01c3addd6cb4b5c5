import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const endCertificates = defineJob({
  name: 'certificates.end',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '* * * * *',
  says: 'Deletes all that is personal of certificates whose time is over: papers, pictures, video, what they say. They have been invisible since that second. What stays is a line that says when each was issued and when it ended, and leads to nobody.',
});

export const remindOfCertificateEnds = defineJob({
  name: 'certificates.remind',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '11 * * * *',
  says: 'Tells owners of certificates that the end comes near, as often and as long before as the policy says, each time once.',
});
