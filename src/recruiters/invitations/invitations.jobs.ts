import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const sendInvitations = defineJob({
  name: 'recruiters.send-invitations',
  queue: 'mail',
  payload: z.object({ batchId: z.uuid() }),
  attempts: 5,
  timeoutMs: 120_000,
  says: 'Writes the invitation and its mail for the next hundred people on a list that a recruiter sent, and has the next hundred follow.',
});

export const tendInvitations = defineJob({
  name: 'recruiters.tend-invitations',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '* * * * *',
  says: 'Reminds people of an interview they were invited to, ends invitations at their deadline, has lists go on that are stuck, and deletes invitations whose period is over.',
});

export const catchUpResults = defineJob({
  name: 'recruiters.catch-up-invited-results',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '*/10 * * * *',
  says: 'Opens to the organisation that asked for it what was handed in or scored when the news of it was lost.',
});
