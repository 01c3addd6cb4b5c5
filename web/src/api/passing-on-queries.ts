import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { fetchFile } from './download.js';
import { type ClientLinks, type SharedResults } from './generated/index.js';

export type { SharedResults };
export type ClientLink = ClientLinks['links'][number];

/** Whom a link goes to, and for how long. */
export interface ClientLinkWish {
  invitationIds: readonly string[];
  recipientName: string;
  recipientEmail: string;
  days: number;
}

const ofTemplate = (id: string, rest: string): string => `/api/templates/${encodeURIComponent(id)}/${rest}`;

/** People take back what they allowed, and clients open links, while one looks elsewhere. */
export const clientLinksQuery = (templateId: string) => queryOptions({
  queryKey: ['client-links', templateId],
  queryFn: ({ signal }) => call<ClientLinks>('GET', ofTemplate(templateId, 'client-links'), { signal }),
  staleTime: 0,
});

export const clientLinksKey = ['client-links'] as const;

export const makeClientLink = (templateId: string, wish: ClientLinkWish) => call<{ id: string }>('POST', ofTemplate(templateId, 'client-links'), { body: wish });
export const revokeClientLink = (id: string) => call<void>('DELETE', `/api/client-links/${encodeURIComponent(id)}`);
export const copyResults = (templateId: string, how: 'csv' | 'pdf', invitationIds: readonly string[]) => fetchFile(ofTemplate(templateId, `copies/${how}`), { invitationIds });

/** Written down each time it is asked: never by itself. */
export const readSharedResults = (token: string) => call<SharedResults>('POST', '/api/client-links/reading', { body: { token } });
