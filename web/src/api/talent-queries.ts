import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { ProblemError } from './problem.js';
import { type SavedSearch as DescribedSearch, type Talent, type TalentCard as DescribedCard, type TalentProfile as DescribedProfile, type TalentSuggestions } from './generated/index.js';

export type Availability = 'now' | 'month' | 'quarter' | 'looking_later';
export type Remote = 'onsite' | 'hybrid' | 'remote' | 'any';
export type Level = 'junior' | 'mid' | 'senior' | 'lead';

/** What a search asks for, as the address, the server and a saved search all say it. */
export interface TalentAsk {
  text?: string;
  role?: string;
  allSkills?: string[];
  anySkills?: string[];
  level?: Level;
  place?: string;
  remote?: Remote;
  language?: string;
  availability?: Availability;
  certificate?: 'valid';
  /** Of all answers together. */
  minScore?: number;
  /** Of one competency, by its id. */
  [floor: `min.${string}`]: number;
  sort?: 'score' | 'newest' | 'relevance';
}

/** A search, and the client of an agency it is made for. */
export type TalentPlace = TalentAsk & { client?: string };

/** The description of the server leaves out that these may be null. */
interface Unshared {
  remote: Remote | null;
  availability: Availability | null;
}

/** A listed person as a list shows them; null is not shared. */
export type TalentCard = Omit<DescribedCard, keyof Unshared> & Unshared;
export type TalentProfile = Omit<DescribedProfile, keyof Unshared> & Unshared;
export type TalentPage = Omit<Talent, 'talent'> & { talent: TalentCard[] };
export type TalentFacet = Talent['facets'][number];
export type TalentSuggestion = TalentSuggestions['suggestions'][number];
export type SavedSearch = Omit<DescribedSearch, 'query'> & { query: TalentAsk };

function address(path: string, ask: Readonly<Record<string, unknown>>): string {
  const asked = Object.entries(ask).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== null);
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
}

export const talentSearchQuery = (ask: TalentAsk) => infiniteQueryOptions({
  queryKey: ['talent', 'search', ask],
  queryFn: ({ pageParam, signal }) => call<TalentPage>('GET', address('/api/talent', { ...ask, after: pageParam }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  // Somebody may have withdrawn meanwhile: what was found is never taken from the memory of this page.
  staleTime: 0,
  gcTime: 0,
  placeholderData: keepPreviousData,
});

const LOOK_AGAIN_MS = 15_000;

/** Opening it is recorded. It is read again while it is looked at, so that somebody who withdraws is gone from the page as well. */
export const talentProfileQuery = (talentId: string, client: string | null) => queryOptions({
  queryKey: ['talent', 'profile', talentId, client],
  queryFn: ({ signal }) => call<TalentProfile>('GET', address(`/api/talent/${encodeURIComponent(talentId)}`, { client }), { signal }),
  staleTime: 0,
  gcTime: 0,
  refetchInterval: ({ state }) => (state.error instanceof ProblemError ? false : LOOK_AGAIN_MS),
});

export const talentSuggestionsQuery = (like: string) => queryOptions({
  queryKey: ['talent', 'suggestions', like],
  queryFn: async ({ signal }) => (await call<{ suggestions: TalentSuggestion[] }>('GET', address('/api/talent/suggestions', { like }), { signal })).suggestions,
  placeholderData: keepPreviousData,
});

export const savedSearchesQuery = queryOptions({
  queryKey: ['saved-searches'],
  queryFn: async ({ signal }) => (await call<{ items: SavedSearch[] }>('GET', '/api/saved-searches', { signal })).items,
  staleTime: 0,
});

const savedPath = (id: string, rest = ''): string => `/api/saved-searches/${encodeURIComponent(id)}${rest}`;

export const saveSearch = (body: Pick<SavedSearch, 'name' | 'query' | 'alerts'>) => call<SavedSearch>('POST', '/api/saved-searches', { body });
export const changeSavedSearch = (id: string, body: Partial<Pick<SavedSearch, 'name' | 'query' | 'alerts'>>) => call<SavedSearch>('PATCH', savedPath(id), { body });
export const lookAtSavedSearch = (id: string) => call<SavedSearch>('POST', savedPath(id, '/look'), { body: {} });
export const deleteSavedSearch = (id: string) => call<void>('DELETE', savedPath(id));
