/** Places in a number: two such numbers and a one add up to no more than a small integer, which is what makes this quick. */
const BITS = 30;
const ALL = 2 ** BITS - 1;

/** Where a word stands in one text: from which number of all texts on, and its places as bits. */
interface Stand {
  readonly from: number;
  readonly places: Int32Array;
}

/**
 * Texts that others are held against: how many of their words come in the same order there, others between them or not.
 * It is the longest common subsequence, found for 30 words at once by adding bits (H. Hyyrö, 2004), of all texts at once.
 */
export class Orders {
  readonly #texts: { readonly from: number; readonly parts: number; readonly length: number }[] = [];
  readonly #stands: Stand[][] = [];
  #parts = 0;

  /** Adds a text by the ids of its words, and says which of all it is. */
  add(ids: readonly number[]): number {
    const text = { from: this.#parts, parts: Math.ceil(ids.length / BITS), length: ids.length };
    const own = new Map<number, Int32Array>();
    ids.forEach((id, at) => {
      const places = own.get(id) ?? new Int32Array(text.parts);
      const part = Math.floor(at / BITS);
      places[part] = (places[part] ?? 0) | (1 << at % BITS);
      own.set(id, places);
    });
    for (const [id, places] of own) (this.#stands[id] ??= []).push({ from: text.from, places });
    this.#parts += text.parts;
    return this.#texts.push(text) - 1;
  }

  /** What of all texts is not found yet where nothing has been read. */
  unread(): Int32Array {
    return new Int32Array(this.#parts).fill(ALL);
  }

  /** What is not found yet once these words are read as well. */
  read(before: Int32Array, ids: readonly number[]): Int32Array {
    const open = before.slice();
    for (const id of ids) {
      const stands = this.#stands[id];
      if (stands !== undefined) for (const stand of stands) meet(open, stand);
    }
    return open;
  }

  /** The share of a text's words that are found. */
  share(text: number, open: Int32Array): number {
    const { from, parts, length } = this.#texts[text] ?? { from: 0, parts: 0, length: 0 };
    let found = 0;
    for (let part = from; part < from + parts; part += 1) {
      for (let closed = ALL & ~(open[part] ?? 0); closed !== 0; closed &= closed - 1) found += 1;
    }
    return length === 0 ? 0 : found / length;
  }
}

function meet(open: Int32Array, { from, places }: Stand): void {
  let carry = 0;
  for (let part = 0; part < places.length; part += 1) {
    const before = open[from + part] ?? 0;
    const met = before & (places[part] ?? 0);
    const sum = before + met + carry;
    carry = sum >>> BITS;
    open[from + part] = (sum & ALL) | (before - met);
  }
}
