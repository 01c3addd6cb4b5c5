/** A stretch of time in which somebody spoke, in milliseconds of the recording. */
export type Stretch = readonly [fromMs: number, toMs: number];

/** The stretches in order, inside the recording and without overlaps, whatever a browser has measured. */
export function tidyStretches(stretches: readonly Stretch[], durationMs: number): Stretch[] {
  const inside = stretches
    .map(([from, to]): Stretch => [Math.max(0, from), Math.min(durationMs, to)])
    .filter(([from, to]) => to > from)
    .toSorted(([a], [b]) => a - b);
  const tidy: Stretch[] = [];
  for (const [from, to] of inside) {
    const last = tidy.at(-1);
    if (!last || from > last[1]) tidy.push([from, to]);
    else tidy[tidy.length - 1] = [last[0], Math.max(last[1], to)];
  }
  return tidy;
}

/** What of the stretches lies between two moments; all of the time between them where nobody was heard. */
export function spokenBetween(stretches: readonly Stretch[], fromMs: number, toMs: number): Stretch[] {
  const spoken = stretches.map(([from, to]): Stretch => [Math.max(from, fromMs), Math.min(to, toMs)]).filter(([from, to]) => to > from);
  return spoken.length > 0 ? spoken : [[fromMs, toMs]];
}

/**
 * The moment at which `share` (0 to 1) of the stretches is over. Between two of them one moment ends the former and another
 * begins the latter: `side` says which is asked for.
 */
export function momentAt(stretches: readonly Stretch[], share: number, side: 'beginning' | 'end'): number {
  let left = share * stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  for (const [from, to] of stretches) {
    const length = to - from;
    if (left < length || (side === 'end' && left === length)) return from + left;
    left -= length;
  }
  return stretches.at(-1)?.[1] ?? 0;
}
