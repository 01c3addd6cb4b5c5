/** Every profile looks at much the same words. */
const KNOWN = new Map<string, readonly string[]>();
const KNOWN_AT_MOST = 20_000;

/** The letter trigrams of a word with its ends marked, so that beginnings and endings weigh. */
export function trigramsOf(word: string): readonly string[] {
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const marked = `^${word}$`;
  const trigrams = Array.from({ length: Math.max(marked.length - 2, 0) }, (_, index) => marked.slice(index, index + 3));
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  KNOWN.set(word, trigrams);
  return trigrams;
}

/** Below this, words are alike by accident. */
const ALIKE = 0.6;

/** A vocabulary that knows which of its words a given word is like. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #byTrigram = new Map<string, number[]>();

  /** Whether exactly this word is in it, and under which id. */
  idOf(word: string): number | undefined {
    return this.#ids.get(word);
  }

  /** The id of a word, which is added when it is new. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#words.push(word) - 1;
    this.#ids.set(word, id);
    for (const trigram of new Set(trigramsOf(word))) {
      const ids = this.#byTrigram.get(trigram);
      if (ids === undefined) this.#byTrigram.set(trigram, [id]);
      else ids.push(id);
    }
    return id;
  }

  get size(): number {
    return this.#words.length;
  }

  /** Ids of like words with their likeness, above 0 up to 1 (the same word). */
  like(word: string): [number, number][] {
    const same = this.#ids.get(word);
    if (word.length < 4 || /\d/.test(word)) return same === undefined ? [] : [[same, 1]];
    const common = new Map<number, number>();
    for (const trigram of trigramsOf(word)) {
      for (const id of this.#byTrigram.get(trigram) ?? []) common.set(id, (common.get(id) ?? 0) + 1);
    }
    const alike: [number, number][] = [];
    for (const [id, count] of common) {
      const likeness = (2 * count) / (word.length + (this.#words[id] ?? '').length);
      if (likeness >= ALIKE) alike.push([id, Math.min(likeness, 1)]);
    }
    return alike;
  }
}
