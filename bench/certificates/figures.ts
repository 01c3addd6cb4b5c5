/** Processor milliseconds of one piece of work, ours and what it is held against. */
export interface Figures {
  readonly name: string;
  readonly ours: { readonly p50: number; readonly p95: number };
  readonly theirs: { readonly p50: number; readonly p95: number };
  /** Ours by theirs, of the medians. */
  readonly ratio: number;
}

type Work = (round: number) => Promise<unknown>;

/** Both in turns, so that whatever else the machine does falls on both alike. */
export async function inTurns(name: string, rounds: number, ours: Work, theirs: Work): Promise<Figures> {
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  const warm = Math.ceil(rounds / 2);
  for (let round = -warm; round < rounds; round += 1) {
    const [one, other] = round % 2 === 0 ? [await processorTime(ours, round), await processorTime(theirs, round)] : [await processorTime(theirs, round), await processorTime(ours, round)].reverse();
    if (round < 0) continue;
    times.ours.push(one ?? 0);
    times.theirs.push(other ?? 0);
  }
  const [own, their] = [spread(times.ours), spread(times.theirs)];
  return { name, ours: own, theirs: their, ratio: own.p50 / their.p50 };
}

async function processorTime(work: Work, round: number): Promise<number> {
  const before = process.cpuUsage();
  await work(round);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function spread(times: readonly number[]): Figures['ours'] {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
