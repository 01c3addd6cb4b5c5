import { z } from 'zod';
import { defineJob } from '../platform/jobs/index.js';

export const scoreInterview = defineJob({
  name: 'interviews.score',
  queue: 'ai',
  payload: z.object({ interviewId: z.uuid() }),
  // With an AI provider that is away: 5, 20, 80 and 320 s apart, so that somebody who waits is told within a quarter of an hour.
  attempts: 5,
  // Twelve answers, each of which may take an AI provider two questions of 60 s.
  timeoutMs: 1_800_000,
  says: 'Scores the answers of one interview, one after the other.',
});

export const findUnscored = defineJob({
  name: 'interviews.find-unscored',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
  cron: '* * * * *',
  says: 'Finds interviews that were submitted and should have been scored by now, and asks for it again.',
});

export const expireInterviews = defineJob({
  name: 'interviews.expire',
  queue: 'sweeps',
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 300_000,
  cron: '* * * * *',
  says: 'Deletes interviews with their answers and scores whose time is over. They have been invisible since that second. Where the policy no longer lets people keep interviews, it gives those an end again.',
});
