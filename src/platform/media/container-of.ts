import { MediaRefusal } from './media.js';

export type Container = 'webm' | 'mp4' | 'ogg';

const EBML = '1a45dfa3';
// What comes again and again in the middle: the head of a WebM cluster, of an MP4 fragment, of an Ogg page.
const MIDDLES = ['1f43b675', '000000106d666864', '4f676753'].map((hex) => Buffer.from(hex, 'hex'));

/** What a file is, by its first bytes and never by its name; a MediaRefusal when it is no recording, or one whose beginning is missing. */
export function containerOf(bytes: Uint8Array): Container {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString('hex', 0, 4) === EBML) return 'webm';
  if (file.toString('latin1', 4, 8) === 'ftyp') return 'mp4';
  if (file.toString('latin1', 0, 4) === 'OggS') return 'ogg';
  throw new MediaRefusal(MIDDLES.some((middle) => file.includes(middle)) ? 'no_start' : 'not_media');
}
