/** Where somebody stands, in the order in which one goes through them. */
export const stages = ['new', 'contacted', 'talking', 'offer', 'hired', 'declined'] as const;
export type Stage = (typeof stages)[number];

/** More than these are no shortlist: what one person can still look through. */
export const MOST = { shortlists: 200, entries: 500, tags: 12, notes: 200 } as const;

/** A shortlist as a list shows it. */
export interface ShortlistLine {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly changedAt: Date;
  /** The place of the person who was asked about; null when they are not on it, or nobody was. */
  readonly entryId: string | null;
}

/** Somebody's place on a shortlist. Without a talent nothing is known of them any more. */
export interface Entry {
  readonly id: string;
  readonly shortlistId: string;
  readonly talentId: string | null;
  readonly stage: Stage;
  readonly tags: readonly string[];
  readonly notes: number;
  readonly addedAt: Date;
}

/** What a colleague wrote about somebody. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly authorId: string | null;
  readonly writtenAt: Date;
}

/** By what an entry is called in lists and in exported files, so that the right row of a file can be found and deleted. */
export function referenceOf(entryId: string): string {
  return entryId.slice(-8).toUpperCase();
}
