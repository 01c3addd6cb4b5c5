import { type Cue } from '../replay/align.js';

interface Answer {
  /** When each phrase was said, where somebody listened; none where that is only estimated. */
  readonly cues: readonly Cue[];
  /** The places of the text that the score rests on. */
  readonly quotes: readonly { readonly start: number; readonly end: number }[];
  readonly durationMs: number;
  readonly mostMs: number;
}

/** The part of a long answer that shows most of what its score rests on, in milliseconds: with a little before and behind; from the beginning where nobody knows when it was said. */
export function bestPart({ cues, quotes, durationMs, mostMs }: Answer): { from: number; to: number } {
  if (durationMs <= mostMs) return { from: 0, to: durationMs };
  const counting = cues.filter(({ from, to, endMs }) => endMs <= durationMs && quotes.some(({ start, end }) => start < to && from < end));
  const shown = (from: number): Cue[] => counting.filter(({ startMs, endMs }) => startMs >= from && endMs <= from + mostMs);
  const [best] = counting.map(({ startMs }) => shown(startMs)).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const [first, last] = [best?.at(0), best?.at(-1)];
  if (!first || !last) return { from: 0, to: mostMs };
  const middle = (first.startMs + last.endMs) / 2;
  const from = Math.round(Math.min(Math.max(0, middle - mostMs / 2), durationMs - mostMs));
  return { from, to: from + mostMs };
}

function lengthOf(cues: readonly Cue[]): number {
  return cues.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}
