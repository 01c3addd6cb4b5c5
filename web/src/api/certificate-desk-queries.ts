import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type CertificateChecks, type CertificateReading, type CertificateRegister, type RegisterLine as Described } from './generated/index.js';

export type Check = CertificateChecks['checks'][number];
export type AlikeAnswer = CertificateReading['answers'][number];
/** The description of the server leaves out that this may be null. */
export type RegisterLine = Omit<Described, 'revokedBecause'> & { revokedBecause: Described['revokedBecause'] | null };
export type Measure = 'suspension' | 'restoration' | 'revocation';

const base = '/api/operations/certificates';
const check = (id: string, rest: string): string => `/api/operations/certificate-checks/${encodeURIComponent(id)}/${rest}`;

/** What waits for a person, the one that waits longest first. */
export const certificateChecksQuery = queryOptions({
  queryKey: ['operations', 'certificate-checks'],
  queryFn: async ({ signal }) => (await call<CertificateChecks>('GET', '/api/operations/certificate-checks', { signal })).checks,
  staleTime: 0,
});

/** By number or link; null when there is none. */
export const registerQuery = (find: string) => queryOptions({
  queryKey: ['operations', 'certificates', find],
  queryFn: async ({ signal }) => (await call<Omit<CertificateRegister, 'certificate'> & { certificate: RegisterLine | null }>('GET', `${base}?${new URLSearchParams({ find }).toString()}`, { signal })).certificate,
  staleTime: 0,
});

export const readCheck = ({ id, reason }: { id: string; reason: string }) => call<CertificateReading>('POST', check(id, 'reading'), { body: { reason } });
export const decideCheck = ({ id, ...body }: { id: string; allow: boolean; reason: string }) => call<void>('POST', check(id, 'decision'), { body });
export const takeMeasure = ({ id, measure, reason }: { id: string; measure: Measure; reason: string }) => call<RegisterLine>('POST', `${base}/${encodeURIComponent(id)}/${measure}`, { body: { reason } });
