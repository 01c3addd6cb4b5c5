import { sentencesOf, type Word } from '../scoring/words/sentences.js';

/** A piece of a transcript that is shown at once, with its words. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Word[];
}

/** More words than these do not fit into two lines of captions. */
const MOST_WORDS = 12;
/** A comma behind this many words is a good place to breathe. */
const BREATH_AFTER = 6;

/** Cuts a transcript into phrases: at the ends of sentences, at commas, and after twelve words at the latest. Each reaches to the next one's first word. */
export function phrasesOf(text: string): Phrase[] {
  const groups = sentencesOf(text).flatMap(({ words }) => cut(text, words));
  return groups.map((words, index) => {
    const from = words[0]?.start ?? 0;
    const next = groups[index + 1]?.[0]?.start ?? text.length;
    // The full stop and the quotation mark belong to the phrase, the space behind them does not.
    return { from, to: from + text.slice(from, next).trimEnd().length, words };
  });
}

function cut(text: string, words: readonly Word[]): Word[][] {
  const pieces: Word[][] = [[]];
  for (const [index, word] of words.entries()) {
    const piece = pieces.at(-1) ?? [];
    piece.push(word);
    const next = words[index + 1];
    if (!next) break;
    const breathes = piece.length >= BREATH_AFTER && /[,;:–—]/.test(text.slice(word.end, next.start));
    if (piece.length >= MOST_WORDS || breathes) pieces.push([]);
  }
  return pieces;
}
