import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../../api/commands.js';
import { sessionQuery } from '../../api/queries.js';
import { forgetThisTab } from '../../lib/tab-storage.js';

/** Signs out and leaves nothing of the person in this tab. */
export function useSignOut() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      // First away from the pages that need a sign-in: they would otherwise ask for one at once.
      await navigate({ to: '/' });
      forgetThisTab();
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, { account: null });
    },
  });
}
