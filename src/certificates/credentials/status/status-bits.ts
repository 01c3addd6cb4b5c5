import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Bitstring Status List 1.0 asks for no fewer, so that one bit hides among many. */
export const BITS_OF_A_LIST = 131_072;

const compress = promisify(gzip);

/** A list with these bits set, as it is written in its credential: the first bit is the highest of the first byte; compressed, base64url, `u` before it. */
export async function encodedList(indexes: Iterable<number>): Promise<string> {
  const bytes = Buffer.alloc(BITS_OF_A_LIST / 8);
  for (const index of indexes) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return `u${(await compress(bytes)).toString('base64url')}`;
}
