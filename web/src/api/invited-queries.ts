import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type AcceptedInvitation, type LinkedInvitation, type OwnInvitation, type OwnInvitations, type StartedInvitation } from './generated/index.js';
import { type InvitationRefusal } from './invitation-queries.js';

export type { LinkedInvitation, OwnInvitation };
/** What somebody is invited to, whether they have said yes or not. */
export type Offer = Omit<LinkedInvitation, 'email' | 'isAccepted'>;
export type Judge = NonNullable<OwnInvitation['judgedBy']>;

const mine = (id: string, rest = ''): string => `/api/invitations/mine/${encodeURIComponent(id)}${rest}`;

/** Everything about invitations one received. */
export const ownInvitationsKey = ['own-invitations'] as const;

/** Reading uses nothing up, and is a POST so that the token reaches no log. Who is signed in decides what it shows. */
export const linkedInvitationQuery = (token: string, accountId: string | null) => queryOptions({
  queryKey: ['invitation-link', token, accountId],
  queryFn: ({ signal }) => call<LinkedInvitation>('POST', '/api/invitation-links/reading', { body: { token }, signal }),
  staleTime: 0,
});

export const ownInvitationsQuery = queryOptions({
  queryKey: [...ownInvitationsKey, 'all'],
  queryFn: async ({ signal }) => (await call<OwnInvitations>('GET', '/api/invitations/mine', { signal })).invitations,
  staleTime: 0,
});

export const ownInvitationQuery = (id: string) => queryOptions({
  queryKey: [...ownInvitationsKey, id],
  queryFn: ({ signal }) => call<OwnInvitation>('GET', mine(id), { signal }),
  staleTime: 0,
});

export interface Refusal {
  reason: InvitationRefusal | null;
  /** This organisation may not invite the address any more. */
  neverAgain: boolean;
}

/** The press of Continue. */
export const openInvitation = (token: string) => call<void>('POST', '/api/invitation-links/opening', { body: { token } });
export const refuseByLink = (token: string, refusal: Refusal) => call<void>('POST', '/api/invitation-links/refusal', { body: { token, ...refusal } });
export const acceptInvitation = (token: string) => call<AcceptedInvitation>('POST', '/api/invitation-links/acceptance', { body: { token } });
export const startInvited = (id: string, body: { judgedBy: Judge; aiProcessing: boolean }) => call<StartedInvitation>('POST', mine(id, '/interview'), { body });
export const refuseInvitation = (id: string, refusal: Refusal) => call<void>('POST', mine(id, '/refusal'), { body: refusal });
