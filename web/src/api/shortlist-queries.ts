import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { fetchFile } from './download.js';
import { type Shortlist, type ShortlistEntry, type ShortlistEntryWithNotes, type Shortlists, type ShortlistWithEntries } from './generated/index.js';

export type { ShortlistEntry, ShortlistEntryWithNotes, ShortlistWithEntries };
export type ShortlistLine = Shortlists['shortlists'][number];
export type Stage = ShortlistEntry['stage'];
export type ListedPerson = NonNullable<ShortlistEntry['person']>;

const one = (id: string, rest = ''): string => `/api/shortlists/${encodeURIComponent(id)}${rest}`;
const place = (id: string, rest = ''): string => `/api/shortlist-entries/${encodeURIComponent(id)}${rest}`;

/** With a person: says on which of them they stand. */
export const shortlistsQuery = (talentId: string | null = null) => queryOptions({
  queryKey: ['shortlists', 'list', talentId],
  queryFn: async ({ signal }) => (await call<Shortlists>('GET', talentId === null ? '/api/shortlists' : `/api/shortlists?talentId=${encodeURIComponent(talentId)}`, { signal })).shortlists,
});

/** People hide while one looks elsewhere. */
export const shortlistQuery = (id: string) => queryOptions({
  queryKey: ['shortlists', 'one', id],
  queryFn: ({ signal }) => call<ShortlistWithEntries>('GET', one(id), { signal }),
  staleTime: 0,
});

export const shortlistEntryQuery = (id: string) => queryOptions({
  queryKey: ['shortlists', 'entry', id],
  queryFn: ({ signal }) => call<ShortlistEntryWithNotes>('GET', place(id), { signal }),
  staleTime: 0,
});

/** Everything about shortlists that was read. */
export const shortlistsKey = ['shortlists'] as const;

export const createShortlist = (name: string) => call<Shortlist>('POST', '/api/shortlists', { body: { name } });
export const renameShortlist = ({ id, name }: { id: string; name: string }) => call<void>('PATCH', one(id), { body: { name } });
export const deleteShortlist = (id: string) => call<void>('DELETE', one(id));
export const exportShortlist = (id: string) => fetchFile(one(id, '/export'), {});
export const addToShortlist = ({ id, talentId }: { id: string; talentId: string }) => call<ShortlistEntry>('POST', one(id, '/entries'), { body: { talentId } });
export const moveEntries = ({ id, entryIds, stage }: { id: string; entryIds: string[]; stage: Stage }) => call<{ moved: number }>('PATCH', one(id, '/entries'), { body: { entryIds, stage } });
export const tagEntry = ({ id, tags }: { id: string; tags: string[] }) => call<ShortlistEntry>('PUT', place(id, '/tags'), { body: { tags } });
export const writeNote = ({ id, text }: { id: string; text: string }) => call<ShortlistEntry>('POST', place(id, '/notes'), { body: { text } });
export const deleteNote = ({ id, noteId }: { id: string; noteId: string }) => call<void>('DELETE', place(id, `/notes/${encodeURIComponent(noteId)}`));
export const removeEntry = (id: string) => call<void>('DELETE', place(id));
