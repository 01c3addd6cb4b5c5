import { inflateSync } from 'node:zlib';

const WOFF = 'wOFF';
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * The plain font (sfnt) in a WOFF 1.0 file. Unpacked once when it is read: the PDF library would do it anew for every
 * paper, which takes most of the time of one.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== WOFF) throw new Error('This is no WOFF file');
  const count = woff.readUInt16BE(12);
  const entries = Array.from({ length: count }, (_, index) => woff.subarray(WOFF_HEADER + index * WOFF_ENTRY, WOFF_HEADER + (index + 1) * WOFF_ENTRY));
  const tables = entries.map((entry) => {
    const packed = woff.subarray(entry.readUInt32BE(4), entry.readUInt32BE(4) + entry.readUInt32BE(8));
    const length = entry.readUInt32BE(12);
    return packed.length < length ? inflateSync(packed) : packed;
  });
  const header = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  let offset = header.length;
  entries.forEach((entry, index) => {
    const at = SFNT_HEADER + index * SFNT_ENTRY;
    const { length } = tables[index] ?? Buffer.alloc(0);
    entry.copy(header, at, 0, 4);
    entry.copy(header, at + 4, 16, 20);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(length, at + 12);
    offset += padded(length);
  });
  return Buffer.concat([header, ...tables.map((table) => Buffer.concat([table], padded(table.length)))]);
}

/** Tables begin at multiples of four bytes. */
function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
