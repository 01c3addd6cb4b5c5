import { z } from 'zod';
import { defineFact } from '../platform/journal/index.js';
import { refusableCategories } from './categories.js';

/** Whether somebody wants a kind of mail. */
export const mailFact = defineFact('notifications.mail_choice', z.object({ accountId: z.uuid(), category: z.enum(refusableCategories), wanted: z.enum(['yes', 'no']) }), { lastOf: ['accountId', 'category'] });
