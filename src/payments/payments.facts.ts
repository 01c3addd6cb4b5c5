import { z } from 'zod';
import { defineFact } from '../platform/journal/index.js';

const count = z.string().regex(/^[1-9]\d{0,8}$/);

/** An invoice or a credit note has this number: whoever knows nothing of it any more must not give it to another one. */
export const numberGiven = defineFact('payments.number_given', z.object({ series: z.string(), year: count, number: count }));
