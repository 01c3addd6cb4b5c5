import { z } from 'zod';
import { Money } from '../../kernel/index.js';
import { cardView } from '../search/search.dto.js';
import { type TalentCards } from '../search/talent-cards.js';
import { type ShownRequest } from './contact-desk.js';
import { type FollowUps, payPeriods, type ReceivedRequest, refusals, requestStates } from './contact-request.js';

const moment = z.string().meta({ format: 'date-time' });
const noNul = (text: string): boolean => !text.includes('\0');
const line = (most: number, empty: string) => z.string().trim().min(1, empty).max(most, `Use at most ${most.toLocaleString('en')} characters.`).refine(noNul, 'Remove the character that cannot be stored (NUL).');
const amount = z.number('Enter an amount.').int().min(0, 'Enter an amount.').max(Number.MAX_SAFE_INTEGER, 'Enter a smaller amount.');

const isCurrency = (code: string): boolean => {
  try {
    return Money.of(0n, code).currency === code;
  } catch {
    return false;
  }
};

/** Amounts in minor units of the currency. */
const pay = z.strictObject({ min: amount, max: amount, currency: z.string(), per: z.enum(payPeriods) });

export const requestBody = z.strictObject({
  talentId: z.string().max(100),
  clientId: z.uuid('Choose one of your clients.').nullable(),
  jobTitle: line(120, 'Name the job.'),
  pay: pay
    .refine(({ min, max }) => max >= min, { path: ['max'], message: 'The highest pay is below the lowest.' })
    .refine(({ max }) => max > 0, { path: ['max'], message: 'Say what the job pays.' })
    .refine(({ currency }) => isCurrency(currency), { path: ['currency'], message: 'Choose a currency from the list.' }),
  message: line(2000, 'Write why you ask.'),
});

export const requestsQuery = z.object({ state: z.enum(requestStates).optional(), talentId: z.uuid().optional(), after: z.uuid().optional() });
export const afterQuery = z.object({ after: z.uuid().optional() });

/** The notice that was read, of `GET /api/purposes`; the same `eventId` sent twice is one act. */
export const acceptanceBody = z.strictObject({ eventId: z.uuid(), noticeVersion: z.number().int().positive() });

export const refusalBody = z.strictObject({ reason: z.enum(refusals).nullable().default(null) });

const anyRequest = {
  id: z.uuid(),
  state: z.enum(requestStates),
  jobTitle: z.string(),
  clientName: z.string().nullable(),
  pay: z.object({ min: z.number(), max: z.number(), currency: z.string(), per: z.enum(payPeriods) }),
  message: z.string(),
  refusal: z.enum(refusals).nullable(),
  sentAt: moment,
  endsAt: moment,
  answeredAt: moment.nullable(),
  followedUpAt: moment.nullable(),
};

/** Counted over the period and within the time that the policy names. */
const followUps = z.object({ accepted: z.number().int(), followedUp: z.number().int(), withinDays: z.number().int(), ofDays: z.number().int() }).meta({ id: 'FollowUps' });

export const sentRequestView = z
  .object({ ...anyRequest, sentByYou: z.boolean(), person: cardView.nullable(), identity: z.object({ name: z.string().nullable(), email: z.string().nullable() }).nullable() })
  .meta({ id: 'SentRequest' });
export const sentRequestsView = z.object({ requests: z.array(sentRequestView), next: z.uuid().nullable(), followUps }).meta({ id: 'SentRequests' });

export const receivedRequestView = z
  .object({ ...anyRequest, organisation: z.object({ id: z.uuid(), name: z.string(), domain: z.string(), isDomainVerified: z.boolean(), kind: z.enum(['employer', 'agency']) }), canBeAccepted: z.boolean(), followUps })
  .meta({ id: 'ReceivedRequest' });
export const receivedRequestsView = z.object({ requests: z.array(receivedRequestView), next: z.uuid().nullable() }).meta({ id: 'ReceivedRequests' });

export type RequestBody = z.infer<typeof requestBody>;
export type RequestsQuery = z.infer<typeof requestsQuery>;
export type AcceptanceBody = z.infer<typeof acceptanceBody>;
export type RefusalBody = z.infer<typeof refusalBody>;
export type SentRequestView = z.infer<typeof sentRequestView>;
export type SentRequestsView = z.infer<typeof sentRequestsView>;
export type ReceivedRequestView = z.infer<typeof receivedRequestView>;
export type ReceivedRequestsView = z.infer<typeof receivedRequestsView>;

/** The terms that follow-ups are counted on, in days. */
export interface CountedOn {
  readonly withinDays: number;
  readonly ofDays: number;
}

export function asSent({ request: { name, email, senderId, ...request }, talent }: ShownRequest, actorId: string, cards: TalentCards): SentRequestView {
  return {
    ...request, ...moments(request), pay: { ...request.pay }, sentByYou: senderId === actorId,
    person: talent && cards.of(talent), identity: name === null && email === null ? null : { name, email },
  };
}

export function asReceived({ organisationId, organisationName, organisationDomain, isDomainVerified, organisationKind, ...request }: ReceivedRequest, terms: CountedOn): ReceivedRequestView {
  return { ...request, ...moments(request), pay: { ...request.pay }, organisation: { id: organisationId, name: organisationName, domain: organisationDomain, isDomainVerified, kind: organisationKind }, followUps: { ...request.followUps, ...terms } };
}

export const asFollowUps = (counted: FollowUps, terms: CountedOn): SentRequestsView['followUps'] => ({ ...counted, ...terms });

function moments({ sentAt, endsAt, answeredAt, followedUpAt }: Pick<ReceivedRequest, 'sentAt' | 'endsAt' | 'answeredAt' | 'followedUpAt'>) {
  return { sentAt: sentAt.toISOString(), endsAt: endsAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null, followedUpAt: followedUpAt?.toISOString() ?? null };
}
