import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type AskedDeletion, type Deletions, type OwnCopies, type OwnCopy, type OwnDeletion, type OwnDeletions } from './generated/index.js';

export type { AskedDeletion, OwnCopy, OwnDeletion };
export type DueDeletion = Deletions['deletions'][number];

export const ownDeletionsQuery = queryOptions({
  queryKey: ['deletions', 'own'],
  queryFn: async ({ signal }) => (await call<OwnDeletions>('GET', '/api/deletions/mine', { signal })).deletions,
  staleTime: 0,
});

/** What others may have copies of, of interviews that are over, too. */
export const ownCopiesQuery = queryOptions({
  queryKey: ['deletions', 'copies'],
  queryFn: async ({ signal }) => (await call<OwnCopies>('GET', '/api/copies/mine', { signal })).copies,
  staleTime: 0,
});

export const deletionsDueQuery = queryOptions({
  queryKey: ['deletions', 'due'],
  queryFn: async ({ signal }) => (await call<Deletions>('GET', '/api/deletions', { signal })).deletions,
  staleTime: 0,
});

export const deleteInvitedInterview = (invitationId: string) => call<OwnDeletion>('POST', `/api/invitations/mine/${encodeURIComponent(invitationId)}/deletion`, { body: {} });

/** What the link of a mail asks; reading it says nothing. */
export const askedDeletionQuery = (token: string) => queryOptions({
  queryKey: ['deletions', 'asked', token],
  queryFn: ({ signal }) => call<AskedDeletion>('POST', '/api/deletion-acknowledgements/reading', { body: { token }, signal }),
});
export const acknowledgeDeletion = (token: string) => call<void>('POST', '/api/deletion-acknowledgements', { body: { token } });
