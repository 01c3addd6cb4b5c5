import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { fetchFile, saveAs } from './download.js';
import { type LegalHold, type LegalHolds, type MyLegalHolds } from './generated/index.js';

export type { LegalHold } from './generated/index.js';

const base = '/api/operations/legal-holds';

/** What an operator enters of a hold; `holdsUntil` and `secretUntil` are days. */
export interface EnteredHold { accountId: string; modules: string[]; ground: string; reason: string; holdsUntil: string; secretBecause?: string; secretUntil?: string }

export const legalHoldsQuery = infiniteQueryOptions({
  queryKey: ['operations', 'legal-holds'],
  queryFn: ({ pageParam, signal }) => call<LegalHolds>('GET', pageParam === null ? base : `${base}?before=${encodeURIComponent(pageParam)}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  // A copy that is being sealed is looked at again.
  refetchInterval: (query) => (query.state.data?.pages.some(({ holds }) => holds.some(({ state }) => state === 'sealing')) === true ? 3_000 : false),
});

export const myLegalHoldsQuery = queryOptions({
  queryKey: ['privacy', 'legal-holds'],
  queryFn: async ({ signal }) => (await call<MyLegalHolds>('GET', '/api/privacy/legal-holds', { signal })).holds,
});

export const placeHold = (body: EnteredHold) => call<LegalHold>('POST', base, { body });
export const endHold = (id: string) => call<LegalHold>('POST', `${base}/${id}/end`);
export const prolongSecret = (id: string, body: { secretUntil: string; because: string }) => call<LegalHold>('POST', `${base}/${id}/secret`, { body });
export const openHold = async ({ id, because }: { id: string; because: string }): Promise<void> => saveAs(await fetchFile(`${base}/${id}/file`, { because }), 'legal-hold.zip');
