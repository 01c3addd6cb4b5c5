import { setTimeout as pause } from 'node:timers/promises';
import { keepFlipping } from './flipping.js';
import { keepReading, type Seen } from './reading.js';
import { type Stage } from './stage.js';
import { lateCache } from './wire.js';

export const CANDIDATES = 20;
export const READERS = 4;
/** Requests each reader has under way at a time. */
const AT_ONCE = 2;
const LIFT_EVERY_MS = 150;

export interface LeakReport extends Seen {
  readonly withdrawals: number;
  readonly seconds: number;
}

/**
 * Twenty people switch their consent on, take a field back and switch it off while four recruiters look at them through two server processes. A leak is
 * an answer that shows or counts somebody, or a field, whose withdrawal was acknowledged before the request began. `cacheMs` plants one.
 */
export async function checkLeaks(stage: Stage, { seconds, cacheMs = 0 }: { readonly seconds: number; readonly cacheMs?: number }): Promise<LeakReport> {
  const people = stage.candidates.map(({ person }) => person);
  const seen: Seen = { reads: 0, byKind: {}, exportedRows: 0, leaks: [] };
  const end = Date.now() + seconds * 1000;
  const through = cacheMs > 0 ? lateCache(cacheMs) : null;
  const readers = stage.recruiters.flatMap((send) => Array.from({ length: AT_ONCE }, () => (through ? through(send) : send)));
  const [withdrawals] = await Promise.all([
    Promise.all(stage.candidates.map((candidate) => keepFlipping(candidate, end))),
    ...readers.map((send) => keepReading(send, people, seen, end)),
    keepLifting(stage, end),
  ]);
  return { ...seen, withdrawals: withdrawals.reduce((sum, count) => sum + count, 0), seconds };
}

async function keepLifting(stage: Stage, end: number): Promise<void> {
  while (Date.now() < end) {
    await stage.lift();
    await pause(LIFT_EVERY_MS);
  }
}
