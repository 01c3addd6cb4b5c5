import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const assembleRecording = defineJob({
  name: 'interviews.assemble-recording',
  queue: 'media',
  payload: z.object({ takeId: z.uuid() }),
  attempts: 5,
  // The workshop takes two minutes at most, after one in its queue.
  timeoutMs: 300_000,
  says: 'Puts the pieces of one recorded answer together, checks it and makes it playable; the pieces are deleted then.',
});

export const endIdleConsents = defineJob({
  name: 'interviews.end-idle-consents',
  queue: 'default',
  payload: z.object({ interviewId: z.uuid() }),
  attempts: 5,
  timeoutMs: 60_000,
  says: 'Ends the consents to recordings of one interview that was handed in, where nothing is kept under them any more.',
});

export const sweepRecordings = defineJob({
  name: 'interviews.sweep-recordings',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '* * * * *',
  says: 'Deletes recordings whose time is over, which could not be played since that second, and asks again for those that should have been put together by now.',
});
