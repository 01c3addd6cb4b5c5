import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { Failure } from './failure.js';

interface Props<T> {
  query: UseQueryResult<T>;
  /** The layout that is coming, in grey. */
  skeleton: ReactNode;
  /** What could not be read: "Your interviews could not be read." */
  failed: string;
  children: (data: T) => ReactNode;
}

/** Data that is here is shown even when a later read of it fails. */
export function Loaded<T>({ query, skeleton, failed, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failure title={failed} error={query.error} again={() => void query.refetch()} />;
  return <div aria-busy="true"><span className="visually-hidden" role="status">Loading</span>{skeleton}</div>;
}
