import { type ChunkPost, type PartThere } from '../../speaking/chunk-post.js';
import { ChunkKeeper } from '../../speaking/chunk-keeper.js';
import { ChunkMemory } from '../../speaking/chunk-store.js';
import { type Recorded, type TakeEnd } from '../../speaking/take-recorder.js';
import { RoomTakes, type TakesPorts } from './room-takes.js';

/** A server of one interview: counts the takes it was told to begin, and holds the pieces of those that are kept. */
class Server implements ChunkPost, TakesPorts {
  readonly takes = new Set<string>();
  readonly pieces: string[] = [];
  readonly completed: number[][] = [];
  readonly delivered: number[] = [];
  fillers: number | null = null;
  spokenIn: Recorded['speech'] = [];
  changes = 0;
  kept = true;
  away = false;
  answers = true;
  refuses = false;

  begin = async (_: number, { takeId }: { takeId: string }) => {
    this.takes.add(takeId);
    if (!this.answers) throw new Error('no answer');
    return { takeId, number: this.takes.size, retakesLeft: 1, kept: this.kept };
  };

  deliver = async (_: string, { durationMs, speech, fillers }: Pick<Recorded, 'durationMs' | 'speech'> & { fillers?: number | null }): Promise<void> => {
    if (this.away) throw new Error('away');
    this.delivered.push(durationMs);
    this.spokenIn = speech;
    this.fillers = fillers ?? null;
  };

  changed = (): void => { this.changes += 1; };

  send = async (_: string, part: number, seq: number) => {
    if (this.away) return 'lost' as const;
    if (this.refuses) return 'refused' as const;
    this.pieces.push(`${part}/${seq}`);
    return 'kept' as const;
  };

  complete = async (_: string, parts: number[]) => {
    this.completed.push(parts);
    return 'done' as const;
  };

  have = async (): Promise<PartThere[]> => {
    const parts = new Map<number, number[]>();
    for (const [part = 0, seq = 0] of this.pieces.map((piece) => piece.split('/').map(Number))) parts.set(part, [...(parts.get(part) ?? []), seq]);
    return [...parts].map(([part, chunks]) => ({ part, chunks }));
  };
}

const question = { position: 3, take: null, recording: null };
const recorded = (part: number, ended: TakeEnd = 'stopped'): Recorded => ({ part, blob: new Blob(['webm']), durationMs: 4_000, speech: [[0, 3_000]], ended });
const settled = () => new Promise((resolve) => { setTimeout(resolve, 5); });

function room() {
  const server = new Server();
  const store = new ChunkMemory();
  const keeper = new ChunkKeeper(server, store);
  const takes = new RoomTakes(keeper, server);
  takes.open();
  return { server, store, keeper, takes };
}

