import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, NoConnectionError, ProblemError } from './problem.js';
import { sessionQuery } from './queries.js';

/** All state of the server lives here. A sign-in that ended is noticed by whichever read meets it first. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isProblem(error, 'http.sign_in_first')) client.setQueryData(sessionQuery.queryKey, { account: null });
      },
    }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthAnotherTry, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

/** A reason does not change by asking again; a lost connection or a restarting server may. */
function worthAnotherTry(failures: number, error: Error): boolean {
  if (failures >= 2) return false;
  return error instanceof NoConnectionError || (error instanceof ProblemError && error.problem.status >= 502);
}
