import { type Clip, type ClipSource, type ClipWish } from './clip-wish.js';
import { containerOf } from './container-of.js';
import { MediaRefusal } from './media.js';
import { webmClip } from './webm-clip.js';
import { webmIndex } from './webm-index.js';

/** What tells one container from another. */
const FIRST_BYTES = 4_096;

/**
 * A part of a recording that the workshop has written anew, by copying its packets: from the last key picture before `fromMs`, or
 * the next one where that is nearer than a second and the last is not; never longer than `maxMs`. Done in this process,
 * since the bytes are those that our own child process wrote and not what somebody sent. MediaRefusal `no_picture`, `empty`, `took_too_long`.
 */
export async function clipOf(source: ClipSource, wish: ClipWish): Promise<Clip> {
  const container = containerOf(await source.read(0, Math.min(FIRST_BYTES, source.bytes)));
  if (container === 'ogg') throw new MediaRefusal('no_picture');
  const index = container === 'webm' ? await webmIndex(source) : null;
  if (index) return webmClip(source, index, wish);
  // The library is a megabyte of code that hardly any recording needs here.
  const { packetClip } = await import('./packet-clip.js');
  return packetClip(await source.read(0, source.bytes), container, wish);
}
