import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import {
  type Inbox, type InboxMail, type Interview, type InterviewList, type InterviewRole, type OperationsStatus, type PublishedPolicy,
  type Report, type Resume, type Session,
} from './schema.js';

/** Policies and roles change with a deployment only. */
const long = { staleTime: 10 * 60_000 };

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call<Session>('GET', '/api/session', { signal }),
  staleTime: 60_000,
});

export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => call<PublishedPolicy>('GET', '/api/policy', { signal }),
  ...long,
});

export const rolesQuery = queryOptions({
  queryKey: ['interview-roles'],
  queryFn: async ({ signal }) => (await call<{ roles: InterviewRole[] }>('GET', '/api/interview-roles', { signal })).roles,
  ...long,
});

export const resumeQuery = queryOptions({
  queryKey: ['resume'],
  queryFn: ({ signal }) => call<Resume>('GET', '/api/resume', { signal }),
});

export const interviewsQuery = infiniteQueryOptions({
  queryKey: ['interviews'],
  queryFn: ({ pageParam, signal }) =>
    call<InterviewList>('GET', pageParam === null ? '/api/interviews' : `/api/interviews?after=${encodeURIComponent(pageParam)}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  // Scores arrive while one looks elsewhere.
  staleTime: 0,
});

export const interviewQuery = (id: string) => queryOptions({
  queryKey: ['interview', id],
  queryFn: ({ signal }) => call<Interview>('GET', `/api/interviews/${encodeURIComponent(id)}`, { signal }),
});

export const reportQuery = (id: string) => queryOptions({
  queryKey: ['report', id],
  queryFn: ({ signal }) => call<Report>('GET', `/api/interviews/${encodeURIComponent(id)}/report`, { signal }),
});

export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: async ({ signal }) => (await call<Inbox>('GET', '/api/inbox', { signal })).mails,
  refetchInterval: 3_000,
  staleTime: 0,
});

export const mailQuery = (id: string) => queryOptions({
  queryKey: ['inbox', id],
  queryFn: ({ signal }) => call<InboxMail>('GET', `/api/inbox/${encodeURIComponent(id)}`, { signal }),
});

export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: ({ signal }) => call<OperationsStatus>('GET', '/api/operations/status', { signal }),
  refetchInterval: 5_000,
});
