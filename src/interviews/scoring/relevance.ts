import { deniedIn } from './words/denial.js';
import { type Sentence } from './words/sentences.js';
import { pairKeys, type PointProfile, type QuestionProfile, type Reference, type Use } from './question-profile.js';

/** How far an answer makes one expected point, 0 to about 1, and the sentences that make it. */
export interface PointMatch {
  readonly id: string;
  readonly raw: number;
  readonly covered: boolean;
  readonly from: Sentence;
  readonly to: Sentence;
}

/** Raw overlap of an answer with the expected points of a question; it means nothing before it is calibrated. */
export interface Overlap {
  readonly raw: number;
  readonly points: readonly PointMatch[];
}

/** Points a phrase settles from this likeness on. */
const COVERED = 0.72;
const LONGEST_WINDOW = 3;

interface Window {
  readonly from: Sentence;
  readonly to: Sentence;
  readonly sentences: number;
  /** Best likeness to each word of the vocabulary of any word in the window: of those it says, and of those it denies. */
  readonly said: Float64Array;
  readonly denied: Float64Array;
  /** 1 for each pair of neighbours the window has. */
  readonly pairs: Float64Array;
  readonly length: number;
  /** The words of its last sentence that the vocabulary has, in their order. */
  readonly order: readonly number[];
  /** What of the passages is not found in its words in their order. */
  readonly open: Int32Array;
}

