import { z } from 'zod';
import { type JournalLine } from './journal-line.js';
import { lastOnes, readJournal } from './read-journal.js';

const each = { kind: 'test.deleted', ids: z.object({ thing: z.string() }), lastOf: [] };
const state = { kind: 'test.stands', ids: z.object({ thing: z.string() }), lastOf: ['thing'] };
const line = (id: string, at: string, kind: string, thing: string): JournalLine => ({ id, at, kind, ids: { thing } });
const place = (lines: readonly (JournalLine | null)[]) => ({
  says: 'nowhere', exists: () => Promise.resolve(true), append: () => Promise.resolve(), forget: () => Promise.resolve(),
  async *lines() { yield* await Promise.resolve(lines); },
});

describe('what the journal says', () => {
  it('is read once each, the oldest first, and in the order of one transaction', async () => {
    const [first, second, third] = [line('1', '2026-11-22T08:00:00.000Z', 'a', 'x'), line('2', '2026-11-22T09:00:00.000Z', 'a', 'x'), line('3', '2026-11-22T09:00:00.000Z', 'a', 'x')];
    expect(await readJournal(place([third, second, null, first, second]))).toEqual({ lines: [first, second, third], unreadable: 1 });
  });

  it('counts all of it that happened, and of what stands the last word alone', () => {
    const told = [line('1', 'x', each.kind, 'a'), line('2', 'x', state.kind, 'a'), line('3', 'x', state.kind, 'b'), line('4', 'x', each.kind, 'a'), line('5', 'x', state.kind, 'a')]
      .map((one) => ({ ...one, fact: one.kind === each.kind ? each : state }));
    expect([...lastOnes(told)].sort()).toEqual(['1', '3', '4', '5']);
  });
});
