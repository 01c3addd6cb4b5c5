import { MediaRefusal } from './media.js';

/** A stored recording that is read where it is needed; `until` is not included. With `room`, so many bytes are left free in front of those that are read. */
export interface ClipSource {
  readonly bytes: number;
  read(from: number, until: number, room?: number): Promise<Buffer>;
}

/** Milliseconds of a recording; how long and how large the clip may be at most; how long making it may take. */
export interface ClipWish {
  readonly fromMs: number;
  readonly toMs: number;
  readonly maxMs: number;
  readonly maxBytes: number;
  readonly withinMs: number;
}

/** A part of a recording as a file of its own, which begins at 0. `fromMs`: where in the recording it really begins. */
export interface Clip {
  readonly body: Buffer;
  readonly contentType: 'video/webm' | 'video/mp4';
  readonly fromMs: number;
  readonly durationMs: number;
}

// Our recorder asks for a key picture each second; other recorders may not, and then the next one may be nearer.
const SLACK_MS = 1_000;

/** Whether a clip begins at the key picture behind the wanted moment, since the one before it is too far away. */
export function takesNext(wantedMs: number, beforeMs: number, afterMs: number | undefined): boolean {
  return wantedMs - beforeMs > SLACK_MS && afterMs !== undefined && afterMs - wantedMs <= SLACK_MS;
}

/** Where a clip that begins at a moment ends at the latest. */
export function endOfClip({ toMs, maxMs }: ClipWish, startMs: number): number {
  return Math.min(toMs, startMs + maxMs);
}

/** Asked again and again while a clip is made. */
export function watchOver({ withinMs }: ClipWish): () => void {
  const deadline = performance.now() + withinMs;
  return () => {
    if (performance.now() > deadline) throw new MediaRefusal('took_too_long');
  };
}
