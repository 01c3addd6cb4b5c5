import { FILLERS } from '../replay/delivery.js';

/** A stretch of speech as a transcriber tells it, in seconds from the beginning of the sound. */
export interface Said {
  readonly text: string;
  readonly startSecond: number;
  readonly endSecond: number;
}

/** What was said, when each word of it was, and how often there was an "um" that is not in the text; null when nobody counted. */
export interface Heard {
  readonly text: string;
  readonly timings: readonly { from: number; to: number; startMs: number; endMs: number }[];
  readonly fillers: number | null;
}


/**
 * A transcript as the answer takes it. An "um" that a transcriber wrote down is counted and left out, so that the same answer
 * is judged alike whoever wrote it down.
 */
export function heardFrom({ text, said, seconds, writesFillers }: { text: string; said: readonly Said[]; seconds: number; writesFillers: boolean }): Heard {
  const tidy = text.replaceAll('\0', '').replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').trim();
  const { rest, count } = withoutFillers(tidy);
  return { text: rest, timings: timingsIn(rest, said, seconds * 1000), fillers: writesFillers ? count : null };
}

/** Finds each word again, in the order they were said; what is not in the text has no place in it. */
function timingsIn(text: string, said: readonly Said[], durationMs: number): Heard['timings'][number][] {
  const lower = text.toLowerCase();
  const timings: Heard['timings'][number][] = [];
  let [from, before] = [0, 0];
  for (const { text: stretch, startSecond, endSecond } of said) {
    const words = stretch.trim().toLowerCase();
    const at = placeOf(words, lower, from);
    const [startMs, endMs] = [Math.round(startSecond * 1000), Math.min(Math.round(endSecond * 1000), Math.floor(durationMs))];
    if (at < 0 || !(startMs >= before) || !(endMs >= startMs)) continue;
    timings.push({ from: at, to: at + words.length, startMs, endMs });
    [from, before] = [at + words.length, startMs];
  }
  return timings;
}

/** Where words stand in a text as words of their own, not far behind a place: far ahead it is the same word said again later. */
function placeOf(words: string, text: string, from: number): number {
  if (words === '') return -1;
  const near = text.slice(0, from + NEAR + words.length);
  for (let at = near.indexOf(words, from); at >= 0; at = near.indexOf(words, at + 1)) {
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + words.length))) return at;
  }
  return -1;
}

const NEAR = 60;
const LETTER = /[\p{L}\p{N}]/u;

function withoutFillers(text: string): { rest: string; count: number } {
  let [count, capital] = [0, false];
  const rest = text.replace(/([\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*)([,.…]*) ?/gu, (whole, word: string, stop: string) => {
    // "ER" is a place.
    if (FILLERS.has(word.toLowerCase()) && word !== word.toUpperCase()) {
      count += 1;
      capital ||= /^\p{Lu}/u.test(word);
      return stop === '.' ? '. ' : '';
    }
    const kept = capital ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole;
    capital = false;
    return kept;
  });
  return { rest: count === 0 ? text : mended(rest), count };
}

/** Stops and spaces where a word was taken out between them. A run of stops is looked at from its beginning alone: models repeat themselves, and a long one would take minutes. */
const mended = (text: string): string =>
  text.replace(/ {2,}/g, ' ').replace(/ +([,.;:?!])/g, '$1').replace(/([.!?])\.(?= |$)/g, '$1').replace(/(?<![,;:])[,;:]+([.?!])/g, '$1').replace(/^[,.;: ]+|(?<![,;: ])[,;: ]+$/g, '');
