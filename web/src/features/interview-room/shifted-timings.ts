import { type Timing } from '../../speaking/take-kind.js';

/** Where the times of a text stand after it was edited in one place: what lies behind moves along, what was edited grows or shrinks. */
export function shiftedTimings(timings: readonly Timing[], before: string, after: string): Timing[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const moved = (place: number): number => {
    if (place <= start) return place;
    return place >= before.length - tail ? place + after.length - before.length : Math.min(place, after.length - tail);
  };
  return timings.map((timing) => ({ ...timing, from: moved(timing.from), to: moved(timing.to) })).filter(({ from, to }) => to > from);
}
