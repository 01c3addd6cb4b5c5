import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';

/** How people sign in here. The pages wait for the policy; where it could not be read, the server still decides. */
export function useSignInWays(): { password: boolean; link: boolean; providers: boolean } {
  const signIn = useQuery(policyQuery).data?.signIn;
  return { password: signIn?.ways.includes('password') ?? true, link: signIn?.ways.includes('link') ?? true, providers: (signIn?.providers.length ?? 0) > 0 };
}
