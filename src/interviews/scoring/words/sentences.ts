import { FUNCTION_WORDS, PALE_WORDS } from './function-words.js';
import { isName } from './neutral.js';
import { headOf } from './word-families.js';

/** One word of a text: in lower case, with its place in the text. `head` is the stem that stands for its family. */
export interface Word {
  readonly text: string;
  readonly head: string;
  readonly start: number;
  readonly end: number;
  /** False for the small words that occur in any text. */
  readonly content: boolean;
  /** True for what stands for a name: whose it is tells nothing of what is said. */
  readonly name: boolean;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: readonly Word[];
}

/** A recogniser may leave out all punctuation: no sentence is taken to be longer than this many words. */
const LONGEST_SENTENCE = 32;
const JOINTS: ReadonlySet<string> = new Set(['and', 'so', 'but', 'then', 'because', 'which']);

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*[+#]*/gu), (match) => {
    const lower = match[0].toLowerCase().replaceAll('’', "'");
    const content = !FUNCTION_WORDS.has(lower) && !PALE_WORDS.has(lower);
    if (isName(lower)) return { text: 'z', head: lower, start: match.index, end: match.index + match[0].length, content, name: true };
    return { name: false, text: lower, head: headOf(lower), start: match.index, end: match.index + match[0].length, content };
  });
}

/** Heads of the content words, in order, without names. */
export function contentHeads(text: string): string[] {
  return wordsOf(text).filter(({ content, name }) => content && !name).map(({ head }) => head);
}

/** The sentences of a text by its punctuation alone. */
export function sentencesOf(text: string): Sentence[] {
  const words = wordsOf(text);
  const groups: Word[][] = [];
  let previous: Word | undefined;
  for (const word of words) {
    const between = previous === undefined ? '\n\n' : text.slice(previous.end, word.start);
    if (/[.!?]["')\]]*\s|\n\s*(?:\n|[-*•])/.test(between)) groups.push([]);
    groups.at(-1)?.push(word);
    previous = word;
  }
  return groups.map((group) => sentence(text, group));
}

/** The sentence that these words of the text make. */
export function sentence(text: string, words: readonly Word[]): Sentence {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  return { start, end, text: text.slice(start, end), words };
}

/** Cuts what is too long to be one sentence, at a joint where there is one. */
export function cutLong(text: string, long: Sentence): Sentence[] {
  if (long.words.length <= LONGEST_SENTENCE) return [long];
  const pieces: Word[][] = [[]];
  for (const word of long.words) {
    const piece = pieces.at(-1) ?? [];
    const full = piece.length >= 24 || (piece.length >= 12 && JOINTS.has(word.text));
    if (full) pieces.push([word]);
    else piece.push(word);
  }
  return pieces.map((piece) => sentence(text, piece));
}
