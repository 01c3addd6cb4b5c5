import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { newId } from '../../../src/kernel/index.js';
import { inABucket, KEY, onDisk, type Place } from './places.js';
import { StorageWorld } from './storage-world.js';

const SOME = randomBytes(200_000);
const gone = { code: 'not_found', status: 404 };

const places: [string, () => Promise<Place>][] = [
  ['on disk', () => onDisk()],
  ['on disk, encrypted', () => onDisk({ STORAGE_KEY: KEY })],
  ['in an S3 bucket', inABucket],
];

describe.each(places)('a file %s', (_, place) => {
  let world: StorageWorld;
  beforeAll(async () => {
    world = await StorageWorld.on(await place());
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('comes back as it was, with its size and hash', async () => {
    const stored = await world.put(Readable.from([SOME.subarray(0, 70_000), SOME.subarray(70_000)]), { subject: newId() });
    expect(stored).toMatchObject({ bytes: SOME.length, sha256: createHash('sha256').update(SOME).digest('hex'), contentType: 'video/webm' });
    expect((await world.read(stored.id)).equals(SOME)).toBe(true);
    expect(await world.store.find(world.db.alone, stored.id)).toEqual(stored);
  });

  it('comes back in any part that is asked for', async () => {
    const { id } = await world.put(SOME);
    // s3rver takes `bytes=0-0` for no range at all, which real stores do not.
    for (const [start, end] of [[0, 1], [1, 1], [0, 65_535], [65_536, 65_536], [65_530, 131_080], [199_999, 199_999], [150_000], [100, 999_999]] as const) {
      const part = await world.read(id, { start, ...(end === undefined ? {} : { end }) });
      expect(part.equals(SOME.subarray(start, end === undefined ? undefined : end + 1))).toBe(true);
    }
    await expect(world.read(id, { start: 200_000 })).rejects.toThrow(RangeError);
  });

  it('follows others in a row, in the order that is asked for, and none is passed over that is not there', async () => {
    const [first, empty, last] = [await world.put(SOME), await world.put(Buffer.alloc(0)), await world.put(SOME.subarray(5, 70_000))];
    const inARow = async (ids: string[]): Promise<Buffer> => {
      const pieces: Buffer[] = [];
      for await (const piece of world.store.readInARow(world.db.alone, ids)) pieces.push(Buffer.from(piece));
      return Buffer.concat(pieces);
    };
    expect((await inARow([last.id, empty.id, first.id])).equals(Buffer.concat([SOME.subarray(5, 70_000), SOME]))).toBe(true);
    await expect(inARow([first.id, newId()])).rejects.toMatchObject(gone);
    await world.database.query('update storage.object set bytes = bytes + 1 where id = $1', [first.id]);
    await expect(inARow([first.id])).rejects.toThrow();
  });

  it('is streamed over HTTP from our own origin, whole or in the part a player asks for, and not a second too long', async () => {
    const { id } = await world.put(SOME);
    const server = createServer((request, response) => {
      void world.store.serve(world.db.alone, id, request.headers.range).then(
        ({ status, headers, stream }) => (stream ? stream.pipe(response.writeHead(status, headers)) : response.writeHead(status, headers).end()),
        ({ status }: { status: number }) => response.writeHead(status).end(),
      );
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const ask = async (range?: string) => {
      const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers: range ? { range } : {} });
      return { status: answer.status, says: answer.headers.get('content-range'), bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    expect(await ask()).toEqual({ status: 200, says: null, bytes: SOME });
    expect(await ask('bytes=65530-131080')).toEqual({ status: 206, says: 'bytes 65530-131080/200000', bytes: SOME.subarray(65_530, 131_081) });
    expect(await ask('bytes=-500')).toEqual({ status: 206, says: 'bytes 199500-199999/200000', bytes: SOME.subarray(199_500) });
    expect(await ask('bytes=200000-')).toMatchObject({ status: 416, says: 'bytes */200000' });
    await world.database.moveClock('2 hours');
    expect(await ask('bytes=0-9')).toMatchObject({ status: 404 });
    await new Promise((resolve) => { server.close(resolve); });
  });

  it('may be empty', async () => {
    const { id, bytes } = await world.put(Buffer.alloc(0));
    expect(bytes).toBe(0);
    expect(await world.read(id)).toHaveLength(0);
  });

  it('is not there from the second on at which it expires, and then its bytes and its row go', async () => {
    const kept = await world.put(SOME, { expiresAt: await world.inSeconds(7200) });
    const { id } = await world.put(SOME);
    await world.database.moveClock('59 minutes 50 seconds');
    expect(await world.read(id)).toHaveLength(SOME.length);
    expect(await world.sweep.run()).toBe(0);
    await world.database.moveClock('10 seconds');
    await expect(world.read(id)).rejects.toMatchObject(gone);
    await expect(world.store.find(world.db.alone, id)).rejects.toMatchObject(gone);
    await expect(world.store.keepUntil(world.db.alone, id, await world.inSeconds(60))).rejects.toMatchObject(gone);
    expect(await world.sweep.run()).toBe(1);
    expect([await world.lying(), await world.rows()]).toEqual([[kept.id], [kept.id]]);
  });

  it('stays longer when its end was moved', async () => {
    const { id } = await world.put(SOME);
    await world.store.keepUntil(world.db.alone, id, await world.inSeconds(7200));
    await world.database.moveClock('90 minutes');
    expect(await world.sweep.run()).toBe(0);
    expect(await world.read(id)).toHaveLength(SOME.length);
  });

  it('is not there once its removal is committed, and stays when it is rolled back', async () => {
    const { id } = await world.put(SOME);
    await expect(world.db.transaction(async (tx) => {
      await world.store.remove(tx, id);
      await expect(world.store.find(tx, id)).rejects.toMatchObject(gone);
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await world.read(id)).toHaveLength(SOME.length);
    await world.db.transaction((tx) => world.store.remove(tx, id));
    await expect(world.read(id)).rejects.toMatchObject(gone);
    const woken = await world.database.query(`select from jobs.outbox where name = 'storage.expire'`);
    expect(woken).toHaveLength(1);
    await world.sweep.run();
    expect([await world.lying(), await world.rows()]).toEqual([[], []]);
  });

  it('is refused when it is larger than it may be, and nothing of it is kept', async () => {
    await expect(world.put(Readable.from([SOME, SOME]), { maxBytes: 399_999 })).rejects.toMatchObject({ code: 'storage.too_large', status: 413 });
    await expect(world.put(SOME, { maxBytes: SOME.length })).resolves.toMatchObject({ bytes: SOME.length });
    await world.sweep.run();
    expect(await world.lying()).toEqual(await world.rows());
    expect(await world.rows()).toHaveLength(1);
  });

  it('is not kept when sending it broke off', async () => {
    const broken = Readable.from((function* () {
      yield SOME;
      throw new Error('the connection was lost');
    })());
    await expect(world.put(broken)).rejects.toThrow('the connection was lost');
    const hangsUp = new Readable({ read: () => undefined });
    const wish = { subject: null, owner: 'x', contentType: 'x', expiresAt: await world.inSeconds(60), maxBytes: 9, body: hangsUp };
    const sending = world.store.put(wish);
    hangsUp.destroy(new Error('the sender hung up'));
    await expect(sending).rejects.toThrow(/hung up|closed|Premature/i);
    await expect(world.store.put(wish)).rejects.toThrow(/hung up|closed|Premature/i);
    await world.sweep.run();
    expect([await world.lying(), await world.rows()]).toEqual([[], []]);
  });

  it('is not there when the server was killed before it was whole, and what was left goes after an hour', async () => {
    const end = await world.inSeconds(86_400);
    const [withBytes, without] = [newId(), newId()];
    for (const id of [withBytes, without]) {
      await world.objects.begin(world.db.alone, id, { subject: null, owner: 'x', contentType: 'x', expiresAt: end, body: SOME, maxBytes: 1 }, world.vaults.seals);
    }
    await world.vaults.writing.write(withBytes, Readable.from([SOME]));
    await expect(world.read(withBytes)).rejects.toMatchObject(gone);
    await world.database.moveClock('59 minutes');
    expect(await world.sweep.run()).toBe(0);
    await world.database.moveClock('1 minute');
    expect(await world.sweep.run()).toBe(2);
    expect([await world.lying(), await world.rows()]).toEqual([[], []]);
  });

  it('that nobody knows of goes after a day, and one that has lost its bytes is counted', async () => {
    const stray = newId();
    const known = await world.put(SOME);
    await world.vaults.writing.write(stray, Readable.from([SOME]));
    expect(await world.reconciliation.run()).toMatchObject({ strays: 0, missing: 0 });
    await world.store.keepUntil(world.db.alone, known.id, await world.inSeconds(200_000));
    await world.database.moveClock('24 hours 1 minute');
    expect(await world.reconciliation.run()).toMatchObject({ strays: 1, missing: 0 });
    expect(await world.lying()).toEqual([known.id]);
    await world.vaults.writing.delete(known.id);
    expect(await world.reconciliation.run()).toMatchObject({ strays: 0, missing: 1 });
  });

  it('is found by its id only, never by a name that leads elsewhere', async () => {
    for (const name of ['', 'x', '../../etc/passwd', `${newId()}/..`]) {
      await expect(world.store.find(world.db.alone, name)).rejects.toMatchObject(gone);
      await expect(async () => world.vaults.writing.write(name, Readable.from([SOME]))).rejects.toThrow(/by its id only/);
    }
  });
});
