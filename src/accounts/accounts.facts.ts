import { z } from 'zod';
import { defineFact } from '../platform/journal/index.js';

/** An account was deleted by its owner, and is purged at a moment. */
export const closedFact = defineFact('accounts.closed', z.object({ accountId: z.uuid(), purgeAt: z.iso.datetime() }));

/** What was held of an account was deleted for good. */
export const purgedFact = defineFact('accounts.purged', z.object({ accountId: z.uuid() }));

/** An account got another password: each row of one has an id of its own. */
export const passwordFact = defineFact('accounts.password_set', z.object({ accountId: z.uuid(), passwordId: z.uuid() }), { lastOf: ['accountId'] });

/** Whether an account has a telephone number, or the picture of its owner. */
export const detailFact = defineFact('accounts.detail', z.object({ accountId: z.uuid(), detail: z.enum(['phone', 'picture']), isThere: z.enum(['yes', 'no']) }), { lastOf: ['accountId', 'detail'] });

/** An identity at a provider is no way to sign in any more. */
export const unlinkedFact = defineFact('accounts.provider_unlinked', z.object({ accountId: z.uuid(), linkId: z.uuid() }));
