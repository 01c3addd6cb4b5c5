import { inOwnWords, type Wording } from './said-back.js';
import { isToTheMarker } from './to-the-marker.js';
import { contentHeads, cutLong, type Sentence, sentence, sentencesOf, type Word, wordsOf } from './words/sentences.js';

/** So many words in a row are no coincidence. */
const RUN = 6;

/** What of an answer counts, and why the rest does not. */
export interface FreshText {
  readonly sentences: readonly Sentence[];
  readonly words: number;
  /** How many words were left aside, by cause. */
  readonly echoed: number;
  readonly repeated: number;
  readonly saidBack: number;
}

/**
 * The answer without what was said before (in it or in an earlier answer), what only repeats the question or is said in
 * the words of `wordings`, what addresses the marker, and what is no part of an answer by `isAside`.
 */
export function freshText(
  answer: string, questionText: string, earlierAnswers: readonly string[], wordings: readonly Wording[] = [], isAside: (sentence: Sentence) => boolean = () => false,
): FreshText {
  const spoken: readonly Sentence[] = sentencesOf(answer).filter((candidate) => !addressesMarker(answer, candidate) && !isAside(candidate)).flatMap((long) => cutLong(answer, long));
  const ours = wordings.reduce(inOwnWords, spoken);
  const once = withoutRepeats(answer, ours, earlierAnswers);
  const asked = new Set(contentHeads(questionText));
  const askedPairs = pairs(wordsOf(questionText));
  const sentences = once.filter((candidate) => !echoes(candidate, asked, askedPairs));
  const words = lengthOf(sentences);
  return { sentences, words, echoed: lengthOf(once) - words, repeated: lengthOf(ours) - lengthOf(once), saidBack: lengthOf(spoken) - lengthOf(ours) };
}

function lengthOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { words }) => sum + words.length, 0);
}

function addressesMarker(answer: string, { start, end }: Sentence): boolean {
  // The characters around a sentence belong to it here: tags and braces are not words.
  return isToTheMarker(answer.slice(Math.max(0, start - 2), end + 2));
}

function withoutRepeats(answer: string, sentences: readonly Sentence[], earlierAnswers: readonly string[]): Sentence[] {
  const said = new Set(earlierAnswers.flatMap((earlier) => runs(wordsOf(earlier))));
  const words = sentences.flatMap((one) => one.words);
  const again = new Set<Word>();
  runs(words).forEach((run, index) => {
    if (said.has(run)) words.slice(index, index + RUN).forEach((word) => again.add(word));
    said.add(run);
  });
  return sentences.flatMap((one) => {
    if (!one.words.some((word) => again.has(word))) return [one];
    const pieces: Word[][] = [[]];
    for (const word of one.words) {
      if (again.has(word)) pieces.push([]);
      else pieces.at(-1)?.push(word);
    }
    return pieces.filter((piece) => piece.length >= 3).map((piece) => sentence(answer, piece));
  });
}

function runs(words: readonly Word[]): string[] {
  const count = Math.max(0, words.length - RUN + 1);
  return Array.from({ length: count }, (_, index) => words.slice(index, index + RUN).map(({ text }) => text).join(' '));
}

/** The question's words in the question's order: an answer uses its words as well, but puts them differently. */
const IN_ORDER = 0.5;

/** Nearly every content word is the question's, many of them in its order, or the small words stand in its order too. */
function echoes({ words }: Sentence, asked: ReadonlySet<string>, askedPairs: ReadonlySet<string>): boolean {
  const content = words.filter((word) => word.content);
  if (words.length < 5) return false;
  const fromQuestion = content.filter(({ head }) => asked.has(head)).length;
  const own = [...pairs(words)];
  const inOrder = own.filter((pair) => askedPairs.has(pair)).length / own.length;
  return inOrder >= 0.6 || (inOrder >= IN_ORDER && content.length >= 3 && fromQuestion >= content.length * 0.75);
}

function pairs(words: readonly Word[]): Set<string> {
  return new Set(words.slice(1).map(({ text }, index) => `${words[index]?.text} ${text}`));
}
