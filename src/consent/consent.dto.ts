import { z } from 'zod';
import { purposes } from '../platform/policy/index.js';
import { isPlace } from './places.js';

/** What the ledger can number. */
const MOST_ACTS = 2_147_483_647;
const moment = z.string().meta({ format: 'date-time' });
const purpose = z.enum(purposes);
const older = z.uuid('This place in the list does not exist. Begin at the top.').optional();
/** Whom a scope means, by name; null when it means everybody, or its name is not known any more. */
const recipient = z.string().nullable();
/** Codes only: the ledger keeps them for years and cannot take anything back. */
const scope = z.string().regex(/^[a-z0-9:_-]{0,80}$/, 'A scope is an id.').default('');
const where = z.string().max(80).refine(isPlace, 'Say on which page, such as /visibility.');
const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'Name a language, such as en.');

export const localeQuery = z.object({ locale: locale.optional() });

export const purposesView = z
  .object({
    purposes: z.array(z.object({
      purpose, version: z.number().int(), locale: z.string(), title: z.string(), body: z.string(), control: z.string(), hash: z.string(), material: z.boolean(),
      /** What may be shared, each a choice of its own; those of `atLeast` always are. */
      fields: z.array(z.string()), atLeast: z.array(z.string()),
      /** How long a consent lasts, in words; null until it is taken back. */
      lasts: z.string().nullable(),
    })),
    operator: z.object({ name: z.string(), privacyContact: z.string() }),
  })
  .meta({ id: 'Purposes' });

export const consentBody = z.object({
  purpose, scope, fields: z.array(z.string().max(40)).max(40).default([]), noticeVersion: z.number().int().positive(),
  /** The words on the control, as the notice has them. */
  wording: z.string().max(300), locale, eventId: z.uuid(), where,
});

export const withdrawalQuery = z.object({ scope, eventId: z.uuid(), where: where.default('api') });

const consentState = z.object({
  purpose, scope: z.string(), recipient, live: z.boolean(), fields: z.array(z.string()),
  givenAt: moment.nullable(), expiresAt: moment.nullable(), noticeVersion: z.number().int().nullable(),
  /** The newest act about it: its receipt is at `/api/consents/receipts/<recordId>`. */
  recordId: z.uuid().nullable(),
  /** Why and when the last one ended; null while it lives and when there was none. */
  ended: z.object({ because: z.enum(['withdrawn', 'expired', 'terminated', 'invalidated']), at: moment }).nullable(),
});

export const consentStateView = consentState.meta({ id: 'ConsentState' });
export const consentsView = z.object({ consents: z.array(consentState) }).meta({ id: 'Consents' });

const page = { before: z.coerce.number().int().positive().max(MOST_ACTS, 'This place in the list does not exist. Begin at the top.').optional() };
export const historyQuery = z.object(page);
export const historyView = z
  .object({
    acts: z.array(z.object({
      id: z.uuid(), version: z.number().int(), purpose, scope: z.string(), recipient, fields: z.array(z.string()),
      status: z.enum(['given', 'renewed', 'withdrawn', 'expired', 'terminated', 'invalidated']),
      noticeVersion: z.number().int(), how: z.enum(['switch', 'button', 'api', 'gpc', 'link', 'system']), where: z.string(), at: moment, expiresAt: moment.nullable(),
    })),
    next: z.number().int().nullable(),
  })
  .meta({ id: 'ConsentHistory' });

/** `matter`: only what was shown of one thing, such as an invitation. */
export const disclosuresQuery = z.object({ before: older, matter: older });
export const disclosuresView = z
  .object({
    disclosures: z.array(z.object({
      id: z.uuid(),
      /** `operator`: whoever runs this place, without a consent, but with a reason; `matter` is the id of what was looked at, which may be gone. */
      kind: z.enum(['organisation', 'operator']), purpose: purpose.nullable(), reason: z.string().nullable(), matter: z.uuid().nullable(),
      recipient: z.string(), recipientDomain: z.string(), isDomainVerified: z.boolean(), client: z.string().nullable(), what: z.string(), fields: z.array(z.string()), at: moment,
    })),
    next: z.uuid().nullable(),
  })
  .meta({ id: 'Disclosures' });

export type PurposesView = z.infer<typeof purposesView>;
export type ConsentBody = z.infer<typeof consentBody>;
export type WithdrawalQuery = z.infer<typeof withdrawalQuery>;
export type ConsentStateView = z.infer<typeof consentState>;
export type ConsentsView = z.infer<typeof consentsView>;
export type HistoryView = z.infer<typeof historyView>;
export type DisclosuresQuery = z.infer<typeof disclosuresQuery>;
export type DisclosuresView = z.infer<typeof disclosuresView>;
