import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type MinorReport, type MinorReported, type MinorReports } from './generated/index.js';

export type { MinorReport } from './generated/index.js';

const base = '/api/operations/minor-reports';

export const minorReportsQuery = (state: 'open' | 'decided') => infiniteQueryOptions({
  queryKey: ['operations', 'minor-reports', state],
  queryFn: ({ pageParam, signal }) => call<MinorReports>('GET', `${base}?state=${state}${pageParam === null ? '' : `&before=${encodeURIComponent(pageParam)}`}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const reportMinor = (body: { about: string; why: string; contact?: string }) => call<MinorReported>('POST', '/api/minor-reports', { body });
export const hideReported = (id: string, accountId?: string) => call<MinorReport>('POST', `${base}/${id}/hiding`, { body: accountId === undefined ? {} : { accountId } });
export const eraseReported = (id: string, reason: string) => call<MinorReport>('POST', `${base}/${id}/erasure`, { body: { reason } });
export const restoreReported = (id: string, reason: string) => call<MinorReport>('POST', `${base}/${id}/restoration`, { body: { reason } });
