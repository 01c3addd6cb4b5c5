import { type QueryClient } from '@tanstack/react-query';
import { type ParsedLocation, redirect } from '@tanstack/react-router';
import { policyQuery, sessionQuery } from '../api/queries.js';
import { type Account } from '../api/schema.js';
import { paths } from './paths.js';

interface Arrival {
  context: { queryClient: QueryClient };
  location: ParsedLocation;
}

/** Has read the policy before the page is drawn, or has tried to. */
export const policyRead = ({ context }: Pick<Arrival, 'context'>): Promise<void> => context.queryClient.prefetchQuery(policyQuery);

/** Sends whoever is signed out to the sign-in, and back here afterwards. The server asks again at every request. */
export async function signedIn({ context, location }: Arrival): Promise<Account> {
  const { account } = await context.queryClient.ensureQueryData(sessionQuery);
  // oxlint-disable-next-line typescript/only-throw-error -- the router takes redirects by throwing them
  if (account === null) throw redirect({ to: paths.signIn, search: { next: location.href } });
  return account;
}

/** As `signedIn`; whoever comes to practise without an account is led to where none is needed. */
export async function practising(arrival: Arrival): Promise<Account> {
  const { account } = await arrival.context.queryClient.ensureQueryData(sessionQuery);
  // oxlint-disable-next-line typescript/only-throw-error -- the router takes redirects by throwing them
  if (account === null && arrival.location.pathname === paths.practice) throw redirect({ to: paths.tryQuestion });
  return signedIn(arrival);
}

/** Leads whoever works for no organisation to making one; the server asks again at every request. */
export async function recruiting(arrival: Arrival): Promise<Account> {
  const account = await withSecondFactor(arrival);
  // oxlint-disable-next-line typescript/only-throw-error -- the router takes redirects by throwing them
  if (!account.roles.includes('recruiter')) throw redirect({ to: paths.foundOrganisation });
  return account;
}

/** For the pages of an operator. */
export const operating = withSecondFactor;

/** Leads whoever has a role that needs a second factor to it first: the server opens the pages of that role only with one. */
async function withSecondFactor(arrival: Arrival): Promise<Account> {
  const account = await signedIn(arrival);
  // oxlint-disable-next-line typescript/only-throw-error -- the router takes redirects by throwing them
  if (account.secondFactor === 'required') throw redirect({ to: paths.secondFactor, search: { next: arrival.location.href } });
  return account;
}
