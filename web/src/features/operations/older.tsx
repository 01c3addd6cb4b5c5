import { Button } from '@mantine/core';
import { Failure } from '../../ui/failure.js';

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; error: unknown; fetchNextPage: () => unknown };
  /** "entries" */
  what: string;
}

/** The way to what is further down a list. */
export function Older({ query, what }: Props) {
  if (query.isFetchNextPageError) return <Failure title={`Older ${what} could not be read.`} error={query.error} again={() => query.fetchNextPage()} />;
  if (!query.hasNextPage) return null;
  return <div><Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>Show older {what}</Button></div>;
}
