import { z } from 'zod';
import { period } from './period.schema.js';

/** Somebody with a name whom people can write to. */
export const reachable = z.strictObject({ name: z.string().min(1), contact: z.email() });

/** Whose law somebody can call upon, and what it asks of the operator. */
const jurisdiction = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: z.string().min(1),
  /** The law by its name, so that it can be looked up. */
  law: z.string().min(1),
  /** Counted in working days (Monday to Friday), when the law wants a word of receipt. */
  acknowledgeWithinWorkingDays: z.number().int().positive().optional(),
  answerWithin: period,
  /** By how much the answer may be put off once, when the person is told why within the first period. */
  mayExtendBy: period.optional(),
  /** Whom people there write to: a representative, or the operator directly when nobody is named. */
  representative: reachable.optional(),
  /** Where they complain. */
  authority: z.strictObject({ name: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
});

export type Jurisdiction = z.infer<typeof jurisdiction>;

export const rightsSchema = z.strictObject({
  /** Where no law of the list below is named. */
  answerWithin: period,
  /** How long somebody has to confirm, by the link mailed to the address of their account, that a letter was theirs. */
  confirmWithin: period,
  jurisdictions: z.array(jurisdiction).min(1).refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'names a jurisdiction twice'),
});
