import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type ColleagueInvitations, type OpenInvitation, type OperatorOrganisations, type Organisation, type OrganisationMembers } from './generated/index.js';

export type { OpenInvitation, Organisation } from './generated/index.js';
export type Places = OrganisationMembers['places'];
export type Member = OrganisationMembers['members'][number];
export type MemberRole = Member['roles'][number];
export type ColleagueInvitation = ColleagueInvitations['invitations'][number];
export type OperatorOrganisation = OperatorOrganisations['organisations'][number];
export type OrganisationState = Organisation['state'];
export type Decision = 'approve' | 'refuse' | 'suspend';

export interface OrganisationWish {
  name: string;
  domain: string;
  kind: Organisation['kind'];
}

const base = '/api/organisation';
const one = (path: string, id: string, rest = ''): string => `${base}/${path}/${encodeURIComponent(id)}${rest}`;

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: ({ signal }) => call<Organisation>('GET', base, { signal }),
});

export const membersQuery = queryOptions({
  queryKey: ['organisation', 'members'],
  queryFn: ({ signal }) => call<OrganisationMembers>('GET', `${base}/members`, { signal }),
});

export const invitationsQuery = queryOptions({
  queryKey: ['organisation', 'invitations'],
  queryFn: async ({ signal }) => (await call<ColleagueInvitations>('GET', `${base}/invitations`, { signal })).invitations,
});

/** Reading uses nothing up, and is a POST so that the token reaches no log. */
export const openInvitationQuery = (token: string) => queryOptions({
  queryKey: ['colleague-invitation', token],
  queryFn: ({ signal }) => call<OpenInvitation>('POST', '/api/colleague-invitations/reading', { body: { token }, signal }),
  staleTime: 0,
});

export const operatorOrganisationsQuery = (state: OrganisationState | undefined) => infiniteQueryOptions({
  queryKey: ['operations', 'organisations', state ?? 'all'],
  queryFn: ({ pageParam, signal }) => {
    const asked = new URLSearchParams({ ...(state === undefined ? {} : { state }), ...(pageParam === null ? {} : { before: pageParam }) }).toString();
    return call<OperatorOrganisations>('GET', `/api/operations/organisations${asked === '' ? '' : `?${asked}`}`, { signal });
  },
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const foundOrganisation = (body: OrganisationWish) => call<Organisation>('POST', '/api/organisations', { body });
export const correctOrganisation = (body: OrganisationWish) => call<Organisation>('PATCH', base, { body });
export const addClient = (body: { name: string; domain: string }) => call<Organisation>('POST', `${base}/clients`, { body });
export const removeClient = (id: string) => call<Organisation>('DELETE', one('clients', id));
export const changeMember = ({ id, roles }: { id: string; roles: readonly MemberRole[] }) => call<OrganisationMembers>('PUT', one('members', id), { body: { roles } });
export const removeMember = (id: string) => call<void>('DELETE', one('members', id));
export const inviteColleague = (body: { email: string; roles: readonly MemberRole[] }) => call<ColleagueInvitations>('POST', `${base}/invitations`, { body });
export const sendInvitationAgain = (id: string) => call<ColleagueInvitations>('POST', one('invitations', id, '/mail'), { body: {} });
export const takeInvitationBack = (id: string) => call<ColleagueInvitations>('DELETE', one('invitations', id));
export const joinOrganisation = (token: string) => call<{ joined: true }>('POST', '/api/colleague-invitations/acceptance', { body: { token } });
export const decideOrganisation = ({ id, ...body }: { id: string; decision: Decision; reason: string }) =>
  call<void>('POST', `/api/operations/organisations/${encodeURIComponent(id)}/decisions`, { body });
