/** How long something took, as roughly as it is kept; `migrations/0075` has the same list. */
export const durations = ['under 0.1 s', 'under 1 s', 'under 10 s', 'under 1 min', 'under 10 min', 'longer'] as const;

export type Duration = (typeof durations)[number];

const ENDS_MS = [100, 1_000, 10_000, 60_000, 600_000];

export function durationOf(milliseconds: number): Duration {
  const place = ENDS_MS.findIndex((end) => milliseconds < end);
  return durations[place] ?? 'longer';
}

/** The one in which the middle of all that was counted lies; null when nothing was. */
export function middleOf(counts: ReadonlyMap<Duration, number>): Duration | null {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const duration of durations) {
    seen += counts.get(duration) ?? 0;
    if (seen > 0 && seen * 2 >= all) return duration;
  }
  return null;
}
