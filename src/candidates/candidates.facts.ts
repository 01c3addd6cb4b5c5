import { z } from 'zod';
import { defineFact } from '../platform/journal/index.js';

/** What was read out of a resume was deleted by its owner; `readAt` tells it from one that was uploaded since. */
export const resumeDeleted = defineFact('candidates.resume_deleted', z.object({ accountId: z.uuid(), readAt: z.iso.datetime() }));

/** The file of a resume was deleted by its owner, and what was read out of it stayed. */
export const resumeFileDeleted = defineFact('candidates.resume_file_deleted', z.object({ accountId: z.uuid(), fileId: z.uuid() }));

/** How a resume fits a role was deleted by its owner. */
export const assessmentDeleted = defineFact('candidates.assessment_deleted', z.object({ accountId: z.uuid(), assessmentId: z.uuid() }));

/** Something was taken out of a profile, or put in the place of something else; `eventId` stands for what follows from it in the ledger of consents. */
export const profileNarrowed = defineFact('candidates.profile_narrowed', z.object({ accountId: z.uuid(), savedAt: z.iso.datetime(), eventId: z.uuid() }));