/** Scores windows of one to three sentences against each point, so that many words around a point do not bury it. */
export function overlapOf(sentences: readonly Sentence[], profile: QuestionProfile): Overlap {
  const windows = windowsOf(sentences, profile).map((window) => ({ window, shared: sharedWith(window, profile) }));
  const points = profile.points.map((point) => bestMatch(windows, point)).filter((match) => match !== null);
  const weights = profile.points.map(({ point }) => point.weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const raw = points.reduce((sum, match, index) => sum + Math.max(0, match.raw) * (weights[index] ?? 0), 0) / total;
  return { raw: onSubject(sentences, profile, raw), points };
}

/**
 * Someone who answers another question well uses many of the same phrases, but not this question's subject; someone who
 * answers this one thinly names the subject and makes few points.
 */
function onSubject(sentences: readonly Sentence[], { subject }: QuestionProfile, raw: number): number {
  const heads = new Set(sentences.flatMap(({ words }) => words.filter(({ content }) => content).map(({ head }) => head)));
  const named = [...heads].reduce((sum, head) => sum + (subject.get(head) ?? 0), 0);
  const share = 1 - Math.exp(-named / SUBJECT_NAMED);
  return raw * (0.8 + 0.2 * share) + 0.15 * share;
}

/** Naming this much of a subject is two thirds of naming it. */
const SUBJECT_NAMED = 1;

function bestMatch(windows: readonly { window: Window; shared: Shared }[], profile: PointProfile): PointMatch | null {
  const matches = windows.map(({ window, shared }) => ({ window, ...match(window, shared, profile) }));
  const [first, ...others] = matches;
  if (first === undefined) return null;
  // Of windows that match alike, the shorter one is the better evidence.
  const best = others.reduce((a, b) => (b.raw > a.raw + 0.02 ? b : a), first);
  const { window, raw, phrase } = best;
  return { id: profile.point.id, raw, covered: phrase >= COVERED, from: window.from, to: window.to };
}

/**
 * A sum of fixed points, which did as well on unseen questions as trained models: .4 soft recall + .2 cosine + .2 words in
 * the same order + .3 a phrase of the point + .3 its bigrams. Words of the question hardly count, denied ones hardly for said ones.
 */
function match(window: Window, shared: Shared, { phrases, passages }: PointProfile): { raw: number; phrase: number } {
  // Words of a phrase that stand sentences apart are no phrase.
  const phrase = window.sentences <= 2 ? most(phrases, shared.recall) ** 1.5 : 0;
  const recall = Math.max(phrase, most(passages, shared.recall));
  const raw = 0.4 * recall + 0.2 * most(passages, shared.cosine) + 0.2 * most(passages, shared.order) + 0.3 * phrase + 0.3 * most(phrases, shared.pairs);
  return { raw, phrase };
}

/** What a window shares with each reference of the profile, each from 0 to 1. */
interface Shared {
  readonly recall: Float64Array;
  readonly cosine: Float64Array;
  readonly order: Float64Array;
  readonly pairs: Float64Array;
}

/** What a denied word is worth where it should be said, and the other way round. */
const TURNED = 0.15;

/** Plain loops and comparisons from here on: they run for each window of an answer, which has 5 ms in all. */
function sharedWith(window: Window, { wordUses, pairUses, references, orders }: QuestionProfile): Shared {
  const recall = new Float64Array(references.length);
  const cosine = new Float64Array(references.length);
  const order = new Float64Array(references.length);
  const pairs = new Float64Array(references.length);
  for (let id = 0; id < window.said.length; id += 1) {
    const said = window.said[id] ?? 0;
    const denied = window.denied[id] ?? 0;
    if (said !== 0 || denied !== 0) addUses(wordUses[id] ?? [], said, denied, { recall, cosine });
  }
  for (let id = 0; id < window.pairs.length; id += 1) {
    if (window.pairs[id] !== 0) for (const reference of pairUses[id] ?? []) pairs[reference] = (pairs[reference] ?? 0) + 1;
  }
  for (const { index, total, norm, pairs: neighbours, order: own } of references) {
    recall[index] = total === 0 ? 0 : (recall[index] ?? 0) / total;
    // A reference of small words only weighs more than the window it is held against.
    const alike = norm * window.length === 0 ? 0 : (cosine[index] ?? 0) / (norm * window.length);
    cosine[index] = alike > 1 ? 1 : alike;
    pairs[index] = neighbours.length === 0 ? 0 : (pairs[index] ?? 0) / neighbours.length;
    if (own !== null) order[index] = orders.share(own, window.open);
  }
  return { recall, cosine, order, pairs };
}

function addUses(uses: readonly Use[], said: number, denied: number, { recall, cosine }: Pick<Shared, 'recall' | 'cosine'>): void {
  const plainly = Math.max(said, denied * TURNED);
  const turned = Math.max(denied, said * TURNED);
  const either = Math.max(said, denied);
  for (const use of uses) {
    recall[use.reference] = (recall[use.reference] ?? 0) + (use.denied ? turned : plainly) * use.weight;
    cosine[use.reference] = (cosine[use.reference] ?? 0) + either * use.square;
  }
}

function most(references: readonly Reference[], measured: Float64Array): number {
  let best = 0;
  for (const { index } of references) {
    const value = measured[index] ?? 0;
    if (value > best) best = value;
  }
  return best;
}

function windowsOf(sentences: readonly Sentence[], profile: QuestionProfile): Window[] {
  const single = sentences.map((sentence) => windowOf(sentence, profile));
  const bySize = [single];
  for (let more = 1; more < LONGEST_WINDOW; more += 1) {
    const shorter = bySize.at(-1) ?? [];
    bySize.push(single.slice(more).map((next, index) => joined(shorter[index] ?? next, next, profile)));
  }
  return bySize.flat();
}

function windowOf(sentence: Sentence, { vocabulary, pairs: known, orders, telling }: QuestionProfile): Window {
  const words = sentence.words.filter(({ name }) => !name);
  const heads = words.filter(({ content }) => content).map(({ head }) => head);
  const [said, denied] = [new Float64Array(vocabulary.size), new Float64Array(vocabulary.size)];
  const turned = deniedIn(words);
  words.forEach(({ head, content }, at) => {
    const likeness = turned[at] === true ? denied : said;
    const same = vocabulary.idOf(head);
    if (!content && same !== undefined) likeness[same] = 1;
    if (content) for (const [id, value] of vocabulary.like(head)) likeness[id] = Math.max(likeness[id] ?? 0, value);
  });
  const pairs = new Float64Array(known.size);
  for (const pair of pairKeys(heads)) {
    const id = known.idOf(pair);
    if (id !== undefined) pairs[id] = 1;
  }
  const order = words.map(({ head }) => vocabulary.idOf(head)).filter((id) => id !== undefined);
  return {
    from: sentence,
    to: sentence,
    sentences: 1,
    said,
    denied,
    pairs,
    length: Math.hypot(...[...new Set(heads)].map(telling)),
    order,
    open: orders.read(orders.unread(), order),
  };
}

/** `b` is the sentence after `a`. */
function joined(a: Window, b: Window, { orders }: QuestionProfile): Window {
  return {
    from: a.from,
    to: b.to,
    sentences: a.sentences + b.sentences,
    said: greater(a.said, b.said),
    denied: greater(a.denied, b.denied),
    pairs: greater(a.pairs, b.pairs),
    length: Math.hypot(a.length, b.length),
    order: b.order,
    open: orders.read(a.open, b.order),
  };
}

function greater(a: Float64Array, b: Float64Array): Float64Array {
  const both = a.slice();
  for (let id = 0; id < b.length; id += 1) {
    const value = b[id] ?? 0;
    if (value > (both[id] ?? 0)) both[id] = value;
  }
  return both;
}
