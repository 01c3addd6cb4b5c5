import { appendFileSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../../src/kernel/index.js';
import { type JournalLine } from '../../../src/platform/journal/journal-line.js';
import { journalPlace } from '../../../src/platform/journal/journal-place.js';
import { inABucket, onDisk, type Place } from './places.js';

const line = (at: string): JournalLine => ({ id: newId(), at, kind: 'accounts.purged', ids: { accountId: newId() } });
const folder = mkdtempSync(join(tmpdir(), 'viva-journal-'));
const all = async (place: Place): Promise<(JournalLine | null)[]> => {
  const lines: (JournalLine | null)[] = [];
  for await (const each of (await journalPlace(place.settings)).lines()) lines.push(each);
  return lines;
};

describe.each([['a folder', () => onDisk({ JOURNAL_DIR: folder })], ['a bucket', inABucket]] as const)('the journal in %s', (where, open) => {
  let place: Place;
  beforeAll(async () => { place = await open(); });
  afterAll(() => place.close());

  it('gives back what was written, day by day, and forgets whole days', async () => {
    const journal = await journalPlace(place.settings);
    // An empty bucket may be the wrong one, and a folder that is not there is.
    if (where === 'a bucket') expect(await journal.exists()).toBe(false);
    const [old, last, next] = [line('2026-10-01T23:59:59.999Z'), line('2026-11-21T08:00:00.000Z'), line('2026-11-22T00:00:00.000Z')];
    for (const each of [old, last, next]) await journal.append(each);
    await journal.append(next);
    expect(await journal.exists()).toBe(true);
    const found = await all(place);
    expect([...new Map(found.map((each) => [each?.id, each])).values()].toSorted((a, b) => (a!.at < b!.at ? -1 : 1))).toEqual([old, last, next]);
    await journal.forget('2026-11-21');
    expect(new Set((await all(place)).map((each) => each?.id))).toEqual(new Set([last.id, next.id]));
  });
});

describe('the journal in a folder', () => {
  it('is none where there is no folder, which is not the same as nobody having been deleted', async () => {
    const place = await onDisk({ JOURNAL_DIR: join(folder, 'elsewhere') });
    const journal = await journalPlace(place.settings);
    expect([await journal.exists(), await all(place)]).toEqual([false, []]);
    await place.close();
  });

  it('is for its own user only, and loses one line and no other to a power cut in the middle of it', async () => {
    const place = await onDisk({ JOURNAL_DIR: mkdtempSync(join(tmpdir(), 'viva-journal-')) });
    const journal = await journalPlace(place.settings);
    const [first, second] = [line('2026-11-22T08:00:00.000Z'), line('2026-11-22T08:00:01.000Z')];
    await journal.append(first);
    const file = join(place.settings.JOURNAL_DIR ?? '', '2026-11-22.jsonl');
    appendFileSync(file, '\n{"id":"019a');
    await journal.append(second);
    expect(await all(place)).toEqual([first, null, second]);
    expect(readdirSync(place.settings.JOURNAL_DIR ?? '').map((name) => statSync(join(place.settings.JOURNAL_DIR ?? '', name)).mode & 0o777)).toEqual([0o600]);
    await place.close();
  });
});
