/** So many words in a row are compared. */
const RUN = 3;
/** Shorter answers are alike by chance. */
export const FEWEST_WORDS = 20;
/** Two answers are nearly the same when they share this much of what either says, counted in runs of three words. */
export const NEARLY_THE_SAME = 0.8;

/** Everything an answer says, as runs of three words; null when it is too short to be compared. */
export function runsOf(text: string): ReadonlySet<string> | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return null;
  return new Set(Array.from({ length: words.length - RUN + 1 }, (_, at) => words.slice(at, at + RUN).join(' ')));
}

/** What two answers share of what either says (Jaccard), from 0 to 1. */
export function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((run) => b.has(run)).length;
  return both / (a.size + b.size - both);
}
