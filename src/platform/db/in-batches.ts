import { setTimeout as pause } from 'node:timers/promises';

/**
 * How many times as long as its last batch a sweep rests, so that whoever reads meanwhile hardly notices it: nothing is late,
 * since what is over was invisible before. After `longestMs` it leaves the rest to its next tick, so that other sweeps have
 * their turn; that is less than half of what any sweep is given.
 */
export const pace = { rest: 6, longestMs: 25_000 };

/**
 * Has `take` do what is due, up to `size` at a time in a transaction of its own, until it finds fewer: it gives how many it
 * found. A sweep that is told to stop does so after its batch.
 */
export async function inBatches(size: number, take: () => Promise<number>, signal?: AbortSignal): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const from = performance.now();
    if ((await take()) < size) return;
    const rest = (performance.now() - from) * pace.rest;
    if (signal?.aborted || performance.now() + rest - begun > pace.longestMs) return;
    await pause(rest);
  }
}
