const VOID = 0xec;

/** An element of a WebM file: where it stands, where its size is written, and where its content begins and ends, which may be behind the bytes at hand. */
export interface Element {
  readonly id: number;
  readonly at: number;
  readonly sizeAt: number;
  readonly start: number;
  readonly end: number;
}

/** The element that begins at a place; null where there is no whole head of one, or it does not know its own end. */
export function elementAt(bytes: Buffer, at: number): Element | null {
  const idLength = lengthAt(bytes, at);
  const sizeAt = at + idLength;
  const start = sizeAt + lengthAt(bytes, sizeAt);
  if (idLength > 4 || start - sizeAt > 8 || start > bytes.length) return null;
  const size = numberIn(bytes, sizeAt, start, 0xff >> (start - sizeAt));
  return size === 2 ** (7 * (start - sizeAt)) - 1 ? null : { id: numberIn(bytes, at, sizeAt), at, sizeAt, start, end: start + size };
}

/** The elements in a stretch of a file, as far as their heads are at hand. */
export function* elementsIn(bytes: Buffer, start: number, end: number): Generator<Element> {
  for (let element = elementAt(bytes, start); element !== null && element.at < end; element = elementAt(bytes, element.end)) yield element;
}

/** The first element of that id among the children of another. */
export function childOf(bytes: Buffer, parent: Pick<Element, 'start' | 'end'>, id: number): Element | null {
  for (const child of elementsIn(bytes, parent.start, parent.end)) if (child.id === id) return child;
  return null;
}

/** The number an element holds; 0 where there is no such element. */
export function unsignedOf(bytes: Buffer, element: Element | null): number {
  return element ? numberIn(bytes, element.start, element.end) : 0;
}

/** An element with its content. */
export function element(id: number, ...content: readonly Buffer[]): Buffer {
  return Buffer.concat([headOf(id, content.reduce((sum, { length }) => sum + length, 0)), ...content]);
}

/** What stands before a content of so many bytes: always as long for the same id. */
export function headOf(id: number, size: number): Buffer {
  const name = Buffer.from(id.toString(16), 'hex');
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(size));
  length[0] = 0x01;
  return Buffer.concat([name, length]);
}

/** A number as the content of an element: always eight bytes. */
export function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

/** Writes a number over another, in as many bytes; `isSize` marks how many these are. */
export function writeNumber(bytes: Buffer, from: number, until: number, value: number, isSize = false): void {
  for (let [at, rest] = [until - 1, value]; at >= from; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  if (isSize) bytes[from] = (bytes[from] ?? 0) | (0x100 >> (until - from));
}

/** Lets an element, whatever it was, mean nothing, and be as long as it was. */
export function voidOver(bytes: Buffer, { at, start, end }: Element): void {
  // The bytes that a longer name has left over belong to the size.
  bytes.fill(0, at, end);
  bytes[at] = VOID;
  writeNumber(bytes, at + 1, start, end - start, true);
}

/** How many bytes a number takes, by the leading zeros of its first one; 9 where there is none. */
function lengthAt(bytes: Buffer, at: number): number {
  return Math.clz32(bytes[at] ?? 0) - 23;
}

function numberIn(bytes: Buffer, from: number, until: number, mask = 0xff): number {
  let number = (bytes[from] ?? 0) & mask;
  for (let at = from + 1; at < until; at += 1) number = number * 256 + (bytes[at] ?? 0);
  return number;
}