describe('the takes of a room', () => {
  it('are sent piece by piece while one records, and completed when one stops', async () => {
    const { server, takes } = room();
    const { part, onChunk } = await takes.begin(question, 'video', 'video/webm');
    expect(takes.isRecording()).toBe(true);
    onChunk(0, new Blob(['a']));
    onChunk(1, new Blob(['b']));
    takes.recorded(3, recorded(part));
    await takes.safe();
    await settled();
    expect(takes.isRecording()).toBe(false);
    expect(server).toMatchObject({ pieces: ['0/0', '0/1'], completed: [[2]], changes: 2 });
  });

  it('leave the page by no way when nothing is to be kept', async () => {
    const { server, store, takes } = room();
    server.kept = false;
    const { onChunk } = await takes.begin(question, 'video', 'video/webm');
    onChunk(0, new Blob(['a']));
    takes.recorded(3, recorded(0));
    await settled();
    expect(server).toMatchObject({ pieces: [], completed: [] });
    expect(await store.takes()).toEqual([]);
    expect(takes.at(3)?.parts).toHaveLength(1);
  });

  it('count a take once whose beginning got no answer', async () => {
    const { server, takes } = room();
    server.answers = false;
    await expect(takes.begin(question, 'audio', 'audio/webm')).rejects.toThrow('no answer');
    server.answers = true;
    await takes.begin(question, 'audio', 'audio/webm');
    expect(server.takes.size).toBe(1);
    takes.recorded(3, recorded(0));
    await takes.begin(question, 'audio', 'audio/webm');
    expect(server.takes.size).toBe(2);
  });

  it('are gone on with in a further part after a device went away, and are whole when one leaves the question', async () => {
    const { server, takes } = room();
    (await takes.begin(question, 'video', 'video/webm')).onChunk(0, new Blob(['a']));
    takes.recorded(3, recorded(0, 'device_lost'));
    await settled();
    expect(server.completed).toEqual([]);
    const more = await takes.goOn(question);
    expect(more.part).toBe(1);
    more.onChunk(0, new Blob(['b']));
    takes.recorded(3, recorded(1, 'device_lost'));
    takes.leave(3);
    await settled();
    expect(server).toMatchObject({ pieces: ['0/0', '1/0'], completed: [[1, 1]] });
  });

  it('lose no last piece when one leaves the question while a further part records', async () => {
    const { server, takes } = room();
    (await takes.begin(question, 'video', 'video/webm')).onChunk(0, new Blob(['a']));
    takes.recorded(3, recorded(0, 'device_lost'));
    const more = await takes.goOn(question);
    more.onChunk(0, new Blob(['b']));
    takes.leave(3);
    await settled();
    expect(server.completed).toEqual([]);
    more.onChunk(1, new Blob(['c']));
    takes.recorded(3, recorded(1, 'time_over'));
    await settled();
    expect(server).toMatchObject({ pieces: ['0/0', '1/0', '1/1'], completed: [[1, 2]] });
  });

  it('can be gone on with when the clock stopped them, by whoever takes longer', async () => {
    const { server, takes } = room();
    (await takes.begin(question, 'audio', 'audio/webm')).onChunk(0, new Blob(['a']));
    takes.recorded(3, recorded(0, 'time_over'));
    await settled();
    expect(server.completed).toEqual([]);
    (await takes.goOn(question)).onChunk(0, new Blob(['b']));
    takes.recorded(3, recorded(1));
    await settled();
    expect(server.completed).toEqual([[1, 1]]);
  });

  it('that an earlier page could not send are sent by the next one, which goes on behind them', async () => {
    const { server, store, takes, keeper } = room();
    const takeId = '6f1f6f0e-9a35-4b53-8f2e-3c1de6f0a001';
    await store.put({ takeId, part: 0, seq: 0, bytes: new Blob(['a']) });
    const next = new RoomTakes(keeper, server);
    next.open();
    await settled();
    expect(server).toMatchObject({ pieces: ['0/0'], completed: [], changes: 1 });
    const recording = { takeId, position: 3, number: 1, kind: 'video' as const, state: 'recording' as const, contentType: 'video/webm', durationMs: null, bytes: null, fault: null, parts: [{ part: 0, chunks: [0] }], expiresAt: '' };
    expect((await takes.goOn({ ...question, recording })).part).toBe(1);
  });

  it('tell how they were spoken once the network is back', async () => {
    const { server, takes } = room();
    await takes.begin(question, 'video', 'video/webm');
    server.away = true;
    takes.recorded(3, recorded(0));
    await settled();
    await takes.tell(3, [{ from: 0, to: 4, startMs: 0, endMs: 900 }]);
    expect(server.delivered).toEqual([]);
    server.away = false;
    await takes.tellRest();
    expect(server.delivered).toEqual([4_000]);
  });

  it('tell of a take in several parts as a whole, and of one whose beginning another page recorded nothing', async () => {
    const { server, takes } = room();
    await takes.begin(question, 'video', 'video/webm');
    takes.recorded(3, recorded(0, 'device_lost'));
    await takes.tell(3, []);
    await takes.goOn(question);
    takes.recorded(3, recorded(1));
    await takes.tell(3, []);
    expect(server).toMatchObject({ delivered: [4_000, 8_000], spokenIn: [[0, 3_000], [4_000, 7_000]] });
    const recording = { takeId: '6f1f6f0e-9a35-4b53-8f2e-3c1de6f0a002', position: 4, number: 1, kind: 'video' as const, state: 'recording' as const, contentType: 'video/webm', durationMs: null, bytes: null, fault: null, parts: [{ part: 0, chunks: [0] }], expiresAt: '' };
    await takes.goOn({ position: 4, take: null, recording });
    takes.recorded(4, recorded(1));
    await takes.tell(4, []);
    expect(server.delivered).toHaveLength(2);
  });

  it('count the fillers of every part, and those of what is written down once more only once', async () => {
    const { server, takes } = room();
    await takes.begin(question, 'video', 'video/webm');
    takes.recorded(3, recorded(0));
    for (const [fillers, wentOn] of [[2, false], [3, true], [2, false], [3, true]] as const) await takes.tell(3, [], fillers, wentOn);
    expect(server.fillers).toBe(5);
  });

  it('that did not start are not recording, and hold nobody on the page', async () => {
    const { takes } = room();
    await takes.begin(question, 'video', 'video/webm');
    takes.notStarted(3);
    expect(takes.isRecording()).toBe(false);
  });

  it('that are taken back while one records make the page ask what is kept now', async () => {
    const { server, takes } = room();
    const { onChunk } = await takes.begin(question, 'video', 'video/webm');
    server.refuses = true;
    onChunk(0, new Blob(['a']));
    await settled();
    expect(server.changes).toBe(2);
    expect(takes.savingOf(takes.at(3)!.takeId).state).toBe('refused');
  });

  it('that are thrown away are sent no further', async () => {
    const { server, store, takes } = room();
    server.away = true;
    (await takes.begin(question, 'video', 'video/webm')).onChunk(0, new Blob(['a']));
    takes.recorded(3, recorded(0));
    await takes.forget(question);
    expect(takes.at(3)).toBeNull();
    expect(await store.takes()).toEqual([]);
    await takes.safe();
  });
});
