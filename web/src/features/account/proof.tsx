import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { myAccountQuery } from '../../api/account-queries.js';
import { isProblem } from '../../api/problem.js';
import { type MyAccount } from '../../api/schema.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Notice } from '../../ui/notice.js';

/** Where a refusal for want of proof is shown. */
export const proofFields = { 'accounts.sign_in_again': 'password', 'accounts.wrong_password': 'password' } as const;

/**
 * Before a change of weight: nothing more to ask when the sign-in is minutes old, the password when there is one, and
 * else a new sign-in. The server decides; this only asks at the right moment.
 */
export function Proved({ account, children }: { account: MyAccount; children: (asksPassword: boolean) => ReactNode }) {
  if (account.freshUntil !== null) return children(false);
  return account.hasPassword ? children(true) : <SignInAgain />;
}

/** For whoever has no password to show. */
export function SignInAgain() {
  const { href } = useLocation();
  return (
    <Notice kind="info" title="Sign in again first" action={<ButtonLink to="/sign-in" search={{ next: href }}>Sign in again</ButtonLink>}>
      You have no password here, so a sign-in of the last minutes shows that it is still you.
    </Notice>
  );
}

/** Reads anew what has to be asked, when a form was open for longer than its sign-in was fresh. */
export function useProofRefused(): (error: Error) => void {
  const queryClient = useQueryClient();
  return (error) => {
    if (isProblem(error, 'accounts.sign_in_again')) void queryClient.invalidateQueries({ queryKey: myAccountQuery.queryKey });
  };
}

export const proofOf = (password: string): { password?: string } => (password === '' ? {} : { password });
