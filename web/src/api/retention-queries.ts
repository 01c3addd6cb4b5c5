import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type RetentionBoard } from './generated/index.js';

export type { RetentionBoard } from './generated/index.js';
export type RetentionClass = RetentionBoard['classes'][number];

export const retentionBoardQuery = queryOptions({
  queryKey: ['operations', 'retention'],
  queryFn: ({ signal }) => call<RetentionBoard>('GET', '/api/operator/retention', { signal }),
});
