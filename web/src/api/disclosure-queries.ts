import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type LegalDisclosure, type LegalDisclosures, type MyLegalDisclosures } from './generated/index.js';

export type { LegalDisclosure } from './generated/index.js';

const base = '/api/operations/legal-disclosures';

export const legalDisclosuresQuery = infiniteQueryOptions({
  queryKey: ['operations', 'legal-disclosures'],
  queryFn: ({ pageParam, signal }) => call<LegalDisclosures>('GET', pageParam === null ? base : `${base}?before=${encodeURIComponent(pageParam)}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** What was given to authorities of whoever is signed in, as far as they may know. */
export const myLegalDisclosuresQuery = queryOptions({
  queryKey: ['privacy', 'legal-disclosures'],
  queryFn: async ({ signal }) => (await call<MyLegalDisclosures>('GET', '/api/privacy/legal-disclosures', { signal })).disclosures,
});

export interface EnteredDisclosure {
  accountId: string;
  recipient: string;
  ground: string;
  data: string;
  reason: string;
  disclosedAt: string;
  secretUntil?: string;
  secretBecause?: string;
}

export const recordDisclosure = (body: EnteredDisclosure) => call<LegalDisclosure>('POST', base, { body });
