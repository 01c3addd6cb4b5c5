import { z } from 'zod';
import { defineEvent } from '../platform/jobs/index.js';

/** A certificate can be seen by anybody with its link from now on, or is suspended, or is not any more: whoever lists it looks again. That it no longer can is said by the end of the consent `public_certificate`. */
export const certificatePublished = defineEvent('certificates.published', z.object({ accountId: z.uuid() }));
