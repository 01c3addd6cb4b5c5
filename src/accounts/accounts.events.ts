import { z } from 'zod';
import { defineEvent } from '../platform/jobs/index.js';

/** An account was deleted by its owner: nothing of it may be shown any more. Its data is purged later, through the holders. */
export const accountClosed = defineEvent('accounts.closed', z.object({ accountId: z.uuid() }));

/** The name or the e-mail address of an account has changed. */
export const identityChanged = defineEvent('accounts.identity_changed', z.object({ accountId: z.uuid() }));

/** Both, for whoever listens. */
export const accountEvents = { closed: accountClosed, identityChanged } as const;
