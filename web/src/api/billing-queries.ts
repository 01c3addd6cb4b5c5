import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type Billing, type BillingDetails as Details, type BoughtPlan as DescribedPlan, type Credits, type CreditUses, type PaymentHistory, type PracticeStanding, type Pricing as DescribedPricing, type Purchase as DescribedPurchase } from './generated/index.js';

type Every = 'month' | 'year' | null;
/** The description of the server leaves out that these may be null. */
export type Pricing = Omit<DescribedPricing, 'products'> & { products: SoldProduct[] };
export type SoldProduct = Omit<DescribedPricing['products'][number], 'every'> & { every: Every };
export type Purchase = Omit<DescribedPurchase, 'every' | 'setApart' | 'go'> & { every: Every; setApart: 'waiting' | 'looked_at' | null; go: Go | null };
export type Go = { kind: 'link'; url: string } | { kind: 'form'; action: string; fields: Record<string, string> };
export type BoughtPlan = Omit<DescribedPlan, 'every'> & { every: Every };
export type Standing = Omit<Billing, 'plans'> & { plans: BoughtPlan[] };
export type BillingDetails = Details;
export type { Credits, CreditUses, PaymentHistory };

/** Changes with a deployment only. */
export const pricingQuery = queryOptions({
  queryKey: ['pricing'],
  queryFn: ({ signal }) => call<Pricing>('GET', '/api/pricing', { signal }),
  staleTime: 10 * 60_000,
});

/** How many interviews a candidate has left. */
export const standingQuery = queryOptions({
  queryKey: ['billing', 'standing'],
  queryFn: ({ signal }) => call<PracticeStanding>('GET', '/api/billing/standing', { signal }),
  staleTime: 0,
});

/** One's own purchase; read again and again while its gateway has not said what became of it. What was declined may be paid by now. */
export const purchaseQuery = (id: string) => queryOptions({
  queryKey: ['purchase', id],
  queryFn: ({ signal }) => call<Purchase>('GET', `/api/billing/purchases/${encodeURIComponent(id)}`, { signal }),
  staleTime: 0,
  refetchInterval: ({ state: { data, dataUpdateCount } }) => (data === undefined || data.state === 'paid' ? false : pause(data.state, dataUpdateCount)),
});

const READS_AT_FIRST = 30;

/** Often at first, and more seldom for whoever waits for a transfer of days. */
function pause(state: Purchase['state'], reads: number): number | false {
  if (reads < READS_AT_FIRST) return 1_500;
  return state === 'failed' || state === 'expired' ? false : 15_000;
}

/** Has the server ask the gateway now. */
export const lookAgain = (id: string): Promise<void> => call('POST', `/api/billing/purchases/${encodeURIComponent(id)}/look`);

export interface Wish {
  product: string;
  quantity: number;
  currency: string;
  /** The same wish sent twice is one purchase. */
  requestKey: string;
}

/** What a candidate has bought, or an organisation: the same verbs at two addresses. */
export function billingAt(root: '/api/billing' | '/api/organisation/billing') {
  const key = ['billing', root] as const;
  const plan = (id: string, rest: string): string => `${root}/plans/${encodeURIComponent(id)}/${rest}`;
  const page = (path: string, after: string | null): string => (after === null ? `${root}${path}` : `${root}${path}?after=${encodeURIComponent(after)}`);
  return {
    key,
    read: queryOptions({ queryKey: [...key, 'now'], queryFn: ({ signal }) => call<Standing>('GET', root, { signal }), staleTime: 0 }),
    history: infiniteQueryOptions({
      queryKey: [...key, 'history'], queryFn: ({ pageParam, signal }) => call<PaymentHistory>('GET', page('/history', pageParam), { signal }),
      initialPageParam: null as string | null, getNextPageParam: ({ next }) => next, staleTime: 0,
    }),
    uses: infiniteQueryOptions({
      queryKey: [...key, 'uses'], queryFn: ({ pageParam, signal }) => call<CreditUses>('GET', page('/uses', pageParam), { signal }),
      initialPageParam: null as string | null, getNextPageParam: ({ next }) => next, staleTime: 0,
    }),
    details: queryOptions({ queryKey: [...key, 'details'], queryFn: ({ signal }) => call<BillingDetails>('GET', `${root}/details`, { signal }) }),
    saveDetails: (body: BillingDetails) => call<BillingDetails>('PUT', `${root}/details`, { body }),
    buy: (body: Wish) => call<Purchase>('POST', `${root}/purchases`, { body }),
    endPlan: (id: string) => call<BoughtPlan>('POST', plan(id, 'cancellation')),
    portal: (id: string) => call<{ url: string | null }>('POST', plan(id, 'portal')),
    paper: (id: string): string => `${root}/invoices/${encodeURIComponent(id)}`,
  };
}

export type BillingApi = ReturnType<typeof billingAt>;
export const ownBilling = billingAt('/api/billing');
export const organisationBilling = billingAt('/api/organisation/billing');
