import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type AuditEntries, type AuditVerification, type FailedJobs, type LedgerCheck, type MailLedger, type Person } from './generated/index.js';

export type FailedJob = FailedJobs['jobs'][number];
export type MailLine = MailLedger['mails'][number];
export type AuditEntry = AuditEntries['entries'][number];
export type { AuditVerification, LedgerCheck, Person } from './generated/index.js';

/** What an operator may look for in the audit log; each as a whole word. */
export interface AuditFilter {
  actor?: string;
  subject?: string;
  action?: string;
}

const address = (path: string, filter: Record<string, string | number | null | undefined>): string => {
  const asked = Object.entries(filter).filter((entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined);
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
};

export const failedJobsQuery = infiniteQueryOptions({
  queryKey: ['operations', 'failed-jobs'],
  queryFn: ({ pageParam, signal }) => call<FailedJobs>('GET', address('/api/operations/failed-jobs', { before: pageParam }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const mailLedgerQuery = (state: MailLine['state'] | undefined) => infiniteQueryOptions({
  queryKey: ['operations', 'mails', state ?? 'all'],
  queryFn: ({ pageParam, signal }) => call<MailLedger>('GET', address('/api/operations/mails', { state, before: pageParam }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const auditQuery = (filter: AuditFilter) => infiniteQueryOptions({
  queryKey: ['operations', 'audit', filter],
  queryFn: ({ pageParam, signal }) => call<AuditEntries>('GET', address('/api/operations/audit', { ...filter, before: pageParam }), { signal }),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => page.next,
});

const A_WHILE_MS = 900_000;

/** True while a check may still be at work. */
export const isUnderWay = (check: AuditVerification['verification'] | LedgerCheck['check']): boolean =>
  check !== null && check.finishedAt === null && Date.now() - new Date(check.askedAt).getTime() < A_WHILE_MS;

export const verificationQuery = queryOptions({
  queryKey: ['operations', 'verification'],
  queryFn: ({ signal }) => call<AuditVerification>('GET', '/api/operations/audit/verification', { signal }),
  refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.verification) ? 1_000 : false),
});

export const ledgerCheckQuery = queryOptions({
  queryKey: ['operations', 'ledger-check'],
  queryFn: ({ signal }) => call<LedgerCheck>('GET', '/api/operations/consent-ledger/check', { signal }),
  refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.check) ? 1_000 : false),
});

/** Each reading is written into the audit log, so nothing but a person's own step may cause one. */
export const personQuery = (id: string) => queryOptions({
  queryKey: ['operations', 'person', id],
  queryFn: ({ signal }) => call<Person>('GET', `/api/operations/people/${encodeURIComponent(id)}`, { signal }),
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
});

export const retryFailedJob = (id: string) => call<void>('POST', `/api/operations/failed-jobs/${encodeURIComponent(id)}/retry`, { body: {} });
export const checkLedger = () => call<LedgerCheck>('POST', '/api/operations/consent-ledger/checks', { body: {} });
export const verifyAudit = () => call<AuditVerification>('POST', '/api/operations/audit/verifications', { body: {} });
