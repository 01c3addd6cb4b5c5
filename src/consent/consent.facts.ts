import { z } from 'zod';
import { defineFact } from '../platform/journal/index.js';
import { purposes } from '../platform/policy/index.js';

/**
 * A consent was taken back, or ended with the thing it was for; or it was narrowed. `eventId` is that of the act in the
 * ledger: a ledger that knows it has seen the end already.
 */
export const endedFact = defineFact('consent.ended', z.object({
  subjectId: z.uuid(), purpose: z.enum(purposes), scope: z.string(), eventId: z.uuid(), because: z.enum(['withdrawn', 'terminated']),
}));
