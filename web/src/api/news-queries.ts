import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type News, type NewsList, type NewsPreview, type NewsTried } from './generated/index.js';

export type { News } from './generated/index.js';

/** What an operator writes: each line is a paragraph, and web addresses become links. */
export interface NewsDraft {
  subject: string;
  text: string;
}

const base = '/api/operations/news';
const LOOK_AGAIN_MS = 2_000;

/** Looked at again and again while some of it goes out. */
export const newsQuery = infiniteQueryOptions({
  queryKey: ['operations', 'news'],
  queryFn: ({ pageParam, signal }) => call<NewsList>('GET', pageParam === null ? base : `${base}?before=${encodeURIComponent(pageParam)}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  refetchInterval: ({ state }) => (state.data?.pages.some(({ news }) => news.some(({ finishedAt }) => finishedAt === null)) ? LOOK_AGAIN_MS : false),
});

export const previewNews = (draft: NewsDraft) => call<NewsPreview>('POST', `${base}/preview`, { body: draft });
export const tryNews = (draft: NewsDraft) => call<NewsTried>('POST', `${base}/try`, { body: draft });
/** With the same id it goes out once, however often it is called. */
export const sendNews = (id: string, draft: NewsDraft) => call<News>('PUT', `${base}/${encodeURIComponent(id)}`, { body: draft });
