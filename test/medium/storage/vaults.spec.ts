import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { newId } from '../../../src/kernel/index.js';
import { keyOf } from '../../../src/platform/storage/object-key.js';
import { Vaults } from '../../../src/platform/storage/vaults.js';
import { inABucket, KEY, onDisk } from './places.js';
import { StorageWorld } from './storage-world.js';

const TEXT = Buffer.from('what I said in my interview. '.repeat(8_000));
let world: StorageWorld;
afterEach(() => world.close());

describe('the folder on disk', () => {
  it('may be entered by its own user only', async () => {
    world = await StorageWorld.on(await onDisk());
    const { id } = await world.put(TEXT);
    expect(statSync(join(world.place.folder, keyOf(id))).mode & 0o777).toBe(0o600);
    expect(statSync(join(world.place.folder, id.slice(-2))).mode & 0o777).toBe(0o700);
  });

  it('that is full refuses new files and says so', async () => {
    world = await StorageWorld.on(await onDisk());
    const id = newId();
    mkdirSync(join(world.place.folder, id.slice(-2)));
    symlinkSync('/dev/full', join(world.place.folder, keyOf(id)));
    await expect(world.vaults.writing.write(id, Readable.from([TEXT]))).rejects.toMatchObject({ code: 'storage.full', status: 507 });
  });

  it('has files that were not ours left alone', async () => {
    world = await StorageWorld.on(await onDisk());
    const { id } = await world.put(TEXT);
    const note = join(world.place.folder, id.slice(-2), 'note.txt');
    writeFileSync(note, 'from the operator');
    await world.database.moveClock('3 days');
    await world.sweep.run();
    await world.reconciliation.run();
    expect(readFileSync(note, 'utf8')).toBe('from the operator');
    expect(await world.lying()).toEqual([]);
  });
});

describe('the encrypted folder', () => {
  const file = (id: string): string => join(world.place.folder, keyOf(id));
  beforeEach(async () => {
    world = await StorageWorld.on(await onDisk({ STORAGE_KEY: KEY }));
  });

  it('shows nothing of what lies in it', async () => {
    const { id } = await world.put(TEXT);
    expect(readFileSync(file(id)).includes('interview')).toBe(false);
    expect((await world.read(id)).equals(TEXT)).toBe(true);
  });

  it.each([0, 20, 70_000, 100_000])('refuses a file in which byte %d was changed', async (position) => {
    const { id } = await world.put(TEXT);
    const bytes = readFileSync(file(id));
    bytes[position]! ^= 1;
    writeFileSync(file(id), bytes);
    await expect(world.read(id)).rejects.toThrow();
  });

  it('refuses a file whose pieces changed places', async () => {
    const { id } = await world.put(TEXT);
    const bytes = readFileSync(file(id));
    const frame = 65_536 + 28;
    writeFileSync(file(id), Buffer.concat([bytes.subarray(frame, 2 * frame), bytes.subarray(0, frame), bytes.subarray(2 * frame)]));
    await expect(world.read(id)).rejects.toThrow();
  });

  it('goes on working when a damaged file is opened and read only later', async () => {
    const { id } = await world.put(TEXT);
    writeFileSync(file(id), randomBytes(statSync(file(id)).size));
    const { stream } = await world.store.open(world.db.alone, id);
    await setTimeout(50);
    await expect(buffer(stream)).rejects.toThrow();
  });

  it('refuses a file put in the place of another, and one that was cut off', async () => {
    const [mine, theirs, cut] = [await world.put(TEXT), await world.put(TEXT), await world.put(TEXT)];
    renameSync(file(theirs.id), file(mine.id));
    await expect(world.read(mine.id)).rejects.toThrow();
    truncateSync(file(cut.id), 2 * (65_536 + 28));
    await expect(world.read(cut.id)).rejects.toThrow(/shorter than it was/);
  });

  it('opens what was stored before there was a key, and says so when the key is gone', async () => {
    const plain = { ...world.place.settings, STORAGE_KEY: undefined };
    const unsealed = world.storeIn(await Vaults.of(plain));
    const old = await unsealed.put({ subject: null, owner: 'x', contentType: 'x', expiresAt: await world.inSeconds(60), maxBytes: 1e6, body: TEXT });
    expect((await world.read(old.id)).equals(TEXT)).toBe(true);
    const { id } = await world.put(TEXT);
    await expect(unsealed.open(world.db.alone, id)).rejects.toMatchObject({ code: 'storage.key_missing', status: 503 });
  });
});

describe('the bucket', () => {
  it('[MO16] [MR17] at any S3-compatible endpoint takes a recording of 20 MB in parts, and asks for encryption each time', async () => {
    world = await StorageWorld.on(await inABucket());
    const recording = randomBytes(20 * 1024 * 1024);
    const { id, bytes } = await world.put(Readable.from(chunksOf(recording, 300_000)));
    expect(bytes).toBe(recording.length);
    expect((await world.read(id, { start: 8_388_600, end: 8_388_700 })).equals(recording.subarray(8_388_600, 8_388_701))).toBe(true);
    await world.put(TEXT);
    expect(world.place.encryptionAskedFor).toEqual(['AES256', 'AES256']);
  });

  it('that cannot be reached is said to be away for a while, and what is due goes when it is back', async () => {
    world = await StorageWorld.on(await inABucket());
    const { id } = await world.put(TEXT);
    await world.db.transaction((tx) => world.store.remove(tx, id));
    const away = await Vaults.of({ ...world.place.settings, S3_ENDPOINT: 'http://127.0.0.1:9' });
    await expect(world.sweepOf(away).run()).rejects.toThrow('1 objects could not be deleted yet');
    await expect(world.storeIn(away).put({
      subject: null, owner: 'x', contentType: 'x', expiresAt: await world.inSeconds(60), maxBytes: 1e6, body: TEXT,
    })).rejects.toMatchObject({ code: 'storage.unavailable', status: 503 });
    expect([await world.lying(), (await world.rows()).length]).toEqual([[id], 2]);
    expect(await world.sweep.run()).toBe(2);
    expect([await world.lying(), await world.rows()]).toEqual([[], []]);
  });
});

function* chunksOf(whole: Buffer, size: number): Generator<Buffer> {
  for (let from = 0; from < whole.length; from += size) yield whole.subarray(from, from + size);
}
