import { crc32, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const KEYWORD = 'openbadgecredential';
const CREDENTIAL = Buffer.from(`${KEYWORD}\0`, 'latin1');
// What other makers compressed must not grow without end.
const MOST_UNPACKED = 1_048_576;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** With length and check sum, as it stands in the file. */
  readonly whole: Buffer;
}

/** Whether these bytes begin like a PNG. */
export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

/** Puts a credential into a picture (Open Badges 3.0, baked badges): one `iTXt` chunk, not compressed; one that stood there goes. */
export function bakePng(png: Buffer, credential: string): Buffer {
  const [head, ...others] = chunksOf(png).filter((chunk) => !isCredential(chunk));
  if (head?.type !== 'IHDR') throw new Error('This is no PNG');
  // After the keyword: not compressed, no method, no language, no translated keyword.
  const data = Buffer.concat([CREDENTIAL, Buffer.alloc(4), Buffer.from(credential, 'utf8')]);
  return Buffer.concat([SIGNATURE, head.whole, chunk('iTXt', data), ...others.map(({ whole }) => whole)]);
}

/** The credential in a picture; null when there is none. */
export function credentialInPng(png: Buffer): string | null {
  const found = chunksOf(png).find(isCredential);
  return found ? textOf(found.data.subarray(CREDENTIAL.length)) : null;
}

/** Flag and method of compression, language, translated keyword, text. */
function textOf(rest: Buffer): string {
  const language = rest.indexOf(0, 2);
  const translated = rest.indexOf(0, language + 1);
  const text = rest.subarray(translated + 1);
  return (rest[0] === 1 ? inflateSync(text, { maxOutputLength: MOST_UNPACKED }) : text).toString('utf8');
}

const isCredential = ({ type, data }: Chunk): boolean => type === 'iTXt' && data.subarray(0, CREDENTIAL.length).equals(CREDENTIAL);

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  if (!isPng(png)) return chunks;
  for (let at = SIGNATURE.length; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > png.length) break;
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length), whole: png.subarray(at, end) });
    at = end;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
