import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type MailPreferences, type Notes, type Unsubscribed } from './generated/index.js';

export type Note = Notes['notes'][number];
export type MailCategory = MailPreferences['categories'][number];

const readPage = (before: string | null, signal: AbortSignal): Promise<Notes> =>
  call<Notes>('GET', before === null ? '/api/notes' : `/api/notes?before=${encodeURIComponent(before)}`, { signal });

const MINUTE_MS = 60_000;

/** How many notes wait. It is not asked by the clock: that would keep a sign-in alive at which nobody sits. */
export const unreadQuery = queryOptions({
  queryKey: ['notes', 'unread'],
  queryFn: async ({ signal }) => (await readPage(null, signal)).unread,
  staleTime: MINUTE_MS,
});

export const notesQuery = infiniteQueryOptions({
  queryKey: ['notes', 'list'],
  queryFn: ({ pageParam, signal }) => readPage(pageParam, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  staleTime: 0,
});

export const mailPreferencesQuery = queryOptions({
  queryKey: ['mail-preferences'],
  queryFn: async ({ signal }) => (await call<MailPreferences>('GET', '/api/mail-preferences', { signal })).categories,
});

export const readNotes = (upTo: string) => call<{ unread: number }>('POST', '/api/notes/read', { body: { upTo } });
export const chooseMails = (body: { id: MailCategory['id']; isWanted: boolean }) => call<MailPreferences>('PUT', '/api/mail-preferences', { body });
export const unsubscribe = (token: string) => call<Unsubscribed>('POST', '/api/unsubscriptions', { body: { token } });
