import { useQueryClient } from '@tanstack/react-query';
import { policyQuery, sessionQuery } from '../../api/queries.js';
import { type Session } from '../../api/schema.js';

/** Takes over who is signed in now; nothing that was read as somebody else stays. */
export function useBeginSession(): (session: Session) => void {
  const queryClient = useQueryClient();
  return (session) => {
    const open = [policyQuery.queryKey[0], sessionQuery.queryKey[0]];
    queryClient.removeQueries({ predicate: ({ queryKey }) => !open.some((key) => key === queryKey[0]) });
    queryClient.setQueryData(sessionQuery.queryKey, session);
  };
}
