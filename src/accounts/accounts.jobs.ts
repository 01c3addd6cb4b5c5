import { z } from 'zod';
import { defineJob } from '../platform/jobs/index.js';

export const sweepAccounts = defineJob({
  name: 'accounts.sweep',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '*/10 * * * *',
  says: 'Deletes accounts whose address was never confirmed, half-made ones, sign-ins and links that have ended; has closed accounts purged whose period is over, and tells their owners two to three days before.',
});

export const mailLink = defineJob({
  name: 'accounts.mail-link',
  queue: 'default',
  payload: z.object({ linkId: z.uuid() }),
  attempts: 5,
  timeoutMs: 30_000,
  says: 'Writes the mail with a link that was asked for: to sign in, to confirm an address, to choose a new password.',
});

export const purgeAccount = defineJob({
  name: 'accounts.purge',
  queue: 'default',
  payload: z.object({ accountId: z.uuid() }),
  attempts: 10,
  timeoutMs: 300_000,
  says: 'Deletes everything that is held of a closed account, in all modules at once.',
});
