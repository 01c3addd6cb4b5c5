import { phrasesOf } from './phrases.js';
import { momentAt, spokenBetween, type Stretch, tidyStretches } from './spoken-time.js';
import { wordsOf } from '../scoring/words/sentences.js';

/** Which characters of a transcript were said when, in milliseconds of the recording. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** What is known of how an answer was spoken: its length, when somebody spoke, and what is known to have been said when. */
export interface SpokenTimes {
  readonly durationMs: number;
  readonly speech: readonly Stretch[];
  readonly timings: readonly Cue[];
}

/** A moment that belongs to a place in the transcript: `weight` words and letters lie before it. */
interface Anchor {
  readonly weight: number;
  readonly ms: number;
}

/**
 * Lays a transcript over its recording: phrases in order, none over another, all of them inside. What lies between two known
 * moments is spread over the speech that was measured there, by the length of the words.
 */
export function alignSpeech(text: string, times: SpokenTimes): Cue[] {
  const speech = tidyStretches(times.speech, times.durationMs);
  const weightAt = weighing(text);
  const anchors = anchorsOf(weightAt, text.length, times, speech);
  let before = 0;
  return phrasesOf(text).map(({ from, to, words }) => {
    const lastWordEnds = words.at(-1)?.end ?? to;
    const startMs = Math.max(before, Math.floor(timeOf(weightAt(from), anchors, speech, 'beginning')));
    const endMs = Math.max(startMs, Math.floor(timeOf(weightAt(lastWordEnds), anchors, speech, 'end')));
    before = endMs;
    return { from, to, startMs, endMs };
  });
}

/** How much has been said up to a place of the text: longer words take longer. */
function weighing(text: string): (place: number) => number {
  const words = wordsOf(text);
  const sums: number[] = [];
  let sum = 0;
  for (const { text: word } of words) sums.push(sum += word.length + 1);
  return (place) => {
    const complete = words.findLastIndex(({ end }) => end <= place);
    return complete < 0 ? 0 : sums[complete] ?? 0;
  };
}

/** The known moments in order, from the first sound to the last; what contradicts an earlier one is left out. */
function anchorsOf(weightAt: (place: number) => number, length: number, { durationMs, timings }: SpokenTimes, speech: readonly Stretch[]): Anchor[] {
  const first: Anchor = { weight: 0, ms: speech[0]?.[0] ?? 0 };
  const last: Anchor = { weight: weightAt(length), ms: speech.at(-1)?.[1] ?? durationMs };
  const known = timings
    .filter(({ from, to, startMs, endMs }) => from < to && to <= length && startMs <= endMs && endMs <= durationMs)
    .flatMap(({ from, to, startMs, endMs }) => [{ weight: weightAt(from), ms: startMs }, { weight: weightAt(to), ms: endMs }]);
  const kept = [first];
  for (const anchor of known) {
    const before = kept.at(-1) ?? first;
    if (anchor.weight >= before.weight && anchor.ms >= before.ms && anchor.ms <= last.ms) kept.push(anchor);
  }
  return [...kept, last];
}

function timeOf(weight: number, anchors: readonly Anchor[], speech: readonly Stretch[], side: 'beginning' | 'end'): number {
  // A phrase begins at the later of two moments that belong to one place, and ends at the earlier.
  const found = side === 'beginning' ? anchors.findIndex((anchor) => anchor.weight > weight) : anchors.findIndex((anchor) => anchor.weight >= weight);
  const index = found < 0 ? anchors.length - 1 : Math.max(1, found);
  const [before, after] = [anchors[index - 1], anchors[index]];
  if (!before || !after) return 0;
  const span = after.weight - before.weight;
  return momentAt(spokenBetween(speech, before.ms, after.ms), span > 0 ? (weight - before.weight) / span : 1, side);
}
