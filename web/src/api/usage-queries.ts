import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type CountPageViewData, type Usage } from './generated/index.js';

export type { Usage };
export type Used = Usage['features'][number];
export type PageView = CountPageViewData['body'];

export const spans = [30, 90] as const;
export type UsageDays = (typeof spans)[number];

export const usageQuery = (days: UsageDays) => queryOptions({
  queryKey: ['operations', 'usage', days],
  queryFn: ({ signal }) => call<Usage>('GET', `/api/operator/usage?days=${days}`, { signal }),
  staleTime: 60_000,
});

/** Day by day, as a table for a spreadsheet. */
export const usageTable = (days: UsageDays): string => `/api/operator/usage.csv?days=${days}`;

/** Nobody waits for it, and it is not tried again: a look more or less does not matter. */
export const countPageView = (body: PageView): void => void call<void>('POST', '/api/page-views', { body, outlivePage: true }).catch(() => undefined);
