import { Button } from '@mantine/core';
import { Failure } from '../../ui/failure.js';

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; error: unknown; fetchNextPage: () => unknown };
}

/** The way to older requests. */
export function More({ query }: Props) {
  if (query.isFetchNextPageError) return <Failure title="Older requests could not be read." error={query.error} again={() => query.fetchNextPage()} />;
  if (!query.hasNextPage) return null;
  return <div><Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>Show older requests</Button></div>;
}
