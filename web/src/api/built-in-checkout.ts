import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type BuiltInCheckout, type BuiltInCheckoutLeft } from './generated/index.js';

export type { BuiltInCheckout };
export type BuiltInChoice = 'pay' | 'decline' | 'promise' | 'cancel';
export type BuiltInPlanChoice = 'pay_missing' | 'fail_next' | 'pass_next' | 'end_with_turn' | 'end_now';

const path = (reference: string): string => `/api/built-in-gateway/checkouts/${encodeURIComponent(reference)}`;

/** A page of the built-in gateway, by its address, which nobody can guess. */
export const builtInCheckoutQuery = (reference: string) => queryOptions({
  queryKey: ['built-in-checkout', reference],
  queryFn: ({ signal }) => call<BuiltInCheckout>('GET', path(reference), { signal }),
  staleTime: 0,
});

export const chooseAtBuiltIn = ({ reference, ...body }: { reference: string; choice: BuiltInChoice; nextFails: boolean; shortTurn: boolean }) => call<BuiltInCheckoutLeft>('POST', path(reference), { body });
export const chooseForBuiltInPlan = ({ reference, choice }: { reference: string; choice: BuiltInPlanChoice }) => call<BuiltInCheckout>('POST', `${path(reference)}/plan`, { body: { choice } });
