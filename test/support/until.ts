import { setTimeout as pause } from 'node:timers/promises';

/** Looks until there is something to see; an error that says what was awaited when it takes too long. */
export async function until<T>(what: string, look: () => Promise<T | null | false>, boundMs = 120_000): Promise<T> {
  const end = Date.now() + boundMs;
  // Soon at first; what takes longer is not made slower by being looked at all the time.
  for (let wait = 15; ; wait = Math.min(wait * 1.4, 200)) {
    const found = await look().catch(() => null);
    if (found) return found;
    if (Date.now() > end) throw new Error(`Not within ${boundMs / 1000} s: ${what}`);
    await pause(wait);
  }
}
