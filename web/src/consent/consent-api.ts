import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';
import { type ConsentHistory, type Consents, type ConsentState, type Purposes } from '../api/generated/index.js';

export type Purpose = ConsentState['purpose'];
export type Notice = Purposes['purposes'][number];

/** The notices as they stand, and who answers for them. */
export const purposesQuery = queryOptions({
  queryKey: ['purposes'],
  queryFn: ({ signal }) => call<Purposes>('GET', '/api/purposes', { signal }),
});

/** Where each purpose stands for whoever is signed in. */
export const consentsQuery = queryOptions({
  queryKey: ['consents'],
  queryFn: async ({ signal }) => (await call<Consents>('GET', '/api/consents', { signal })).consents,
});

/** Everything that was allowed and taken back, the newest first. */
export const consentHistoryQuery = infiniteQueryOptions({
  queryKey: ['consents', 'history'],
  queryFn: ({ pageParam, signal }) => call<ConsentHistory>('GET', pageParam === null ? '/api/consents/history' : `/api/consents/history?before=${pageParam}`, { signal }),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => page.next,
});

/** One act: sent again with the same `eventId` after a lost answer, it has one effect. */
export interface Act {
  readonly purpose: Purpose;
  readonly scope: string;
  readonly eventId: string;
}

export const giveConsent = (act: Act & { fields: readonly string[]; noticeVersion: number; wording: string; locale: string; where: string }) =>
  call<ConsentState>('POST', '/api/consents', { body: act });

export const withdrawConsent = ({ purpose, scope, eventId, where }: Act & { where: string }) =>
  call<void>('DELETE', `/api/consents/${purpose}?${new URLSearchParams({ scope, eventId, where })}`);
