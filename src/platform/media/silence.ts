import { type Moment } from './moments.js';

// A microphone that gives nothing (muted, no permission of the system, a dead device) is coded in 135 bytes a second by
// Chromium's Opus and in under 500 by AAC; the quietest room takes 3,400, speech at Opus's lowest rate 750.
const LEAST_BYTES_A_SECOND = 600;

/** Whether no second of the sound holds more than digital silence. It does not tell speech from noise: that is not the container's to know. */
export function isSilent(sound: readonly Moment[]): boolean {
  const seconds = new Map<number, number>();
  for (const { at, data } of sound) seconds.set(Math.floor(at), (seconds.get(Math.floor(at)) ?? 0) + data.length);
  return [...seconds.values()].every((bytes) => bytes < LEAST_BYTES_A_SECOND);
}
