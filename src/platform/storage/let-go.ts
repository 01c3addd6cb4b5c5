/**
 * Gives back the memory of bytes that nobody looks at any more, at once: when V8 has to find out by itself, a few megabytes
 * that came and went make it look through its whole heap. What shares its memory with other bytes is left alone.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if ('transfer' in buffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
