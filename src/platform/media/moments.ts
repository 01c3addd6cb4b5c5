import { MediaRefusal } from './media.js';

// Pictures may be stored ahead of those they lean on, by some frames; a piece in the wrong place is off by more.
const STEP_BACK = 0.25;
// A microphone that was unplugged for a while leaves a gap, and what comes after it still belongs there.
const LONGEST_GAP = 60;
const LONGEST_MOMENT = 1;

/** One packet: a picture, or some milliseconds of sound; `at` in seconds. */
export interface Moment {
  readonly data: Uint8Array;
  readonly isKey: boolean;
  readonly at: number;
}

/** Moments in decode order whose times rise as players need it; a MediaRefusal when pieces were swapped, doubled or lie far apart. */
export function inOrder(moments: readonly Moment[]): Moment[] {
  let latest = moments[0]?.at ?? 0;
  let beforeKey = latest;
  return moments.map((moment) => {
    if (!Number.isFinite(moment.at) || moment.at < latest - STEP_BACK || moment.at > latest + LONGEST_GAP) throw new MediaRefusal('out_of_order');
    if (moment.isKey) beforeKey = latest;
    latest = Math.max(latest, moment.at);
    return { ...moment, at: Math.max(moment.at, beforeKey) };
  });
}

export function beginningOf(moments: readonly Moment[]): number {
  return moments.reduce((first, { at }) => Math.min(first, at), Infinity);
}

/** How long the last one lasts: as long as the one before it, whatever the file claims. */
export function lengthOfLast(moments: readonly Moment[]): number {
  const times = moments.slice(-9).map(({ at }) => at).sort((a, b) => a - b);
  return Math.min(LONGEST_MOMENT, (times.at(-1) ?? 0) - (times.at(-2) ?? times.at(-1) ?? 0));
}

export function endOf(moments: readonly Moment[]): number {
  return moments.reduce((last, { at }) => Math.max(last, at), -Infinity) + lengthOfLast(moments);
}
