import { type QueryClient, type QueryKey } from '@tanstack/react-query';

/** Puts what a command answered in the place of what was read; whatever began to be read before knows nothing of it, and is let go. */
export async function knowNow(queryClient: QueryClient, queryKey: QueryKey, answered: unknown): Promise<void> {
  await queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData(queryKey, answered);
}
