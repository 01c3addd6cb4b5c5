import { jest } from '@jest/globals';
import { ChunkKeeper } from './chunk-keeper.js';
import { Server } from './chunk-server.fixture.js';
import { ChunkMemory } from './chunk-store.js';

const TAKE = 'a take';
const piece = new Blob(['two seconds']);
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** Says when somebody signs out. */
class Emptied extends ChunkMemory {
  empty: () => void = () => undefined;
  whenEmptied(listener: () => void): void { this.empty = listener; }
}

describe('the keeper of recorded pieces', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-21T14:02:00Z') }));
  afterEach(() => jest.useRealTimers());

  function recording(server = new Server(), store = new ChunkMemory()) {
    const keeper = new ChunkKeeper(server, store);
    const record = (...seqs: number[]): void => seqs.forEach((seq) => keeper.add(TAKE, 0, seq, piece));
    return { server, store, keeper, record };
  }

  it('sends each piece as it comes and says when the last one was saved', async () => {
    const { server, keeper, record } = recording();
    expect(keeper.read(TAKE)).toEqual({ takeId: TAKE, state: 'idle', waiting: 0, savedAt: null });
    record(0);
    expect(keeper.read(TAKE).state).toBe('sending');
    await pass(0);
    expect(server.parts).toEqual([[0]]);
    expect(keeper.read(TAKE)).toEqual({ takeId: TAKE, state: 'saved', waiting: 0, savedAt: Date.parse('2026-11-21T14:02:00Z') });
    expect(keeper.unsafe()).toBe(0);
  });

  it('keeps what is recorded while the network is away, and sends it in order once it is back', async () => {
    const { server, keeper, record } = recording();
    server.down = true;
    record(0, 1, 2);
    await pass(20_000);
    expect(keeper.read(TAKE)).toMatchObject({ state: 'waiting_for_network', waiting: 3 });
    expect(keeper.unsafe()).toBe(1);
    server.down = false;
    record(3);
    await pass(0);
    expect(server.order).toEqual(['0.0', '0.1', '0.2', '0.3']);
    expect(keeper.read(TAKE)).toMatchObject({ state: 'saved', waiting: 0 });
  });

  it('tries by itself, less and less often, and at once when told that the network is back', async () => {
    const { server, keeper, record } = recording();
    server.down = true;
    let tries = 0;
    const send = server.send.bind(server);
    server.send = (...given) => { tries += 1; return send(...given); };
    record(0);
    await pass(59_999);
    expect(tries).toBe(6);
    await pass(60_000);
    expect(tries).toBe(8);
    server.down = false;
    keeper.wake();
    await pass(0);
    expect(server.parts).toEqual([[0]]);
  });

  it('says nothing else than that it waits, however often it tries in vain', async () => {
    const { server, keeper, record } = recording();
    server.down = true;
    record(0);
    await pass(0);
    const states = new Set<string>();
    keeper.subscribe(() => states.add(keeper.read(TAKE).state));
    record(1);
    await pass(60_000);
    expect([...states]).toEqual(['waiting_for_network']);
  });

  it('sends after a reload what was left in the browser, and confirms the end that had been asked for', async () => {
    const { server, store, keeper, record } = recording();
    record(0);
    await pass(0);
    server.down = true;
    record(1, 2);
    keeper.complete(TAKE);
    await pass(0);
    jest.clearAllTimers();
    server.down = false;
    const reloaded = new ChunkKeeper(server, store);
    expect(await reloaded.left()).toEqual([TAKE]);
    expect(await reloaded.resume(TAKE)).toBe(1);
    await pass(0);
    expect(server.order).toEqual(['0.0', '0.1', '0.2']);
    expect(server.whole).toEqual([3]);
    expect(reloaded.read(TAKE).state).toBe('done');
    expect(await reloaded.left()).toEqual([]);
  });

  it('does not end a take after a reload by itself, so that it can be gone on with in a further part', async () => {
    const { server, store, record } = recording();
    record(0, 1);
    await pass(0);
    const reloaded = new ChunkKeeper(server, store);
    expect(await reloaded.resume(TAKE)).toBe(1);
    await pass(60_000);
    expect(reloaded.read(TAKE)).toMatchObject({ state: 'saved', waiting: 0 });
    expect(server.order).toEqual(['0.0', '0.1']);
    expect(server.state).toBe('recording');
    reloaded.add(TAKE, 1, 0, piece);
    reloaded.complete(TAKE);
    await pass(0);
    expect(server.whole).toEqual([2, 1]);
  });

  it('leaves nothing in the browser of a take that was confirmed or deleted elsewhere meanwhile', async () => {
    for (const change of [{ state: 'sent' as const }, { takesNothing: true }]) {
      const { server, store, record } = recording();
      record(0);
      await pass(0);
      Object.assign(server, change);
      const reloaded = new ChunkKeeper(server, store);
      await reloaded.resume(TAKE);
      await pass(0);
      expect(await reloaded.left()).toEqual([]);
      expect(server.order).toEqual(['0.0']);
    }
  });

  it('confirms on another device what it never had itself, up to the first piece that is not there', async () => {
    const { server, keeper } = recording();
    server.parts.push([0, 1, 2, 4]);
    keeper.add(TAKE, 1, 0, piece);
    keeper.complete(TAKE);
    await pass(0);
    expect(server.whole).toEqual([3, 1]);
  });

  it('is not put out by an answer that got lost: the same piece twice is one piece, the same end one end', async () => {
    const { server, keeper, record } = recording();
    server.answersAreLost = true;
    record(0);
    await pass(0);
    expect(server.parts).toEqual([[0]]);
    server.answersAreLost = false;
    await pass(1_000);
    expect(server.order).toEqual(['0.0', '0.0']);
    server.answersAreLost = true;
    keeper.complete(TAKE);
    await pass(0);
    expect(keeper.read(TAKE).state).toBe('waiting_for_network');
    await pass(1_000);
    expect(server).toMatchObject({ parts: [[0]], whole: [1] });
    expect(keeper.read(TAKE).state).toBe('done');
  });

  it('sends again what the server has lost, though it had said that it had it', async () => {
    const { server, keeper, record } = recording();
    record(0, 1, 2);
    await pass(0);
    server.parts[0] = [0, 2];
    keeper.complete(TAKE);
    await pass(0);
    expect(server.order).toEqual(['0.0', '0.1', '0.2', '0.1']);
    expect(server.whole).toEqual([3]);
  });

  it('confirms the end only when every piece is there', async () => {
    const { server, keeper, record } = recording();
    record(0);
    await pass(0);
    server.down = true;
    record(1);
    keeper.complete(TAKE);
    await pass(5_000);
    expect(server.state).toBe('recording');
    server.down = false;
    await pass(30_000);
    expect(server.whole).toEqual([2]);
  });

  it('stops and leaves nothing in the browser once the consent is taken back', async () => {
    const { server, store, keeper, record } = recording();
    record(0);
    await pass(0);
    server.takesNothing = true;
    record(1, 2);
    await pass(0);
    expect(keeper.read(TAKE)).toMatchObject({ state: 'refused', waiting: 0 });
    server.takesNothing = false;
    record(3);
    keeper.complete(TAKE);
    await pass(60_000);
    expect(server.order).toEqual(['0.0']);
    expect(await store.takes()).toEqual([]);
  });

  it('leaves nothing in the browser of a take that was thrown away, and sends no more of it', async () => {
    const { server, store, keeper, record } = recording();
    server.down = true;
    record(0, 1);
    await pass(0);
    await keeper.forget(TAKE);
    server.down = false;
    await pass(60_000);
    expect(server.order).toEqual([]);
    expect(await store.takes()).toEqual([]);
    expect(keeper.read(TAKE).state).toBe('idle');
  });

  it('sends nothing more, and keeps nothing, once somebody has signed out', async () => {
    const store = new Emptied();
    const { server, keeper, record } = recording(new Server(), store);
    record(0);
    await pass(0);
    server.down = true;
    record(1);
    await pass(0);
    store.empty();
    server.down = false;
    record(2);
    await pass(60_000);
    expect(server.order).toEqual(['0.0']);
    expect(await store.takes()).toEqual([]);
    expect(keeper.unsafe()).toBe(0);
  });

  it('keeps nothing of a take whose first piece comes after somebody has signed out', async () => {
    const store = new Emptied();
    const { server, keeper, record } = recording(new Server(), store);
    keeper.expect(TAKE);
    store.empty();
    record(0);
    await pass(60_000);
    expect(server.order).toEqual([]);
    expect(await store.takes()).toEqual([]);
  });

  it('lets one take that cannot be sent hold up no other', async () => {
    const { server, keeper } = recording();
    const send = server.send.bind(server);
    server.send = async (takeId, part, seq) => (takeId === 'stuck' ? 'lost' : send(takeId, part, seq));
    keeper.add('stuck', 0, 0, piece);
    keeper.add(TAKE, 0, 0, piece);
    await pass(0);
    expect(keeper.read('stuck').state).toBe('waiting_for_network');
    expect(keeper.read(TAKE).state).toBe('saved');
  });

  it('tries again when sending fails in a way nobody thought of', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { server, keeper, record } = recording();
    const send = server.send.bind(server);
    server.send = async () => { throw new TypeError('unheard of'); };
    record(0);
    await pass(0);
    expect(keeper.read(TAKE).state).toBe('waiting_for_network');
    server.send = send;
    await pass(1_000);
    expect(server.parts).toEqual([[0]]);
    warn.mockRestore();
  });

  it('sends all the same where the browser stores nothing', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const full = new ChunkMemory();
    full.put = async () => { throw new Error('The storage is full.'); };
    const { server, keeper, record } = recording(new Server(), full);
    record(0, 1);
    keeper.complete(TAKE);
    await pass(0);
    expect(server.whole).toEqual([2]);
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });
});
