import { type VideoCodec } from 'mediabunny';

const VP8_START = '9d012a';
const VP9_SYNC = '498342';

/** Whether a picture that is marked as a key frame begins like one, so that a decoder can start there; null for codecs the library looks into. */
export function beginsKeyPicture(codec: VideoCodec, data: Uint8Array): boolean | null {
  const hex = Buffer.from(data.subarray(0, 10)).toString('hex');
  const first = data[0] ?? 0;
  // RFC 6386, 9.1: an even first byte, the start code after three bytes, then width and height with two bits of scale each.
  if (codec === 'vp8') return data.length >= 10 && first % 2 === 0 && hex.startsWith(VP8_START, 6) && [7, 9].every((high) => ((data[high] ?? 0) & 0x3f) + (data[high - 1] ?? 0) > 0);
  // VP9 bitstream, 6.2, profiles 0 to 2: frame marker 2, no picture shown again, a key frame, then the sync code.
  if (codec === 'vp9') return first >> 6 === 2 && (first & 0x0c) === 0 && hex.startsWith(VP9_SYNC, 2);
  return null;
}
