import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type MyAccount, type PendingSignUp, type SecondFactor, type MySessions } from './schema.js';

export const pendingSignUpQuery = queryOptions({
  queryKey: ['sign-up'],
  queryFn: ({ signal }) => call<PendingSignUp>('GET', '/api/sign-up', { signal }),
  // It lives for minutes only, and is gone once it is answered.
  staleTime: 0,
});

export const myAccountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => call<MyAccount>('GET', '/api/account', { signal }),
});

export const signInsQuery = queryOptions({
  queryKey: ['account', 'sign-ins'],
  queryFn: async ({ signal }) => (await call<MySessions>('GET', '/api/account/sessions', { signal })).sessions,
});

export const secondFactorQuery = queryOptions({
  queryKey: ['account', 'second-factor'],
  queryFn: ({ signal }) => call<SecondFactor>('GET', '/api/account/second-factor', { signal }),
});
