import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const expireAssessments = defineJob({
  name: 'candidates.expire-assessments',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '* * * * *',
  says: 'Deletes assessments of resumes, with the descriptions in them, whose time is over. They have been invisible since that second.',
});
