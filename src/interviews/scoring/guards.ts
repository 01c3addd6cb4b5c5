import { FUNCTION_WORDS } from './words/function-words.js';
import { type FreshText } from './fresh-text.js';

/** A ceiling over criteria, with the sentence that tells the candidate why. */
export interface Ceiling {
  readonly score: number;
  readonly reason: string;
}

/** Words of answer below which no criterion can be high. */
export const SHORTEST_ANSWER = 25;
/** The most that any criterion of a list of terms can be, or of the same terms again and again. */
export const LIST_CEILING = 30;

/** A relevance up to which an answer is off the point. */
export const OFF_POINT = 30;

/** What makes sentences of phrases: a list of phrases has small words inside them, but few of these between them. */
const GLUE: ReadonlySet<string> = new Set(
  "the a and i i'd i'm we our my he she they it its is was were are be had have would will so because but that this if".split(' '),
);

/** The lowest ceiling over all five criteria that an answer's form calls for, or null. */
export function ceilingOf(fresh: FreshText): Ceiling | null {
  return lower(shortness(fresh), listCeiling(fresh));
}

/** The ceiling over what is no talk: a list, or the same few terms in turn. */
export function listCeiling(fresh: FreshText): Ceiling | null {
  return lower(keywordList(fresh), repeatedTerms(fresh));
}

/** The lower of two ceilings, the first when they are even; null when there is none. */
export function lower(first: Ceiling | null, second: Ceiling | null): Ceiling | null {
  if (first === null || second === null) return first ?? second;
  return second.score < first.score ? second : first;
}

/**
 * Off the point, an answer told well is still off the point: the other four criteria cannot rise far above relevance.
 * At a relevance of 30 and less the whole answer thereby stays below 4.
 */
export function ceilingUnder(relevance: number): number {
  const ceiling = relevance <= OFF_POINT ? 20 + (relevance * 18) / OFF_POINT : 38 + (relevance - OFF_POINT) * 2.4;
  return Math.min(100, Math.round(ceiling));
}

function shortness({ words, echoed, repeated, saidBack }: FreshText): Ceiling | null {
  if (words >= SHORTEST_ANSWER) return null;
  return { score: Math.round((words * 48) / SHORTEST_ANSWER), reason: shortReason(echoed, repeated, saidBack) };
}

function shortReason(echoed: number, repeated: number, saidBack: number): string {
  if (saidBack >= 8 && saidBack >= Math.max(echoed, repeated)) return 'Most of this is in the words of our own samples. Say it in yours, with what you did yourself.';
  if (repeated >= SHORTEST_ANSWER && repeated >= echoed) return 'Most of this was said before, and the same words count once.';
  if (echoed >= 5) return 'Most of this repeats the question, and the question is not an answer.';
  return `There are fewer than ${SHORTEST_ANSWER} words of answer, too few to show what you can do.`;
}

const LIST: Ceiling = { score: LIST_CEILING, reason: 'This is a list of terms rather than an answer in sentences.' };

/** Someone who talks needs small words; a list of terms does without them, or falls into tiny pieces. */
function keywordList({ sentences }: FreshText): Ceiling | null {
  const words = sentences.flatMap((sentence) => sentence.words);
  const small = words.filter(({ text }) => FUNCTION_WORDS.has(text)).length / words.length;
  // Too short to tell by shares: a list has no small word at all.
  if (words.length < 8) return words.length >= 3 && small === 0 ? LIST : null;
  const pieces = sentences.reduce((sum, { text }) => sum + text.split(/[,;:\n•–—]|\s-\s/).length, 0);
  const glue = words.filter(({ text }) => GLUE.has(text)).length / words.length;
  // Where half of all words are small, nobody lists terms, however few of the small ones are glue.
  if (small >= 0.28 && words.length / pieces >= 3.6 && (glue >= 0.21 || small >= 0.5 || words.length < 20)) return null;
  return LIST;
}

function repeatedTerms({ sentences }: FreshText): Ceiling | null {
  const heads = sentences.flatMap(({ words }) => words.filter(({ content }) => content).map(({ head }) => head));
  if (heads.length < 12) return null;
  // Long answers repeat more, so only the first hundred content words are held against each other.
  const first = heads.slice(0, 100);
  if (new Set(first).size / first.length >= 0.38) return null;
  return { score: LIST_CEILING, reason: 'The same few terms come again and again.' };
}
