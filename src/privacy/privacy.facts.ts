import { z } from 'zod';
import { defineFact } from '../platform/journal/index.js';
import { objectable } from './choices/choices.dto.js';

/** Whether an objection stands. */
export const objectionFact = defineFact('privacy.objection', z.object({ accountId: z.uuid(), purpose: objectable, stands: z.enum(['yes', 'no']) }), { lastOf: ['accountId', 'purpose'] });

/** Whether somebody's data may be sold or shared. */
export const saleFact = defineFact('privacy.sale_choice', z.object({ accountId: z.uuid(), optedOut: z.enum(['yes', 'no']), by: z.enum(['switch', 'gpc']) }), { lastOf: ['accountId'] });

/** A legal hold was ended before its time, and its sealed copy deleted. */
export const holdEnded = defineFact('privacy.hold_ended', z.object({ holdId: z.uuid() }));

/** Until when the law forbids to tell somebody of a legal hold: for longer than was said when it was placed. */
export const secretProlonged = defineFact('privacy.secret_prolonged', z.object({ holdId: z.uuid(), until: z.iso.datetime() }), { lastOf: ['holdId'] });

/** Until when strangers see nothing of somebody who may be too young. */
export const hiddenFact = defineFact('privacy.hidden', z.object({ accountId: z.uuid(), reportId: z.uuid(), until: z.iso.datetime() }), { lastOf: ['accountId'] });
