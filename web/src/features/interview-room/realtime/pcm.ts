/** Sound travels as 16-bit samples, little-endian, one channel, 24,000 a second: the one rate that every agent takes. */
export const RATE = 24_000;
const BYTES_A_SAMPLE = 2;
const SLICE = 8_192;

export const millisecondsOf = (bytes: number): number => (bytes / BYTES_A_SAMPLE / RATE) * 1000;

/** Samples between -1 and 1 as they travel, in base64. */
export function encodePcm(samples: Float32Array): string {
  const bytes = new DataView(new ArrayBuffer(samples.length * BYTES_A_SAMPLE));
  samples.forEach((sample, at) => bytes.setInt16(at * BYTES_A_SAMPLE, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true));
  const all = new Uint8Array(bytes.buffer);
  let text = '';
  // One call with a hundred thousand arguments is too many for some browsers.
  for (let at = 0; at < all.length; at += SLICE) text += String.fromCharCode(...all.subarray(at, at + SLICE));
  return btoa(text);
}

/** The samples of what travelled; none of what is no base64. */
export function decodePcm(base64: string): Float32Array<ArrayBuffer> {
  const bytes = bytesIn(base64);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: Math.floor(bytes.length / BYTES_A_SAMPLE) }, (_, at) => view.getInt16(at * BYTES_A_SAMPLE, true) / 32_768);
}

function bytesIn(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
