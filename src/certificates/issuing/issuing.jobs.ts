import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const issueCertificate = defineJob({
  name: 'certificates.issue',
  queue: 'media',
  payload: z.object({ certificateId: z.uuid() }),
  attempts: 5,
  timeoutMs: 120_000,
  says: 'Copies the part of a video that was chosen, signs the credential, draws papers and pictures, and issues the certificate.',
});

export const findUnissued = defineJob({
  name: 'certificates.find-unissued',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '* * * * *',
  says: 'Finds certificates that were asked for and that nobody works on, and asks for them again. Deletes offers whose time is over or whose interview is gone, and what was refused and has come to its end.',
});
