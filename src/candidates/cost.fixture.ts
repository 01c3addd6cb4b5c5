/** How many times as long something takes as something harmless of the same size. The quickest of three each, in turn: both are on the same machine, busy or not. */
export function timesTheCost(of: () => unknown, harmless: () => unknown): number {
  let [least, leastHarmless] = [Infinity, Infinity];
  for (let count = 0; count < 3; count += 1) {
    leastHarmless = Math.min(leastHarmless, took(harmless));
    least = Math.min(least, took(of));
  }
  return least / leastHarmless;
}

function took(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
