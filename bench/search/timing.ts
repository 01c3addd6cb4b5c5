/** Times of one thing in milliseconds, with the two that are told. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly count: number;
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
  return { p50: at(0.5), p95: at(0.95), count: sorted.length };
}

/** Runs everything in turns, so that whatever else happens on the machine happens to all of it alike. */
export async function inTurns<Name extends string>(rounds: number, runs: Readonly<Record<Name, () => Promise<unknown>>>): Promise<Record<Name, Times>> {
  const names = Object.keys(runs) as Name[];
  const measured = new Map(names.map((name) => [name, [] as number[]]));
  for (const name of names) for (let warm = 0; warm < Math.min(10, rounds); warm += 1) await runs[name]();
  for (let turn = 0; turn < rounds; turn += 1) {
    // Begun with another one each time, so that none always runs right after the same.
    for (let step = 0; step < names.length; step += 1) {
      const name = names[(turn + step) % names.length]!;
      measured.get(name)?.push(await timed(runs[name]));
    }
  }
  return Object.fromEntries(names.map((name) => [name, timesOf(measured.get(name) ?? [])])) as Record<Name, Times>;
}

export const round = (value: number): number => Math.round(value * 1000) / 1000;
