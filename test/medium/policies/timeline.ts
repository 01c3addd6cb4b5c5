import { type World } from '../../support/world.js';

/** Something that is kept for a while. */
export interface Thing {
  readonly name: string;
  /** When it must be gone; null when it stays until somebody deletes it. */
  readonly end: Date | null;
  readonly isSeen: () => Promise<boolean>;
  /** The rows it consists of, as `from … where …`. */
  readonly rows: string;
}

const A_MOMENT_MS = 20_000;
const TWO_WEEKS_MS = 14 * 86_400_000;

/** Goes through the ends of things in their order: each is seen until it comes, from that second on not, and gone after the sweeps, which run when no other end is near. */
export async function outlive(world: World, things: readonly Thing[], onMove: () => Promise<void>): Promise<void> {
  const left = async ({ rows }: Thing): Promise<number> => (await world.database.query<{ count: number }>(`select count(*)::int as count ${rows}`))[0]!.count;
  const at = async (moment: Date): Promise<void> => {
    await world.database.query('insert into clock.shift as shift (by) values ($1::timestamptz - now()) on conflict (only_row) do update set by = excluded.by', [moment]);
    await onMove();
  };
  const ending = things.flatMap((thing) => (thing.end ? [{ thing, end: thing.end }] : [])).sort((one, other) => Number(one.end) - Number(other.end));
  for (const [index, { thing, end }] of ending.entries()) {
    await at(new Date(Number(end) - A_MOMENT_MS));
    expect([thing.name, 'is seen', await thing.isSeen()]).toEqual([thing.name, 'is seen', true]);
    await at(end);
    expect([thing.name, 'is seen', await thing.isSeen()]).toEqual([thing.name, 'is seen', false]);
    const next = ending[index + 1];
    if (next && Number(next.end) - Number(end) < TWO_WEEKS_MS) continue;
    await at(new Date(Number(end) + 2 * 60_000));
    await world.settle();
    for (const { thing: gone } of ending.slice(0, index + 1)) expect([gone.name, 'rows', await left(gone)]).toEqual([gone.name, 'rows', 0]);
  }
  for (const thing of things.filter(({ end }) => end === null)) expect([thing.name, 'is seen', await thing.isSeen()]).toEqual([thing.name, 'is seen', true]);
}
