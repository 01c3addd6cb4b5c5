import { type QueryClient } from '@tanstack/react-query';
import { type ParsedLocation, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/queries.js';
import { type Account } from '../api/schema.js';
import { paths } from './paths.js';

interface Arrival {
  context: { queryClient: QueryClient };
  location: ParsedLocation;
}

/** Sends whoever is signed out to the sign-in, and back here afterwards. The server asks again at every request. */
export async function signedIn({ context, location }: Arrival): Promise<Account> {
  const { account } = await context.queryClient.ensureQueryData(sessionQuery);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects by throwing them
  if (account === null) throw redirect({ to: paths.signIn, search: { next: location.href } });
  return account;
}
