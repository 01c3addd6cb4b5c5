import { MediaRefusal } from './media.js';

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
// Forty minutes of pictures and sound: far more than an answer may hold, few enough to be read in a moment.
const MOST_BLOCKS = 250_000;

interface Element {
  readonly id: number;
  readonly sizeAt: number;
  readonly start: number;
  /** Null while it is open: a recorder does not know yet how large a cluster will be. */
  readonly end: number | null;
}

/**
 * A WebM file without the block that was cut off when the tab was lost. The library gives up a whole cluster whose last
 * block is missing; so the file ends after the last whole one, and what claims to reach further is left open.
 * Changes the bytes it is given.
 */
export function wholeBlocks(bytes: Uint8Array): Uint8Array {
  let at = 0;
  let blocks = 0;
  for (let element = elementAt(bytes, at); element !== null; element = elementAt(bytes, at)) {
    const { id, start, end } = element;
    const isCutOff = end !== null && end > bytes.length;
    if (id === SEGMENT || id === CLUSTER) {
      if (isCutOff) leaveOpen(bytes, element);
      at = start;
      continue;
    }
    blocks += 1;
    if (blocks > MOST_BLOCKS) throw new MediaRefusal('too_long');
    if (end === null || isCutOff) break;
    at = end;
  }
  return bytes.subarray(0, at);
}

function elementAt(bytes: Uint8Array, at: number): Element | null {
  const sizeAt = at + lengthAt(bytes, at);
  const sizeLength = lengthAt(bytes, sizeAt);
  const start = sizeAt + sizeLength;
  if (sizeAt > at + 4 || sizeLength > 8 || start > bytes.length) return null;
  const size = numberAt(bytes, sizeAt, start, 0xff >> sizeLength);
  return { id: numberAt(bytes, at, sizeAt, 0xff), sizeAt, start, end: size === 2 ** (7 * sizeLength) - 1 ? null : start + size };
}

/** How many bytes a number takes, by the leading zeros of its first one; 9 where there is none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  return Math.clz32(bytes[at] ?? 0) - 23;
}

function numberAt(bytes: Uint8Array, from: number, until: number, mask: number): number {
  let number = (bytes[from] ?? 0) & mask;
  for (let at = from + 1; at < until; at += 1) number = number * 256 + (bytes[at] ?? 0);
  return number;
}

/** Every bit of the size set, in as many bytes as it had. */
function leaveOpen(bytes: Uint8Array, { sizeAt, start }: Element): void {
  bytes.fill(0xff, sizeAt, start);
  bytes[sizeAt] = 0xff >> (start - sizeAt - 1);
}
