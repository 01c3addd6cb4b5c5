import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../../api/commands.js';
import { forgetThisTab } from '../../lib/tab-storage.js';
import { forgetRecordings } from '../../speaking/chunk-database.js';
import { useBeginSession } from './use-begin-session.js';

/** Signs out and leaves nothing of the person in this tab. */
export function useSignOut() {
  const navigate = useNavigate();
  const forget = useForgetPerson();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      // First away from the pages that need a sign-in: they would otherwise ask for one at once.
      await navigate({ to: '/' });
      forget();
    },
  });
}

/** Once the sign-in has ended on the server: nothing that was read with it stays here. */
export function useForgetPerson(): () => void {
  const queryClient = useQueryClient();
  const beginSession = useBeginSession();
  return () => {
    forgetThisTab();
    forgetRecordings();
    // Forms leave what was typed, passwords among it, in the memory of what was sent.
    queryClient.getMutationCache().clear();
    beginSession({ account: null });
  };
}
