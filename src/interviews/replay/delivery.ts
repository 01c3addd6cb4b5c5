import { wordsOf } from '../scoring/words/sentences.js';
import { type SpokenTimes } from './align.js';
import { tidyStretches } from './spoken-time.js';

/** How an answer sounded. It is there to practise with: no score, no certificate and no recruiter ever learns of it. */
export interface Delivery {
  readonly durationMs: number;
  readonly speakingMs: number;
  readonly words: number;
  /** Over the time somebody spoke; null when too little was heard to say. */
  readonly wordsPerMinute: number | null;
  /** Silences of two seconds or more between the first and the last sound. `share` of that time: 0 to 1. */
  readonly pauses: { readonly count: number; readonly longestMs: number; readonly share: number };
  /** Null when whoever wrote the transcript down does not count them. */
  readonly fillers: { readonly per100Words: number; readonly band: FillerBand } | null;
}

/** Among real interviews of students: the quarter with the fewest fillers, the two in the middle, the quarter with the most. */
export type FillerBand = 'fewest' | 'few' | 'many' | 'most';

const PAUSE_MS = 2_000;
const LEAST_SPEECH_MS = 3_000;
/** "Um" and its like in 100 words: quartiles of real student interviews. */
const FILLER_QUARTILES = [2.2, 3.6, 5.0] as const;
const BANDS: readonly FillerBand[] = ['fewest', 'few', 'many', 'most'];
/** What a transcriber writes down that hears "um"; an answer is judged without them. */
export const FILLERS: ReadonlySet<string> = new Set(['um', 'umm', 'uh', 'uhm', 'er', 'erm', 'hm', 'hmm', 'mhm', 'ah', 'eh']);

/** Measures an answer. `fillers`: how often whoever transcribed it heard "um" and left it out; null when nobody counted. */
export function deliveryOf(text: string, { durationMs, speech }: Pick<SpokenTimes, 'durationMs' | 'speech'>, fillers: number | null): Delivery {
  const stretches = tidyStretches(speech, durationMs);
  const speakingMs = stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  const words = wordsOf(text);
  const silences = stretches.slice(1).map(([from], index) => from - (stretches[index]?.[1] ?? from)).filter((silence) => silence >= PAUSE_MS);
  const spanMs = (stretches.at(-1)?.[1] ?? 0) - (stretches[0]?.[0] ?? 0);
  return {
    durationMs,
    speakingMs,
    words: words.length,
    wordsPerMinute: speakingMs >= LEAST_SPEECH_MS && words.length > 0 ? Math.round(words.length / (speakingMs / 60_000)) : null,
    pauses: { count: silences.length, longestMs: Math.max(0, ...silences), share: spanMs > 0 ? silences.reduce((sum, silence) => sum + silence, 0) / spanMs : 0 },
    fillers: fillers !== null && words.length > 0 ? fillersAmong(fillers, words.length) : null,
  };
}

function fillersAmong(fillers: number, words: number): NonNullable<Delivery['fillers']> {
  const per100Words = Math.round((1_000 * fillers) / (fillers + words)) / 10;
  return { per100Words, band: BANDS[FILLER_QUARTILES.filter((quartile) => per100Words >= quartile).length] ?? 'most' };
}
