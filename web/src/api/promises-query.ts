import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type Promises } from './generated/index.js';

export type KnownPromise = Promises['promises'][number];

export const promisesQuery = queryOptions({
  queryKey: ['promises'],
  queryFn: async ({ signal }) => (await call<Promises>('GET', '/api/promises', { signal })).promises,
  staleTime: Infinity,
});
