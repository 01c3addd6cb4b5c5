import { z } from 'zod';
import { cardView } from '../search/search.dto.js';

export const profileQuery = z.object({ client: z.uuid('Choose one of your clients.').optional() });

export const talentProfileView = cardView
  .extend({
    /** Null where it is shared neither with everybody nor with this organisation. */
    name: z.string().nullable(),
    email: z.string().nullable(),
    /** Up to three of the best answers of a practice interview, in the order in which they were asked for. Null where they are not shared, or there are none. */
    answers: z.object({
      /** Who judged them; null where scores are not shared. */
      evaluator: z.string().nullable(),
      /** Null when they stay until they are deleted. */
      expiresAt: z.string().meta({ format: 'date-time' }).nullable(),
      said: z.array(z.object({
        question: z.string(),
        /** Word for word, as it was typed or written down. */
        text: z.string(),
        followUp: z.object({ question: z.string(), text: z.string() }).nullable(),
        /** Two decimals, cut off; null where scores are not shared. */
        score: z.string().nullable(),
      })),
    }).nullable(),
    /** What was shown, and is in the disclosure log. */
    fields: z.array(z.string()),
    /** When the consent to be listed ends, at the latest. */
    sharedUntil: z.string().meta({ format: 'date-time' }),
    /** For whom it was opened. */
    client: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  })
  .meta({ id: 'TalentProfile' });

export type ProfileQuery = z.infer<typeof profileQuery>;
export type TalentProfileView = z.infer<typeof talentProfileView>;
