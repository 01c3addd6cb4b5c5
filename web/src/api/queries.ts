import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import {
  type Assessment, type AssessmentList, type AssessmentRoles, type Inbox, type InboxMail, type Interview, type InterviewList, type InterviewRole, type OperationsStatus, type PracticeSuggestion, type PracticeTrend, type PublishedPolicy, type QuestionSets,
  type Report, type Resume, type ScoringCard, type Session,
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

export const assessmentRolesQuery = queryOptions({
  queryKey: ['assessment-roles'],
  queryFn: async ({ signal }) => (await call<AssessmentRoles>('GET', '/api/assessment-roles', { signal })).roles,
  ...long,
});

export const assessmentsQuery = queryOptions({
  queryKey: ['assessments'],
  queryFn: async ({ signal }) => (await call<AssessmentList>('GET', '/api/assessments', { signal })).items,
});

export const assessmentQuery = (id: string) => queryOptions({
  queryKey: ['assessment', id],
  queryFn: ({ signal }) => call<Assessment>('GET', `/api/assessments/${encodeURIComponent(id)}`, { signal }),
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

export const trendQuery = queryOptions({
  queryKey: ['trend'],
  queryFn: ({ signal }) => call<PracticeTrend>('GET', '/api/practice/trend', { signal }),
  // Scores arrive while one looks elsewhere.
  staleTime: 0,
});

/** `resumeReadAt` tells one resume from the next. */
export const suggestionQuery = (resumeReadAt: string | null) => queryOptions({
  queryKey: ['suggestion', resumeReadAt],
  queryFn: async ({ signal }) => (await call<PracticeSuggestion>('GET', '/api/practice/suggestion', { signal })).suggestion,
});

/** The roles nearest to a title in one's own words, or the general questions when none is near. */
export const questionSetsQuery = (named: string) => queryOptions({
  queryKey: ['question-sets', named],
  queryFn: async ({ signal }) => (await call<QuestionSets>('GET', `/api/practice/roles?named=${encodeURIComponent(named)}`, { signal })).sets,
  ...long,
});

export const scoringQuery = queryOptions({
  queryKey: ['scoring'],
  queryFn: ({ signal }) => call<ScoringCard>('GET', '/api/scoring', { signal }),
  ...long,
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
