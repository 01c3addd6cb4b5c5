import { z } from 'zod';
import { defineFact } from '../platform/journal/index.js';

/** An interview was deleted by whoever took it. */
export const interviewDeleted = defineFact('interviews.deleted', z.object({ candidateId: z.uuid(), interviewId: z.uuid() }));

/** Whether somebody keeps an interview beyond its time. */
export const keptFact = defineFact('interviews.kept', z.object({ candidateId: z.uuid(), interviewId: z.uuid(), kept: z.enum(['yes', 'no']) }), { lastOf: ['interviewId'] });

/** The recording of one answer was deleted. */
export const recordingDeleted = defineFact('interviews.recording_deleted', z.object({ candidateId: z.uuid(), takeId: z.uuid() }));
