import { type Question } from '../bank/question.js';
import { type Ceiling, LIST_CEILING } from './guards.js';
import { type Sentence, wordsOf } from './words/sentences.js';

/** The phrases a question looks for, by their first word. */
export type Recital = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * People who answer well hit upon these phrases with a third of their words (measured on the bank: fresh answers at most
 * 0.40, the model answers the phrases were taken from at most 0.54). Lists of them, joined by a small word, are made of
 * them by 0.58 and more.
 */
const MOST_RECITED = 0.56;
const LEAST_WORDS = 12;

/**
 * Other talk around a list thins out the whole, but not the stretch with the list. Measured on the bank: of thirty words in
 * a row, fresh answers take at most 0.60 from these phrases, model answers at most 0.70, lists behind sixty words of talk 0.76 and more.
 */
const STRETCH = 30;
const MOST_OF_STRETCH = 0.73;

/**
 * Filler between the phrases thins them out, but leaves them in one chain. Measured on the bank, with at most four words
 * between one phrase and the next: fresh answers stand in chains of four phrases or more with at most 0.36 of their words,
 * model answers with at most 0.63, phrases joined by up to four words of filler with 0.72 and more.
 */
const FILLER = 4;
const CHAIN = 4;
const MOST_CHAINED = 0.68;
/** The same hidden in other talk: the longest chain of a fresh answer has 5 phrases, that of a model answer 10. */
const LONGEST_CHAIN = 11;

/** Where a phrase stands: the places of its first word and of the word behind it. */
type Place = readonly [from: number, to: number];

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
  // Names have two words as often as one.
  const words = sentences.flatMap((sentence) => sentence.words.flatMap(({ text, name }) => (name ? [text, text] : [text])));
  if (words.length < LEAST_WORDS) return null;
  const places = placesOf(words, recital);
  const chains = chainsOf(places).filter((chain) => chain.length >= CHAIN);
  const isRecited = lengthOf(places) > words.length * MOST_RECITED
    || densest(places, words.length) > STRETCH * MOST_OF_STRETCH
    || lengthOf(chains.map(spanOf)) > words.length * MOST_CHAINED
    || chains.some((chain) => chain.length > LONGEST_CHAIN);
  return isRecited ? { score: LIST_CEILING, reason: 'This strings the right phrases together. Say it in your own words, with what you did yourself.' } : null;
}

/** Where phrases stand, those that overlap as one. */
function placesOf(words: readonly string[], recital: Recital): Place[] {
  const places: Place[] = [];
  words.forEach((word, at) => {
    const lengths = (recital.get(word) ?? []).filter((phrase) => phrase.every((expected, offset) => words[at + offset] === expected)).map(({ length }) => length);
    if (lengths.length === 0) return;
    const to = at + Math.max(...lengths);
    const last = places.at(-1);
    if (last && at < last[1]) places[places.length - 1] = [last[0], Math.max(last[1], to)];
    else places.push([at, to]);
  });
  return places;
}

/** Phrases that follow each other with nothing but filler between one and the next. */
function chainsOf(places: readonly Place[]): Place[][] {
  const chains: Place[][] = [];
  for (const place of places) {
    const before = chains.at(-1);
    const last = before?.at(-1);
    if (before && last && place[0] - last[1] <= FILLER) before.push(place);
    else chains.push([place]);
  }
  return chains;
}

/** The most words that phrases have within any stretch. */
function densest(places: readonly Place[], words: number): number {
  const recited = new Uint8Array(words);
  for (const [from, to] of places) recited.fill(1, from, to);
  let [inside, most] = [0, 0];
  recited.forEach((one, at) => {
    inside += one - (recited[at - STRETCH] ?? 0);
    most = Math.max(most, inside);
  });
  return most;
}

function spanOf(chain: readonly Place[]): Place {
  return [chain[0]?.[0] ?? 0, chain.at(-1)?.[1] ?? 0];
}

function lengthOf(places: readonly Place[]): number {
  return places.reduce((sum, [from, to]) => sum + to - from, 0);
}
