import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type EvaluatorComparison, type Evaluators, type Rescoring, type Rescorings, type Review, type ReviewDecision, type Reviews, type SideBySide } from './generated/index.js';

export type ReviewLine = Reviews['reviews'][number];
export type ReadAnswer = SideBySide['answers'][number];
export type JudgeKnown = Evaluators['known'][number];
export type Figures = NonNullable<EvaluatorComparison['figures']>;
export type { EvaluatorComparison, Evaluators, Rescoring, Review, SideBySide } from './generated/index.js';

/** What a person decides: one of the evaluations, and their own integers where they differ from it. */
export interface Decision {
  id: string;
  basedOn: string;
  changes: { position: number; criterion: ReadAnswer['judgements'][number]['criteria'][number]['id']; score: number }[];
  reason: string;
}

export const reviewsQuery = (state: 'open' | 'decided') => infiniteQueryOptions({
  queryKey: ['operations', 'reviews', state],
  queryFn: ({ pageParam, signal }) => call<Reviews>('GET', `/api/operations/reviews?state=${state}${pageParam === null ? '' : `&after=${pageParam}`}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** For whoever has it open: what they type must not be lost by reading it anew. */
export const reviewQuery = (id: string) => queryOptions({
  queryKey: ['operations', 'review', id],
  queryFn: ({ signal }) => call<Review>('GET', `/api/operations/reviews/${encodeURIComponent(id)}`, { signal }),
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
});

export const evaluatorsQuery = queryOptions({
  queryKey: ['operations', 'evaluators'],
  queryFn: ({ signal }) => call<Evaluators>('GET', '/api/operations/evaluations', { signal }),
});

/** Asked again while one of them is being made, or let count. */
export const rescoringsQuery = queryOptions({
  queryKey: ['operations', 'rescorings'],
  queryFn: async ({ signal }) => (await call<Rescorings>('GET', '/api/operations/rescorings', { signal })).rescorings,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 2_000 : false),
});

export const comparisonQuery = (first: string, second: string) => queryOptions({
  queryKey: ['operations', 'comparison', first, second],
  queryFn: ({ signal }) => call<EvaluatorComparison>('GET', `/api/operations/evaluations/comparison?${new URLSearchParams({ first, second }).toString()}`, { signal }),
});

/** Whether something still happens to it by itself. */
export function isUnderWay({ settled, done, total, counts, leftOut }: Rescoring): boolean {
  if (settled === 'adopted') return counts + leftOut < total;
  return settled === null && done < total;
}

export const openReview = ({ id, reason }: { id: string; reason: string }) => call<Review>('POST', `/api/operations/reviews/${encodeURIComponent(id)}/opening`, { body: { reason } });
export const putReviewBack = (id: string) => call<void>('DELETE', `/api/operations/reviews/${encodeURIComponent(id)}/opening`);
export const decideReview = ({ id, ...body }: Decision) => call<ReviewDecision>('POST', `/api/operations/reviews/${encodeURIComponent(id)}/decision`, { body });
export const rescore = (body: { evaluator: string | null; of?: string; interviewId?: string }) => call<Rescoring>('POST', '/api/operations/rescorings', { body });
export const adoptRescoring = (id: string) => call<Rescoring>('POST', `/api/operations/rescorings/${id}/adoption`, { body: {} });
export const dropRescoring = (id: string) => call<void>('DELETE', `/api/operations/rescorings/${id}`);
export const readInterview = (body: { interviewId: string; runs: string[]; reason: string }) => call<SideBySide>('POST', '/api/operations/evaluations/readings', { body });
