import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const findNewMatches = defineJob({
  name: 'recruiters.find-new-matches',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '0 6 * * *',
  says: 'Has everyone told who saved a search with alerts and was told of nothing since yesterday.',
});

export const tellNewMatches = defineJob({
  name: 'recruiters.tell-new-matches',
  queue: 'default',
  payload: z.object({ accountId: z.uuid() }),
  attempts: 5,
  timeoutMs: 60_000,
  says: 'Runs the saved searches of a recruiter and tells how many newly listed people fit, if any: in the inbox and in one mail, without names.',
});
