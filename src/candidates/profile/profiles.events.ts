import { z } from 'zod';
import { defineEvent } from '../../platform/jobs/index.js';

/** Somebody changed what they say of themself. Published in the transaction of the change. */
export const profileChanged = defineEvent('candidates.profile_changed', z.object({ accountId: z.uuid() }));
