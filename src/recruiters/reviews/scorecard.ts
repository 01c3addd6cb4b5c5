export const recommendations = ['definitely_not', 'no', 'yes', 'strong_yes', 'no_decision'] as const;
export type Recommendation = (typeof recommendations)[number];

/** What one person gives one answer: 1 to 5 on the anchors of its question. */
export interface Mark {
  readonly position: number;
  readonly mark: number;
  readonly note: string;
}

/** What somebody thinks of an interview. */
export interface Rating {
  readonly marks: readonly Mark[];
  readonly recommendation: Recommendation | null;
  readonly summary: string;
}

/** A rating as it was submitted, or as it was saved last when it was not. */
export interface Scorecard extends Rating {
  readonly scorecardId: string;
  readonly invitationId: string;
  /** Null once they are erased. */
  readonly authorId: string | null;
  readonly version: number;
  /** The mean of the marks; null for a draft. */
  readonly mean: string | null;
  readonly savedAt: Date;
  readonly submittedAt: Date | null;
}

/** The mean of marks, cut to three places: `'3.666'`. */
export function meanOf(marks: readonly { readonly mark: number }[]): string {
  return (Math.floor((marks.reduce((total, { mark }) => total + mark, 0) * 1000) / marks.length) / 1000).toFixed(3);
}

/** Submitted cards as the mean of everybody's means; null when there are none. */
export function peopleOf(cards: readonly Scorecard[]): { readonly mean: string; readonly count: number } | null {
  const means = cards.flatMap(({ mean }) => (mean === null ? [] : [Number(mean)]));
  if (means.length === 0) return null;
  const thousandths = means.reduce((total, mean) => total + Math.round(mean * 1000), 0);
  return { mean: (Math.floor(thousandths / means.length) / 1000).toFixed(3), count: means.length };
}

/** The last submitted version of each card. */
export function latestOf(cards: readonly Scorecard[]): Scorecard[] {
  const latest = new Map<string, Scorecard>();
  for (const card of cards) if (card.submittedAt && card.version > (latest.get(card.scorecardId)?.version ?? 0)) latest.set(card.scorecardId, card);
  return [...latest.values()];
}
