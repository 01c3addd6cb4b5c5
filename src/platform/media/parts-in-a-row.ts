import { MediaRefusal } from './media.js';

const NUMBER = 4;
const MOST_PARTS = 10_000;

/** A part of a recording as it comes: its bytes in order, from a stream or from one chunk after the other. */
export type MediaPart = AsyncIterable<Uint8Array>;

/** Parts behind one another on one stream, and at its end how long each was, and how many there were. */
export async function* inARow(parts: readonly MediaPart[], maxBytes: number): AsyncGenerator<Uint8Array> {
  const lengths: number[] = [];
  let total = 0;
  for (const part of parts) {
    const before = total;
    for await (const piece of part) {
      total += piece.length;
      if (total > maxBytes) throw new MediaRefusal('too_large');
      yield piece;
    }
    lengths.push(total - before);
  }
  const end = Buffer.alloc(NUMBER * (lengths.length + 1));
  [...lengths, lengths.length].forEach((number, index) => end.writeUInt32BE(number, NUMBER * index));
  yield end;
}

/** How long that may be. */
export const longestRow = (maxBytes: number): number => maxBytes + NUMBER * (MOST_PARTS + 1);

/** The other side of `inARow`. */
export function outOfTheRow(row: Buffer): Uint8Array[] {
  const count = row.readUInt32BE(row.length - NUMBER);
  let at = 0;
  return Array.from({ length: count }, (_, index) => {
    const length = row.readUInt32BE(row.length - NUMBER * (count + 1 - index));
    at += length;
    return row.subarray(at - length, at);
  });
}
