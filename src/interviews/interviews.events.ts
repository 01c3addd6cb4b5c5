import { z } from 'zod';
import { defineEvent } from '../platform/jobs/index.js';

const interviewId = z.object({ interviewId: z.uuid() });

/** The candidate handed an interview in. Said once for each interview. */
export const interviewSubmitted = defineEvent('interviews.submitted', interviewId);
/** The verdict is in, with or without an overall score. */
export const interviewScored = defineEvent('interviews.scored', interviewId);
/** Somebody keeps an interview, or lets one go: its results have another end, or none. */
export const resultsEndMoved = defineEvent('interviews.results_end_moved', z.object({ accountId: z.uuid() }));
