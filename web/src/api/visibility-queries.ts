import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type Disclosures, type VisibilityHindrance } from './generated/index.js';
import { type TalentProfile } from './talent-queries.js';

export interface BlockedEmployers {
  domains: string[];
  /** With the domain that is blocked with each. */
  organisations: { id: string; name: string; domain: string }[];
}

export interface KnownOrganisation {
  id: string;
  name: string;
  domain: string;
  isDomainVerified: boolean;
  kind: 'employer' | 'agency';
}

/** What a recruiter reads in the profile, word for word. */
export type VisibilityPreview = Omit<TalentProfile, 'talentId' | 'listedAt' | 'client'>;

/** Somebody was shown something of whoever is signed in. */
export type Disclosure = Disclosures['disclosures'][number];

export const blocksQuery = queryOptions({
  queryKey: ['visibility', 'blocks'],
  queryFn: ({ signal }) => call<BlockedEmployers>('GET', '/api/visibility/blocks', { signal }),
});

export const organisationsQuery = (like: string) => queryOptions({
  queryKey: ['visibility', 'organisations', like],
  queryFn: async ({ signal }) => (await call<{ organisations: KnownOrganisation[] }>('GET', `/api/visibility/organisations?like=${encodeURIComponent(like)}`, { signal })).organisations,
  placeholderData: keepPreviousData,
});

/** What keeps one from being found, whatever one shares. Not kept: the profile may say more by the next look. */
export const hindranceQuery = queryOptions({
  queryKey: ['visibility', 'hindrance'],
  queryFn: async ({ signal }) => (await call<VisibilityHindrance>('GET', '/api/visibility/hindrance', { signal })).hindrance,
  staleTime: 0,
  gcTime: 0,
});

export const previewQuery = (fields: readonly string[]) => queryOptions({
  queryKey: ['visibility', 'preview', fields],
  queryFn: ({ signal }) => call<VisibilityPreview>('GET', `/api/visibility/preview?${new URLSearchParams(fields.map((field) => ['fields', field]))}`, { signal }),
  placeholderData: keepPreviousData,
  staleTime: 0,
  // What is missing in the profile is missing the next time, too.
  retry: false,
});

export const saveBlocks = ({ domains, organisations }: BlockedEmployers) =>
  call<BlockedEmployers>('PUT', '/api/visibility/blocks', { body: { domains, organisationIds: organisations.map(({ id }) => id) } });

/** Who was shown what, the newest first. */
export const disclosuresQuery = infiniteQueryOptions({
  queryKey: ['consents', 'disclosures'],
  queryFn: ({ pageParam, signal }) => call<Disclosures>('GET', pageParam === null ? '/api/consents/disclosures' : `/api/consents/disclosures?before=${pageParam}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  staleTime: 0,
});

/** Of these, what was shown of one thing, such as the interview of an invitation. */
export const disclosuresOfQuery = (matter: string) => infiniteQueryOptions({
  queryKey: ['consents', 'disclosures', matter],
  queryFn: ({ pageParam, signal }) => call<Disclosures>('GET', `/api/consents/disclosures?${new URLSearchParams({ matter, ...(pageParam === null ? {} : { before: pageParam }) })}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  staleTime: 0,
});
