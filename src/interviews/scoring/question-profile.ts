import { type ExpectedPoint, type Question } from '../bank/question.js';
import { deniedIn } from './words/denial.js';
import { PALE_WORDS } from './words/function-words.js';
import { Vocabulary } from './words/letter-trigrams.js';
import { Orders } from './words/order.js';
import { contentHeads, cutLong, type Sentence, sentencesOf, type Word, wordsOf } from './words/sentences.js';

/** How telling a word is: 1 when one question in the bank has it, less the more have it. */
export type Telling = (head: string) => number;

/** A text to look for in an answer, as ids of the profile's vocabulary with what each weighs. */
export interface Reference {
  /** Its place among all references of the profile. */
  readonly index: number;
  readonly words: readonly Weighed[];
  readonly total: number;
  /** Length of the weights as a vector. */
  readonly norm: number;
  /** Neighbouring content words of a phrase, as ids of the profile's second vocabulary; a passage has none. */
  readonly pairs: readonly number[];
  /** Which of the profile's orders has all words of a passage; a phrase is too short to have one. */
  readonly order: number | null;
}

/** A word by its id, what it weighs, and whether the text denies it. */
interface Weighed {
  readonly id: number;
  readonly weight: number;
  readonly denied: boolean;
}

export interface Use {
  readonly reference: number;
  readonly weight: number;
  readonly square: number;
  readonly denied: boolean;
}

/** One expected point: short phrases that settle it alone, and longer passages that an answer may resemble. */
export interface PointProfile {
  readonly point: ExpectedPoint;
  readonly phrases: readonly Reference[];
  readonly passages: readonly Reference[];
}

export interface QuestionProfile {
  readonly vocabulary: Vocabulary;
  readonly pairs: Vocabulary;
  readonly points: readonly PointProfile[];
  readonly references: readonly Reference[];
  readonly orders: Orders;
  /** By word of the vocabulary and by pair: which references have it, so that a window visits only what it shares. */
  readonly wordUses: readonly (readonly Use[])[];
  readonly pairUses: readonly (readonly number[])[];
  /** How telling a word is for this question. */
  readonly telling: Telling;
  /** Words of the subject with what each weighs: those of the question and those its samples share. */
  readonly subject: ReadonlyMap<string, number>;
}

/** What the question's own words weigh: an answer uses them anyway. */
const DEMOTED = 0.2;
/** What a word weighs in a passage that anybody might say about anything. */
const PALE = 0.5;

/** What an answer to this question is compared with: its points, their synonyms, and where its model answers make them. */
export function profileOf(question: Question, modelAnswers: readonly string[], telling: Telling): QuestionProfile {
  const vocabulary = new Vocabulary();
  const pairs = new Vocabulary();
  const orders = new Orders();
  const references: Reference[] = [];
  const asked = new Set(contentHeads(question.text));
  const weigh: Telling = (head) => telling(head) * (asked.has(head) ? DEMOTED : 1);
  const models = modelAnswers.map((model) => readIn(question, model));
  const points = question.points.map((point): PointProfile => {
    const [said, ...synonyms] = phrasesOf(point);
    const telling = synonyms.filter(({ content }) => content.some((head) => !asked.has(head)));
    const made = models.map((model) => model.making(point)).filter((phrase) => phrase !== null);
    const refer = (phrase: Phrase, kind: Kind): Reference => {
      const reference = referenceTo(phrase, kind, { index: references.length, vocabulary, pairs, orders, weigh });
      references.push(reference);
      return reference;
    };
    const passages = [...(said === undefined ? [] : [said]), ...made];
    return { point, phrases: telling.map((phrase) => refer(phrase, 'phrase')), passages: passages.map((phrase) => refer(phrase, 'passage')) };
  });
  const wordUses = Array.from({ length: vocabulary.size }, (): Use[] => []);
  const pairUses = Array.from({ length: pairs.size }, (): number[] => []);
  for (const { index, words, pairs: neighbours } of references) {
    for (const { id, weight, denied } of words) wordUses[id]?.push({ reference: index, weight, square: weight ** 2, denied });
    for (const id of neighbours) pairUses[id]?.push(index);
  }
  const subject = subjectOf(question, modelAnswers, asked, telling);
  return { vocabulary, pairs, points, references, orders, wordUses, pairUses, telling: weigh, subject };
}

/** What people talk about when they answer this question, well or thinly: the words that several of them use. */
function subjectOf(question: Question, modelAnswers: readonly string[], asked: ReadonlySet<string>, telling: Telling): Map<string, number> {
  const { points, weakAnswers, modelOutline } = question;
  const texts = [...modelAnswers, ...weakAnswers.thin, modelOutline.join(' '), ...points.map(({ text, synonyms }) => [text, ...synonyms].join(' '))];
  const uses = new Map<string, number>();
  for (const head of texts.flatMap((text) => readIn(question, text).heads)) uses.set(head, (uses.get(head) ?? 0) + 1);
  const shared = [...uses].filter(([, count]) => count >= 2).map(([head]) => head);
  return new Map([...asked, ...shared].map((head): [string, number] => [head, telling(head) ** 2 * (asked.has(head) ? 1.5 : 1)]));
}

