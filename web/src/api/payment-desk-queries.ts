import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type FoundPayments, type PaymentDay, type PaymentDays, type PaymentsOverview, type QuarantinePage, type Refund, type WaitingRefunds } from './generated/index.js';

export type { PaymentDay, PaymentsOverview, Refund, WaitingRefunds };
export type FoundPayment = FoundPayments['payments'][number];
export type Quarantined = QuarantinePage['items'][number];
/** Days by date, both of them included. */
export interface Span {
  from: string;
  to: string;
}
export interface RefundWish {
  amount: string;
  reason: string;
  says: string;
}

const base = '/api/operator/payments';
const at = (path: string, asked: Readonly<Record<string, string>>): string => `${base}/${path}?${new URLSearchParams(asked).toString()}`;
const desk = (...key: readonly unknown[]) => ['operations', 'payments', ...key] as const;

/** All that this desk shows: stale once anything was done at it. */
export const paymentDesk = { queryKey: desk() };

export const paymentsOverviewQuery = queryOptions({
  queryKey: desk('overview'),
  queryFn: ({ signal }) => call<PaymentsOverview>('GET', base, { signal }),
  staleTime: 0,
});

export const quarantineQuery = (state: 'open' | 'resolved') => infiniteQueryOptions({
  queryKey: desk('quarantine', state),
  queryFn: ({ pageParam, signal }) => call<QuarantinePage>('GET', at('quarantine', { state, ...(pageParam === null ? {} : { after: pageParam }) }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const refundsQuery = queryOptions({
  queryKey: desk('refunds'),
  queryFn: ({ signal }) => call<WaitingRefunds>('GET', `${base}/refunds`, { signal }),
  staleTime: 0,
  // Those that were approved a moment ago are under way.
  refetchInterval: ({ state: { data } }) => (data?.items.some(({ state }) => state === 'approved') === true ? 2_000 : false),
});

/** By the number of a purchase, of a payment at its gateway, or of an invoice. */
export const foundPaymentsQuery = (reference: string) => queryOptions({
  queryKey: desk('found', reference),
  queryFn: async ({ signal }) => (await call<FoundPayments>('GET', at('found', { reference }), { signal })).payments,
  staleTime: 0,
});

export const paymentDaysQuery = (span: Span) => queryOptions({
  queryKey: desk('days', span),
  queryFn: async ({ signal }) => (await call<PaymentDays>('GET', at('days', { ...span }), { signal })).days,
  staleTime: 0,
});

/** Every invoice and credit note of a period, as a table for whoever does the accounts. */
export const accountingTable = (span: Span): string => at('accounting.csv', { ...span });

export const resolveQuarantine = ({ id, note }: { id: string; note: string }) => call<void>('POST', `${base}/quarantine/${encodeURIComponent(id)}/resolution`, { body: { note } });
export const askRefund = ({ of, id, wish }: { of: 'payments' | 'quarantine'; id: string; wish: RefundWish }) => call<Refund>('POST', `${base}/${of}/${encodeURIComponent(id)}/refunds`, { body: wish });
export const approveRefund = (id: string) => call<Refund>('POST', `${base}/refunds/${encodeURIComponent(id)}/approval`, { body: {} });
export const refuseRefund = ({ id, says }: { id: string; says: string }) => call<Refund>('POST', `${base}/refunds/${encodeURIComponent(id)}/refusal`, { body: { says } });

interface Gift {
  count: number;
  because: string;
}
export const giveCredits = ({ to, id, ...gift }: Gift & { to: 'account' | 'organisation'; id: string }) =>
  (to === 'account' ? call<void>('POST', `${base}/gifts`, { body: { accountId: id, ...gift } }) : call<void>('POST', `/api/operations/organisations/${encodeURIComponent(id)}/gifts`, { body: gift }));
