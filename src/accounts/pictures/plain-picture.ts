export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** A picture and nothing beside it. */
export interface PlainPicture {
  readonly type: (typeof pictureTypes)[number];
  readonly bytes: Buffer;
}

/**
 * The picture in these bytes without what cameras and programs write beside it: where and when it was taken, with what, a
 * second smaller picture, remarks, anything after its end. Null for what is no whole JPEG, PNG or WebP.
 */
export function plainPicture(bytes: Buffer): PlainPicture | null {
  for (const [type, plain] of Object.entries(readers) as [PlainPicture['type'], (bytes: Buffer) => Buffer[] | null][]) {
    const parts = plain(bytes);
    if (parts !== null) return { type, bytes: Buffer.concat(parts) };
  }
  return null;
}

const readers: Record<PlainPicture['type'], (bytes: Buffer) => Buffer[] | null> = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp };

const START_OF_SCAN = 0xda;
const END = 0xd9;
/** How the colours are to be read (Adobe's segment): without it some pictures would turn green. */
const COLOURS = 0xee;

/** ITU-T T.81, annex B: segments, and behind the start of each scan its data up to the next marker. */
function jpeg(bytes: Buffer): Buffer[] | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === START_OF_SCAN) end = endOfScan(bytes, end);
    if (end > bytes.length) return null;
    if ((marker >= 0xc0 && marker <= 0xdd) || marker === COLOURS) kept.push(bytes.subarray(at, end));
    at = end;
    if (bytes[at] === 0xff && bytes[at + 1] === END) return [...kept, bytes.subarray(at, at + 2)];
  }
  return null;
}

/** In the data of a scan, 0xFF stands before a zero, or before one of the marks that divide it. */
function endOfScan(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at >= 0) {
    const next = bytes[at + 1] ?? END;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return Infinity;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT']);

function png(bytes: Buffer): Buffer[] | null {
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return null;
  const kept: Buffer[] = [PNG_SIGNATURE];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return null;
    if (name === 'IEND') return [...kept, bytes.subarray(at, end)];
    if (PNG_CHUNKS.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']);
/** The bit of VP8X that says that there is transparency; the others name what is left out here. */
const TRANSPARENT = 0x10;

function webp(bytes: Buffer): Buffer[] | null {
  if (bytes.length < 20 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return null;
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= whole;) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > whole) return null;
    const chunk = Buffer.from(bytes.subarray(at, end));
    const name = chunk.toString('latin1', 0, 4);
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & TRANSPARENT;
    if (WEBP_CHUNKS.has(name)) kept.push(chunk);
    at = end;
  }
  if (!kept.some((chunk) => /^VP8[ L]/.test(chunk.toString('latin1', 0, 4)))) return null;
  const header = Buffer.from(bytes.subarray(0, 12));
  header.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return [header, ...kept];
}
