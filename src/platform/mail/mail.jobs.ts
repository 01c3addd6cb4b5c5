import { z } from 'zod';
import { defineJob } from '../jobs/index.js';

export const sendMail = defineJob({
  name: 'mail.send',
  queue: 'mail',
  payload: z.object({ mailId: z.uuid() }),
  attempts: 10,
  // Shorter than the lease of a mail (90 s), so that an attempt given up on is over before the next begins.
  timeoutMs: 75_000,
  says: 'Sends a mail, and deletes its text once it is sent.',
});

export const expireMails = defineJob({
  name: 'mail.expire',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '* * * * *',
  says: 'Deletes mails that could not be sent in time, and the old ones of the built-in inbox.',
});

export const resendMails = defineJob({
  name: 'mail.resend',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '* * * * *',
  says: 'Finds mails that wait though nobody is sending them, and has them sent.',
});
