/** A word of a text, in lower case, with its place. `C++`, `C#` and `.NET` are words; `Node.js` is two. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:\+\+|#)?/giu;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ text: word.toLowerCase(), start: index, end: index + word.length }));
}

// A wrapped line or a slash may stand inside a name; a comma, a tab (the next column) or the end of a sentence may not.
const INSIDE_A_NAME = /^(?:[-–./&’']| ?& ?|[ \u00a0]{1,3}| ?\n ?)$/;

/** True when two neighbouring words may belong to one name. */
export function mayJoin(between: string): boolean {
  return INSIDE_A_NAME.test(between);
}
