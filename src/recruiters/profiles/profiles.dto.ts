import { z } from 'zod';
import { cardView } from '../search/search.dto.js';

export const profileQuery = z.object({ client: z.uuid('Choose one of your clients.').optional() });

export const talentProfileView = cardView
  .extend({
    /** Null where it is shared neither with everybody nor with this organisation. */
    name: z.string().nullable(),
    email: z.string().nullable(),
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