interface Phrase {
  readonly words: readonly Word[];
  readonly denied: readonly boolean[];
  /** Heads of the content words, and each of them once. */
  readonly content: readonly string[];
  readonly heads: ReadonlySet<string>;
}

function phraseOf(text: string): Phrase {
  const words = wordsOf(text).filter(({ name }) => !name);
  const content = words.filter((word) => word.content).map(({ head }) => head);
  return { words, denied: deniedIn(words), content, heads: new Set(content) };
}

/** A sample of a question, and what was found in it. */
class ReadText {
  /** Its content words, each once. */
  readonly heads: readonly string[];
  readonly #text: string;
  readonly #making = new Map<ExpectedPoint, Phrase | null>();
  #passages: readonly Phrase[] | undefined;

  constructor(text: string) {
    this.#text = text;
    this.heads = [...new Set(contentHeads(text))];
  }

  /** The passage of it that makes the point, when it makes it; its passages are its sentences, one by one and two by two. */
  making(point: ExpectedPoint): Phrase | null {
    const known = this.#making.get(point);
    if (known !== undefined) return known;
    this.#passages ??= pairsOfSentences(this.#text).map(phraseOf);
    const passage = closest(phrasesOf(point), this.#passages);
    this.#making.set(point, passage);
    return passage;
  }
}

/** Calibrating reads every sample of a question several times, and looks at every point. */
const READ = new WeakMap<Question, Map<string, ReadText>>();

function readIn(question: Question, text: string): ReadText {
  const texts = READ.get(question) ?? new Map<string, ReadText>();
  const read = texts.get(text) ?? new ReadText(text);
  READ.set(question, texts.set(text, read));
  return read;
}

const PHRASES = new WeakMap<ExpectedPoint, readonly Phrase[]>();

/** The point itself, then its synonyms. */
function phrasesOf(point: ExpectedPoint): readonly Phrase[] {
  const known = PHRASES.get(point);
  if (known !== undefined) return known;
  const phrases = [point.text, ...point.synonyms].map(phraseOf);
  PHRASES.set(point, phrases);
  return phrases;
}

/** Neighbours as keys. */
export function pairKeys(heads: readonly string[]): string[] {
  return heads.slice(1).map((head, index) => `${heads[index]} ${head}`);
}

type Kind = 'phrase' | 'passage';

interface Place {
  readonly index: number;
  readonly vocabulary: Vocabulary;
  readonly pairs: Vocabulary;
  readonly orders: Orders;
  readonly weigh: Telling;
}

function referenceTo({ words, denied, content }: Phrase, kind: Kind, { index, vocabulary, pairs, orders, weigh }: Place): Reference {
  // "One change at a time" is not said by saying "change": a phrase with one telling word needs its small words too.
  const isPlain = content.length <= 1;
  const weighed = new Map<string, Weighed>();
  words.forEach(({ text, head, content: isContent }, at) => {
    const isPale = kind === 'passage' && PALE_WORDS.has(text);
    if (weighed.has(head) || !(isContent || isPlain || isPale)) return;
    weighed.set(head, { id: vocabulary.add(head), weight: weigh(head) * (isContent || isPlain ? 1 : PALE), denied: denied[at] === true });
  });
  const weights = Array.from(weighed.values(), ({ weight }) => weight);
  const heads = words.map(({ head }) => head);
  return {
    index,
    words: [...weighed.values()],
    total: weights.reduce((sum, weight) => sum + weight, 0),
    norm: Math.hypot(...weights),
    pairs: kind === 'phrase' ? pairKeys(isPlain ? heads : content).map((pair) => pairs.add(pair)) : [],
    order: kind === 'passage' ? orders.add(heads.map((head) => vocabulary.add(head))) : null,
  };
}

/** The passage of a model answer that makes the point, when it makes it. */
function closest(wanted: readonly Phrase[], passages: readonly Phrase[]): Phrase | null {
  let best: { passage: Phrase; share: number } | null = null;
  for (const passage of passages) {
    const { heads } = passage;
    const shares = wanted.map(({ content }) => content.filter((head) => heads.has(head)).length / Math.max(content.length, 1));
    // Of two passages that make the point alike, the shorter one says it more plainly.
    const share = Math.max(...shares) - heads.size / 200;
    if (best === null || share > best.share) best = { passage, share };
  }
  return best !== null && best.share >= 0.6 ? best.passage : null;
}

function pairsOfSentences(text: string): string[] {
  const sentences = sentencesOf(text).flatMap((long) => cutLong(text, long));
  const span = (first: Sentence, last: Sentence): string => text.slice(first.start, last.end);
  return sentences.flatMap((one, index) => {
    const next = sentences[index + 1];
    return next === undefined ? [one.text] : [one.text, span(one, next)];
  });
}
