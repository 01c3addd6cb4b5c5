import { useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries.js';
import { type Account } from '../../api/schema.js';

/** Tells the rest of the pages at once: the operator's ones open or close by it. */
export function useFactorChanged(): (factor: Account['secondFactor']) => void {
  const queryClient = useQueryClient();
  return (secondFactor) => queryClient.setQueryData(sessionQuery.queryKey, (session) =>
    (session?.account ? { ...session, account: { ...session.account, secondFactor } } : session));
}
