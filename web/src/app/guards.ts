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

/** Leads an operator to the second factor first: the server opens the operator's pages only with one. */
export async function operating(arrival: Arrival): Promise<Account> {
  const account = await signedIn(arrival);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects by throwing them
  if (account.secondFactor === 'required') throw redirect({ to: paths.secondFactor, search: { next: arrival.location.href } });
  return account;
}
