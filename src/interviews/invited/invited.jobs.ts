import { z } from 'zod';
import { defineJob } from '../../platform/jobs/index.js';

export const findLikenesses = defineJob({
  name: 'interviews.find-likenesses',
  queue: 'default',
  payload: z.object({ interviewId: z.uuid() }),
  attempts: 5,
  timeoutMs: 300_000,
  says: 'Looks whether an answer of an invited interview was handed in before by somebody who was asked the same: the very recording, or nearly the same words. No evaluator learns of it.',
});
