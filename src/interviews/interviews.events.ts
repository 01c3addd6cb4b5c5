import { z } from 'zod';
import { defineEvent } from '../platform/jobs/index.js';

const interviewId = z.object({ interviewId: z.uuid() });

/** The candidate handed an interview in. Said once for each interview. */
export const interviewSubmitted = defineEvent('interviews.submitted', interviewId);
/** The verdict is in, with or without an overall score. */
export const interviewScored = defineEvent('interviews.scored', interviewId);
