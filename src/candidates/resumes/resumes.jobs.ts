import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const sweepResumeFiles = defineJob({
  name: 'candidates.sweep-resume-files',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '23 * * * *',
  says: 'Deletes files of resumes that are kept no longer, in case the work that follows the end of a consent was lost.',
});
