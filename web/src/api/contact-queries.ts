import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type ReceivedRequest, type ReceivedRequests, type SentRequest, type SentRequests } from './generated/index.js';

export type { ReceivedRequest, SentRequest };
export type RequestState = SentRequest['state'];
export type Pay = SentRequest['pay'];
export type FollowUps = SentRequests['followUps'];
export type Refusal = NonNullable<ReceivedRequest['refusal']>;

/** What an organisation asks somebody; amounts in minor units of the currency. */
export interface RequestWish {
  talentId: string;
  clientId: string | null;
  jobTitle: string;
  pay: Pay;
  message: string;
}

const query = (asked: Record<string, string | null | undefined>): string => {
  const said = Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
};

/** Answers come while one looks elsewhere. */
export const sentRequestsQuery = (state: RequestState | undefined) => infiniteQueryOptions({
  queryKey: ['contact-requests', 'sent', state ?? null],
  queryFn: ({ pageParam, signal }) => call<SentRequests>('GET', `/api/contact-requests${query({ state, after: pageParam })}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  staleTime: 0,
});

/** What one's organisation asked one person. */
export const requestsToQuery = (talentId: string) => queryOptions({
  queryKey: ['contact-requests', 'to', talentId],
  queryFn: async ({ signal }) => (await call<SentRequests>('GET', `/api/contact-requests${query({ talentId })}`, { signal })).requests,
  staleTime: 0,
});

export const receivedRequestsQuery = infiniteQueryOptions({
  queryKey: ['contact-requests', 'received'],
  queryFn: ({ pageParam, signal }) => call<ReceivedRequests>('GET', `/api/contact-requests/mine${query({ after: pageParam })}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  staleTime: 0,
});

/** Everything about requests that was read. */
export const contactRequestsKey = ['contact-requests'] as const;

export const sendRequest = (body: RequestWish) => call<SentRequest>('POST', '/api/contact-requests', { body });
export const takeBackRequest = (id: string) => call<void>('DELETE', `/api/contact-requests/${encodeURIComponent(id)}`);
export const followUpRequest = (id: string) => call<SentRequest>('POST', `/api/contact-requests/${encodeURIComponent(id)}/follow-up`, { body: {} });
export const acceptRequest = (id: string, { eventId, noticeVersion }: { eventId: string; noticeVersion: number }) =>
  call<ReceivedRequest>('POST', `/api/contact-requests/mine/${encodeURIComponent(id)}/acceptance`, { body: { eventId, noticeVersion } });
export const declineRequest = ({ id, reason }: { id: string; reason: Refusal | null }) =>
  call<ReceivedRequest>('POST', `/api/contact-requests/mine/${encodeURIComponent(id)}/refusal`, { body: { reason } });
