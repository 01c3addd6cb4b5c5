import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const refreshScores = defineJob({
  name: 'recruiters.refresh-scores',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '* * * * *',
  says: 'Looks for the next best results of listed people whose results are over or were deleted, and for the answers they share with them. Nobody has been shown the old ones since that second.',
});

export const forgetWords = defineJob({
  name: 'recruiters.forget-words',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '40 3 * * *',
  says: 'Deletes words for suggestions that nobody who is listed bears any more. They have been suggested to nobody since.',
});
