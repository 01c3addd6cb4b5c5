import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type AffectedPeople, type Incident, type Incidents } from './generated/index.js';

export type { AffectedPeople, Incident } from './generated/index.js';

/** Whom an incident touched, as it is asked for. */
export type Affected =
  | { by: 'everybody' }
  | { by: 'data'; kind: string }
  | { by: 'activity'; from: string; to: string }
  | { by: 'list'; accountIds: string[] };

export interface IncidentFacts {
  what: string;
  data: string;
  beganAt?: string;
  endedAt?: string;
}

const base = '/api/operations/incidents';
const at = (id: string, rest = ''): string => `${base}/${encodeURIComponent(id)}${rest}`;
const LOOK_AGAIN_MS = 2_000;

export const incidentsQuery = infiniteQueryOptions({
  queryKey: ['operations', 'incidents'],
  queryFn: ({ pageParam, signal }) => call<Incidents>('GET', pageParam === null ? base : `${base}?before=${encodeURIComponent(pageParam)}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** Looked at again and again while mails about it go out. */
export const incidentQuery = (id: string) => queryOptions({
  queryKey: ['operations', 'incident', id],
  queryFn: ({ signal }) => call<Incident>('GET', at(id), { signal }),
  refetchInterval: ({ state: { data } }) => (data && data.mailsBegunAt !== null && data.waiting > 0 ? LOOK_AGAIN_MS : false),
});

export const openIncident = (body: IncidentFacts & { knownAt: string }) => call<Incident>('POST', base, { body });
export const amendIncident = (id: string, body: IncidentFacts) => call<Incident>('PUT', at(id), { body });
export const decideAuthority = (id: string, body: { toldAt?: string; reference?: string; because?: string }) => call<Incident>('PUT', at(id, '/authority'), { body });
export const closeIncident = (id: string, body: { prevention: string; notToldBecause?: string }) => call<Incident>('POST', at(id, '/closing'), { body });
export const countAffected = (id: string, body: Affected) => call<AffectedPeople>('POST', at(id, '/people/count'), { body });
export const addAffected = (id: string, body: Affected) => call<Incident>('POST', at(id, '/people'), { body });
export const tellAffected = (id: string, body: { what: string; meaning: string; measures: string }) => call<Incident>('POST', at(id, '/mails'), { body });
export const reportOf = (id: string): string => at(id, '/report');
