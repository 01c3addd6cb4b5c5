import { z } from 'zod';
import { defineEvent } from '../../platform/jobs/index.js';

/** A certificate is there, with all that belongs to it. Said once for each. */
export const certificateIssued = defineEvent('certificates.issued', z.object({ certificateId: z.uuid() }));
