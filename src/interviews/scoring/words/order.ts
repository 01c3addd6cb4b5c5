/** The words of a text as bits: for each word the places where it stands, 32 of them to a number. */
export interface Order {
  readonly length: number;
  readonly places: ReadonlyMap<number, Uint32Array>;
}

const BITS = 32;
const ALL = 2 ** BITS - 1;

export function orderOf(ids: readonly number[]): Order {
  const places = new Map<number, Uint32Array>();
  ids.forEach((id, at) => {
    const own = places.get(id) ?? new Uint32Array(Math.ceil(ids.length / BITS));
    const part = Math.floor(at / BITS);
    own[part] = (own[part] ?? 0) | (1 << at % BITS);
    places.set(id, own);
  });
  return { length: ids.length, places };
}

/**
 * The share of the text's words that `ids` have in the same order, others between them or not: the longest common
 * subsequence, found for 32 words at once by adding bits (H. Hyyrö, 2004), since each window is held against each passage.
 */
export function shareInOrder({ length, places }: Order, ids: readonly number[]): number {
  if (length === 0) return 0;
  const open = new Uint32Array(Math.ceil(length / BITS)).fill(ALL);
  for (const id of ids) {
    const own = places.get(id);
    if (own !== undefined) meet(open, own);
  }
  let found = 0;
  for (let at = 0; at < length; at += 1) found += 1 - (((open[Math.floor(at / BITS)] ?? 0) >>> at % BITS) & 1);
  return found / length;
}

function meet(open: Uint32Array, own: Uint32Array): void {
  let carry = 0;
  for (let part = 0; part < open.length; part += 1) {
    const before = open[part] ?? 0;
    const met = (before & (own[part] ?? 0)) >>> 0;
    const sum = before + met + carry;
    carry = sum > ALL ? 1 : 0;
    open[part] = sum | (before - met);
  }
}
