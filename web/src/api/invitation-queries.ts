import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type InvitationBatch, type InvitationListCheck, type InvitationMail, type TrackedInvitation, type TrackedInvitations } from './generated/index.js';

export type Invitation = TrackedInvitation;
export type InvitationState = Invitation['state'];
export type InvitationRefusal = NonNullable<Invitation['refusal']>;
export type { InvitationBatch, InvitationListCheck };
export type CheckedLine = InvitationListCheck['lines'][number];
export type ListFault = NonNullable<CheckedLine['fault']>;

const ofTemplate = (templateId: string, rest: string): string => `/api/templates/${encodeURIComponent(templateId)}/${rest}`;
const one = (id: string, rest = ''): string => `/api/invitations/${encodeURIComponent(id)}${rest}`;
const query = (asked: Record<string, string | null | undefined>): string => {
  const said = Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
};

/** Everything about sent invitations that was read. */
export const sentInvitationsKey = ['sent-invitations'] as const;

/** Answers come while one looks elsewhere. */
export const sentInvitationsQuery = (templateId: string, state: InvitationState | undefined) => infiniteQueryOptions({
  queryKey: [...sentInvitationsKey, templateId, state ?? null],
  queryFn: ({ pageParam, signal }) => call<TrackedInvitations>('GET', ofTemplate(templateId, `invitations${query({ state, after: pageParam })}`), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  staleTime: 0,
});

const BATCH_MS = 1_500;

/** Looked at again until everybody was invited. */
export const invitationBatchQuery = (id: string) => queryOptions({
  queryKey: ['invitation-batch', id],
  queryFn: ({ signal }) => call<InvitationBatch>('GET', `/api/invitation-batches/${encodeURIComponent(id)}`, { signal }),
  refetchInterval: ({ state: { data } }) => (data !== undefined && data.finishedAt === null ? BATCH_MS : false),
  staleTime: 0,
});

/** The mail as it would go out, with the words of whoever invites. */
export const invitationMailQuery = (templateId: string, { name, message }: { name: string | null; message: string }) => queryOptions({
  queryKey: ['invitation-mail', templateId, name, message],
  queryFn: ({ signal }) => call<InvitationMail>('POST', ofTemplate(templateId, 'invitation-mail'), { body: { name, message }, signal }),
  staleTime: 0,
  gcTime: 0,
});

export const checkList = (templateId: string, list: string) => call<InvitationListCheck>('POST', ofTemplate(templateId, 'invitations/preview'), { body: { list } });
export const sendInvitations = (templateId: string, body: { eventId: string; list: string; message: string | null }) => call<InvitationBatch>('POST', ofTemplate(templateId, 'invitations'), { body });
export const resendInvitation = (id: string) => call<unknown>('POST', one(id, '/resending'), { body: {} });
export const extendInvitation = (id: string, deadlineAt: string) => call<unknown>('POST', one(id, '/extension'), { body: { deadlineAt } });
export const resetInvitation = (id: string) => call<unknown>('POST', one(id, '/reset'), { body: {} });
export const revokeInvitation = (id: string) => call<unknown>('DELETE', one(id));
export const inviteNoMore = (email: string) => call<unknown>('POST', '/api/do-not-invite', { body: { email } });
export const mayBeInvited = (email: string) => call<unknown>('POST', '/api/do-not-invite/removal', { body: { email } });
