import { Button } from '@mantine/core';
import { Failure } from '../../ui/failure.js';

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; error: unknown; fetchNextPage: () => unknown };
}

/** The way to what is further down the list. */
export function More({ query }: Props) {
  if (query.isFetchNextPageError) return <Failure title="More could not be read." error={query.error} again={() => query.fetchNextPage()} />;
  if (!query.hasNextPage) return null;
  return <div><Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>Show more</Button></div>;
}
