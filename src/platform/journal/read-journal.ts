import { type FactDefinition } from './fact.js';
import { type JournalLine } from './journal-line.js';
import { type JournalPlace } from './journal-place.js';

/** Each line once, the oldest first. */
export async function readJournal(place: JournalPlace): Promise<{ lines: JournalLine[]; unreadable: number }> {
  const lines = new Map<string, JournalLine>();
  let unreadable = 0;
  for await (const line of place.lines()) {
    if (line) lines.set(line.id, line);
    else unreadable += 1;
  }
  return { lines: [...lines.values()].sort(byMoment), unreadable };
}

/** The ids of those lines that count: of each thing whose state they tell, the last one. */
export function lastOnes(lines: readonly (JournalLine & { readonly fact: FactDefinition })[]): ReadonlySet<string> {
  const last = new Map<string, string>();
  for (const { id, kind, ids, fact: { lastOf } } of lines) last.set(lastOf.length === 0 ? id : [kind, ...lastOf.map((name) => ids[name])].join(' '), id);
  return new Set(last.values());
}

/** Facts of one transaction have one moment, and ids that follow each other. */
function byMoment(one: JournalLine, other: JournalLine): number {
  return order(one.at, other.at) || order(one.id, other.id);
}

function order(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
