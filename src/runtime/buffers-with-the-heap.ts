import { setFlagsFromString } from 'node:v8';

/** The first V8 that knows the setting; Node 24 brings it. */
const KNOWN_SINCE = 13;

/**
 * Lets bytes outside of V8's heap count towards its own limit. Left alone, V8 looks through the whole heap whenever a few
 * megabytes of them have come and gone: for each recording that is joined, which then costs half as much again.
 */
export function countBuffersWithTheHeap(): void {
  if (Number.parseInt(process.versions.v8, 10) >= KNOWN_SINCE) setFlagsFromString('--external-memory-accounted-in-global-limit');
}
