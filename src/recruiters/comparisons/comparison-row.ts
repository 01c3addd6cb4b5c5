import { type Outcome } from '../decisions/decision.js';
import { comparable, type StandingScore } from '../reviews/standing-score.js';
import { type Recommendation } from '../reviews/scorecard.js';

/** One interview of a template beside the others, as one reader may see it now. Scores are texts as reports show them. */
export interface ComparisonRow {
  readonly invitationId: string;
  readonly interviewId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly clientName: string | null;
  readonly submittedAt: Date;
  /** Until when it can be read. */
  readonly endsAt: Date;
  readonly judgedBy: 'ai' | 'people';
  /** The evaluator's scores and overrides are kept from the reader until they have rated. */
  readonly hidden: boolean;
  readonly mine: { readonly mean: string; readonly recommendation: Recommendation } | null;
  /** Null when it is hidden, and when no program scored it. */
  readonly evaluation: { readonly overall: string | null; readonly competencies: Readonly<Record<string, string>> } | null;
  /** Everybody's marks, and what they recommend; null until the reader's own are in, and when there are none. */
  readonly people: { readonly mean: string; readonly count: number; readonly recommendations: readonly Recommendation[] } | null;
  readonly override: string | null;
  readonly standing: StandingScore | null;
  readonly decision: Outcome | null;
  readonly isAppealed: boolean;
}

export const sorts = ['score', 'people', 'submitted', 'name'] as const;
export type Sort = (typeof sorts)[number];

/** Which of them, and in what order. */
export interface Ask {
  /** `unrated`: the reader has not rated them; `rated`: they have. */
  readonly state?: 'unrated' | 'rated' | undefined;
  /** Somebody whose ratings the reader may see recommends this. */
  readonly recommendation?: Recommendation | undefined;
  /** 0 to 10; a mark of people counts double. What is hidden has no score to be found by. */
  readonly leastScore?: number | undefined;
  readonly decision?: Outcome | 'open' | undefined;
  readonly sort?: Sort | undefined;
}

export function chosen(rows: readonly ComparisonRow[], ask: Ask): ComparisonRow[] {
  return rows.filter((row) => fits(row, ask)).sort(ORDER[ask.sort ?? 'score']);
}

function fits({ mine, people, standing, decision }: ComparisonRow, ask: Ask): boolean {
  if (ask.state !== undefined && (mine === null) !== (ask.state === 'unrated')) return false;
  if (ask.recommendation !== undefined && !people?.recommendations.includes(ask.recommendation)) return false;
  if (ask.leastScore !== undefined && (standing === null || comparable(standing) < ask.leastScore)) return false;
  return ask.decision === undefined || (decision ?? 'open') === ask.decision;
}

type Order = (a: ComparisonRow, b: ComparisonRow) => number;

const byTime: Order = (a, b) => b.submittedAt.getTime() - a.submittedAt.getTime() || (a.invitationId < b.invitationId ? 1 : -1);
/** The highest first; those without a number follow, the newest first, which says nothing about them. */
const highest = (of: (row: ComparisonRow) => number | null): Order => (a, b) => (of(b) ?? -1) - (of(a) ?? -1) || byTime(a, b);

const ORDER: Readonly<Record<Sort, Order>> = {
  score: highest(({ standing }) => standing && comparable(standing)),
  people: highest(({ people }) => people && Number(people.mean)),
  submitted: byTime,
  name: (a, b) => (a.name ?? a.email ?? '').localeCompare(b.name ?? b.email ?? '', 'en', { sensitivity: 'base' }) || byTime(a, b),
};
