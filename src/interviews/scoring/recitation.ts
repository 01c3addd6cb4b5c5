import { type Question } from '../bank/question.js';
import { type Ceiling, LIST_CEILING } from './guards.js';
import { type Sentence, wordsOf } from './words/sentences.js';

/** The phrases a question looks for, by their first word. */
export type Recital = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * People who answer well hit upon these phrases with a third of their words (measured on the bank: fresh answers at most
 * 0.37, the model answers the phrases were taken from at most 0.54). Lists of them, joined by a small word, are made of
 * them by 0.58 and more.
 */
const MOST_RECITED = 0.56;
const LEAST_WORDS = 12;

export function recitalOf({ points, modelOutline }: Question): Recital {
  const recital = new Map<string, string[][]>();
  for (const phrase of [...points.flatMap(({ text, synonyms }) => [text, ...synonyms]), ...modelOutline]) {
    const words = wordsOf(phrase).map(({ text }) => text);
    const [first] = words;
    if (first !== undefined) recital.set(first, [...(recital.get(first) ?? []), words]);
  }
  return recital;
}

/** The ceiling over an answer that gives the question's own phrases back instead of answering; null for all others. */
export function recitation(sentences: readonly Sentence[], recital: Recital): Ceiling | null {
  const words = sentences.flatMap((sentence) => sentence.words.map(({ text }) => text));
  if (words.length < LEAST_WORDS) return null;
  const recited = new Set<number>();
  words.forEach((word, at) => {
    for (const phrase of recital.get(word) ?? []) {
      if (phrase.every((expected, offset) => words[at + offset] === expected)) phrase.forEach((_, offset) => recited.add(at + offset));
    }
  });
  if (recited.size / words.length <= MOST_RECITED) return null;
  return { score: LIST_CEILING, reason: 'This strings the right phrases together. Say it in your own words, with what you did yourself.' };
}
