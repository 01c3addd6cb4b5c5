import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { fetchFile, saveAs } from './download.js';
import { type DataExport, type DataRequest, type DataRequests, type Disclosures, type Holdings, type Objections, type OperatorDataRequest, type OperatorDataRequests, type PrivacySignal, type SaleChoice, type Told } from './generated/index.js';

export type Holding = Holdings['kinds'][number];
export type Copy = NonNullable<DataExport['export']>;
export type Objection = Objections['objections'][number];
export type RequestLine = DataRequests['requests'][number];
export type OperatorRequest = OperatorDataRequests['requests'][number];
export type { SaleChoice } from './generated/index.js';

interface Proof {
  password?: string;
}

export const holdingsQuery = queryOptions({
  queryKey: ['privacy', 'holdings'],
  queryFn: async ({ signal }) => (await call<Holdings>('GET', '/api/privacy/holdings', { signal })).kinds,
});

/** Asked again every second while the copy is being made. */
export const dataExportQuery = queryOptions({
  queryKey: ['privacy', 'export'],
  queryFn: async ({ signal }) => (await call<DataExport>('GET', '/api/data-export', { signal })).export,
  refetchInterval: (query) => (query.state.data?.state === 'building' ? 1_000 : false),
  staleTime: 0,
});

export const objectionsQuery = queryOptions({
  queryKey: ['privacy', 'objections'],
  queryFn: async ({ signal }) => (await call<Objections>('GET', '/api/objections', { signal })).objections,
});

export const requestsQuery = queryOptions({
  queryKey: ['privacy', 'requests'],
  queryFn: async ({ signal }) => (await call<DataRequests>('GET', '/api/privacy/requests', { signal })).requests,
});

/** The last who were shown something of whoever is signed in. */
export const lastSeenQuery = queryOptions({
  queryKey: ['privacy', 'last-seen'],
  queryFn: async ({ signal }) => (await call<Disclosures>('GET', '/api/consents/disclosures', { signal })).disclosures.slice(0, 5),
});

/** What this browser says about the sale of data, for whoever is signed out. */
export const privacySignalQuery = queryOptions({
  queryKey: ['privacy', 'signal'],
  queryFn: ({ signal }) => call<PrivacySignal>('GET', '/api/privacy-signal', { signal }),
});

export const saleChoiceQuery = queryOptions({
  queryKey: ['privacy', 'sale'],
  queryFn: ({ signal }) => call<SaleChoice>('GET', '/api/sale-opt-out', { signal }),
});

export const operatorRequestsQuery = (state: 'open' | 'answered') => infiniteQueryOptions({
  queryKey: ['operations', 'requests', state],
  queryFn: ({ pageParam, signal }) => call<OperatorDataRequests>('GET', `/api/operations/requests?state=${state}${pageParam === null ? '' : `&after=${pageParam}`}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const askForCopy = (body: Proof) => call<DataExport>('POST', '/api/data-export', { body });
export const deleteCopy = () => call<void>('DELETE', '/api/data-export');
export const downloadCopy = async (body: Proof): Promise<void> => saveAs(await fetchFile('/api/data-export/file', body), 'viva-voce-data.zip');
export const raiseObjection = (purpose: Objection['purpose']) => call<Objections>('PUT', `/api/objections/${purpose}`, { body: {} });
export const liftObjection = (purpose: Objection['purpose']) => call<Objections>('DELETE', `/api/objections/${purpose}`);
export const sendRequest = (body: { kind: string; body: string; jurisdiction?: string }) => call<DataRequest>('POST', '/api/privacy/requests', { body });
export const chooseSale = (optedOut: boolean) => call<SaleChoice>('PUT', '/api/sale-opt-out', { body: { optedOut } });
export const answerRequest = ({ id, ...body }: { id: string; outcome: 'done' | 'refused'; answer: string }) => call<OperatorDataRequest>('POST', `/api/operations/requests/${id}/answer`, { body });
export const carryOutDeletion = ({ id, reason }: { id: string; reason: string }) => call<OperatorDataRequest>('POST', `/api/operations/requests/${id}/deletion`, { body: { reason } });
export const recordRequest = (body: { accountId?: string; email?: string; kind: string; body: string; jurisdiction?: string; receivedOn?: string }) => call<OperatorDataRequest>('POST', '/api/operations/requests', { body });
export const writeAboutRequest = ({ id, body }: { id: string; body: string }) => call<void>('POST', `/api/privacy/requests/${id}/messages`, { body: { body } });
export const reopenRequest = ({ id, body }: { id: string; body: string }) => call<void>('POST', `/api/privacy/requests/${id}/reopening`, { body: { body } });
export const confirmRequest = (token: string) => call<void>('POST', '/api/privacy/request-confirmations', { body: { token } });
export const writeToPerson = ({ id, body }: { id: string; body: string }) => call<Told>('POST', `/api/operations/requests/${id}/messages`, { body: { body } });
export const putOff = ({ id, because }: { id: string; because: string }) => call<Told>('POST', `/api/operations/requests/${id}/extension`, { body: { because } });
