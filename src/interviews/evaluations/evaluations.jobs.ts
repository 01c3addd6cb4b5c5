import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

const rescoringId = z.object({ rescoringId: z.uuid() });

export const makeRescoring = defineJob({
  name: 'interviews.rescore',
  queue: 'ai',
  payload: rescoringId,
  attempts: 3,
  timeoutMs: 1_800_000,
  says: 'Judges interviews once more, one after the other, beside the scores that count.',
});

export const findUnmadeRescorings = defineJob({
  name: 'interviews.find-rescorings',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '* * * * *',
  says: 'Finds re-scorings that are not done and that nobody works on, and those that should count by now and do not, and asks for them again. Forgets those of which nothing is left.',
});

export const adoptRescoring = defineJob({
  name: 'interviews.adopt-rescoring',
  queue: 'default',
  payload: rescoringId,
  attempts: 5,
  timeoutMs: 1_800_000,
  says: 'Lets the scores of a re-scoring count, interview by interview, where nothing speaks against it.',
});
