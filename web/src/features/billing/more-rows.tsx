import { Button } from '@mantine/core';
import { type UseInfiniteQueryResult } from '@tanstack/react-query';

/** Reads the next page of a list. */
export function MoreRows({ query: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'> }) {
  return hasNextPage ? <div><Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show older ones</Button></div> : null;
}
