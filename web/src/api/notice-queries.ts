import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type LegalNotice, type LegalNoticeVersions } from './generated/index.js';

export type { LegalNotice } from './generated/index.js';
export type NoticeName = LegalNotice['notice'];
export type NoticePart = LegalNotice['parts'][number];
export type NoticeBlock = NoticePart['blocks'][number];
export type NoticeWords = Extract<NoticeBlock, { kind: 'paragraph' }>['text'];
export type NoticeVersion = LegalNoticeVersions['versions'][number];

/** A text that changes with a deployment only. */
const long = { staleTime: 10 * 60_000 };

export const noticeQuery = (notice: NoticeName) => queryOptions({
  queryKey: ['notices', notice],
  queryFn: ({ signal }) => call<LegalNotice>('GET', `/api/notices/${notice}`, { signal }),
  ...long,
});

export const noticeVersionsQuery = (notice: NoticeName) => queryOptions({
  queryKey: ['notices', notice, 'versions'],
  queryFn: async ({ signal }) => (await call<LegalNoticeVersions>('GET', `/api/notices/${notice}/versions`, { signal })).versions,
  ...long,
});

export const noticeOfVersionQuery = (notice: NoticeName, version: string) => queryOptions({
  queryKey: ['notices', notice, 'versions', version],
  queryFn: ({ signal }) => call<LegalNotice>('GET', `/api/notices/${notice}/versions/${encodeURIComponent(version)}`, { signal }),
  ...long,
});
