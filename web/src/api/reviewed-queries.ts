import { queryOptions } from '@tanstack/react-query';
import { call } from './client.js';
import { type Comparison as AnsweredComparison, type Decisions, type OpenAppeals, type OwnDecisions, type RaterAgreement, type ReviewedInterview as AnsweredReview } from './generated/index.js';

export type { Decisions, OwnDecisions, RaterAgreement };
export type ReviewedAnswer = ReviewedInterview['answers'][number];
export type Evaluation = NonNullable<ReviewedInterview['evaluation']>;
export type JudgedAnswer = Evaluation['answers'][number];
type AnsweredCard = AnsweredReview['mine']['submitted'][number];
export type CardMark = AnsweredCard['marks'][number];
export type Recommendation = AnsweredCard['recommendation'];
// What is generated forgets of a list of words that there may be none of them.
export type Card = Omit<AnsweredCard, 'recommendation'> & { recommendation: Recommendation | null };
export type ReviewedInterview = Omit<AnsweredReview, 'mine' | 'colleagues'> & { mine: { draft: Card | null; submitted: Card[] }; colleagues: { author: string | null; submitted: Card[] }[] | null };
export type Standing = NonNullable<ReviewedInterview['standing']>;
export type ComparisonRow = Omit<AnsweredComparison['rows'][number], 'decision'> & { decision: Outcome | null };
export type Comparison = Omit<AnsweredComparison, 'rows'> & { rows: ComparisonRow[] };
export type Outcome = Decisions['decisions'][number]['outcome'];
export type OpenAppeal = OpenAppeals['appeals'][number];

/** What is typed of a rating, before it is submitted. */
export interface Rating {
  marks: CardMark[];
  recommendation: Recommendation | null;
  summary: string;
}

/** Which candidates are compared, and in what order; as the address has it. */
export interface CompareAsk {
  state?: 'unrated' | 'rated';
  recommendation?: Recommendation;
  leastScore?: number;
  decision?: Outcome | 'open';
  sort?: 'score' | 'people' | 'submitted' | 'name';
}

const invitation = (id: string, rest: string): string => `/api/invitations/${encodeURIComponent(id)}${rest}`;
const template = (id: string, rest: string): string => `/api/templates/${encodeURIComponent(id)}${rest}`;
const mine = (id: string, rest: string): string => `/api/invitations/mine/${encodeURIComponent(id)}${rest}`;

export const reviewedKey = (id: string) => ['reviewed', id] as const;
const decisionsKey = (id: string) => ['reviewed', id, 'decisions'] as const;
export const compareKey = ['compare'] as const;
const ownDecisionKey = (id: string) => ['own-decision', id] as const;
export const openAppealsKey = ['open-appeals'] as const;

/** What one types must not be lost by reading it anew. */
export const reviewedQuery = (id: string) => queryOptions({
  queryKey: reviewedKey(id),
  queryFn: ({ signal }) => call<ReviewedInterview>('GET', invitation(id, '/report'), { signal }),
  staleTime: Infinity,
  refetchOnMount: 'always',
  refetchOnWindowFocus: false,
});

export const decisionsQuery = (id: string) => queryOptions({
  queryKey: decisionsKey(id),
  queryFn: ({ signal }) => call<Decisions>('GET', invitation(id, '/decisions'), { signal }),
  staleTime: 0,
});

/** People take their interviews back while one looks elsewhere. */
export const compareQuery = (templateId: string, ask: CompareAsk) => queryOptions({
  queryKey: [...compareKey, templateId, ask],
  queryFn: ({ signal }) => call<Comparison>('GET', template(templateId, `/comparison${asked(ask)}`), { signal }),
  staleTime: 0,
  placeholderData: (before) => before,
});

export const agreementQuery = (templateId: string) => queryOptions({
  queryKey: [...compareKey, templateId, 'agreement'],
  queryFn: ({ signal }) => call<RaterAgreement>('GET', template(templateId, '/agreement'), { signal }),
  staleTime: 0,
});

export const openAppealsQuery = queryOptions({
  queryKey: openAppealsKey,
  queryFn: async ({ signal }) => (await call<OpenAppeals>('GET', '/api/appeals', { signal })).appeals,
  staleTime: 0,
});

export const ownDecisionQuery = (id: string) => queryOptions({
  queryKey: ownDecisionKey(id),
  queryFn: ({ signal }) => call<OwnDecisions>('GET', mine(id, '/decision'), { signal }),
  staleTime: 0,
});

export const reviewedMedia = (id: string, takeId: string): string => invitation(id, `/recordings/${encodeURIComponent(takeId)}/media`);
export const reviewedCaptions = (id: string, takeId: string): string => invitation(id, `/recordings/${encodeURIComponent(takeId)}/captions.vtt`);

export const saveScorecard = (id: string, rating: Rating) => call<ReviewedInterview>('PUT', invitation(id, '/scorecard'), { body: { ...rating } });
export const submitScorecard = (id: string, rating: Rating) => call<ReviewedInterview>('POST', invitation(id, '/scorecard/submission'), { body: { ...rating } });
export const overrideScore = (id: string, body: { overall: string; reason: string }) => call<ReviewedInterview>('POST', invitation(id, '/overrides'), { body });
export const decide = (id: string, body: { outcome: Outcome; reason: string }) => call<Decisions>('POST', invitation(id, '/decisions'), { body });
export const answerAppeal = (id: string, body: { outcome: Outcome; reason: string }) => call<Decisions>('POST', invitation(id, '/appeal/answer'), { body });
export const appealDecision = (id: string, said: string) => call<OwnDecisions>('POST', mine(id, '/appeal'), { body: { said } });

function asked(ask: CompareAsk): string {
  const words = new URLSearchParams(Object.entries(ask).map(([name, value]) => [name, String(value)])).toString();
  return words === '' ? '' : `?${words}`;
}
