import { type Cue } from '../replay/align.js';

/** What is said in a part of a recording, with times that begin with the part. */
export function cuesWithin(cues: readonly Cue[], fromMs: number, durationMs: number): Cue[] {
  return cues
    .map((cue) => ({ ...cue, startMs: Math.max(0, cue.startMs - fromMs), endMs: Math.min(durationMs, cue.endMs - fromMs) }))
    .filter(({ startMs, endMs }) => endMs > startMs);
}
