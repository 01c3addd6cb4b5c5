import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type Certificate as Described, type CertificateLine as DescribedLine, type CertificateOffer, type CertificatePreview } from './generated/index.js';

export type { CertificateOffer };
export type ClipChoice = CertificateOffer['clips'][number];

/** The description of the server leaves out that these may be null. */
export type Certificate = Omit<Described, 'step' | 'revokedBecause'> & { step: Described['step'] | null; revokedBecause: Described['revokedBecause'] | null };
export type CertificateLine = Omit<DescribedLine, 'revokedBecause'> & { revokedBecause: DescribedLine['revokedBecause'] | null };

/** What somebody wants to stand on a certificate. */
export interface CertificateWish {
  name: string;
  /** The recording to show a part of; null for none. */
  takeId: string | null;
}

const SOON_MS = 1_000;
const path = (id: string, rest = ''): string => `/api/certificates/${encodeURIComponent(id)}${rest}`;
const offerPath = (interviewId: string): string => `/api/interviews/${encodeURIComponent(interviewId)}/certificate`;

/** What an interview has earned. */
export const offerQuery = (interviewId: string) => queryOptions({
  queryKey: ['certificates', 'offer', interviewId],
  queryFn: ({ signal }) => call<CertificateOffer>('GET', offerPath(interviewId), { signal }),
  staleTime: 0,
});

/** One's own, the newest first. */
export const certificatesQuery = queryOptions({
  queryKey: ['certificates', 'mine'],
  queryFn: async ({ signal }) => (await call<{ certificates: CertificateLine[] }>('GET', '/api/certificates', { signal })).certificates,
  staleTime: 0,
});

/** One of one's own; read again and again while it is made. */
export const certificateQuery = (id: string) => queryOptions({
  queryKey: ['certificates', 'one', id],
  queryFn: ({ signal }) => call<Certificate>('GET', path(id), { signal }),
  staleTime: 0,
  refetchInterval: ({ state: { data } }) => (data?.state === 'issuing' ? SOON_MS : false),
});

/** The page that others would see, as HTML, before there is anything to see. */
export const previewQuery = (id: string, wish: CertificateWish) => queryOptions({
  queryKey: ['certificates', 'preview', id, wish],
  queryFn: ({ signal }) => call<CertificatePreview>('POST', path(id, '/preview'), { body: wish, signal }),
  placeholderData: keepPreviousData,
  retry: false,
  gcTime: 0,
});

export const draftCertificate = (interviewId: string) => call<{ id: string }>('POST', offerPath(interviewId));
export const issueCertificate = ({ id, ...body }: CertificateWish & { id: string; eventId: string }) => call<Certificate>('POST', path(id, '/issuing'), { body });
export const giveBackCertificate = (id: string) => call<void>('DELETE', path(id));
/** `isAsked: false`: the new one, whose id it is, waits for the consent to its video, and for the same to be asked once more. */
export const correctCertificate = ({ id, ...body }: { id: string; name: string; withoutClip: boolean; eventId: string }) => call<{ id: string; isAsked: boolean }>('POST', path(id, '/corrections'), { body });

/** Where a part of it is downloaded. */
export const certificateFile = (id: string, kind: string): string => path(id, `/files/${kind}`);
