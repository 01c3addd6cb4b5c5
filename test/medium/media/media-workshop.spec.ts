import { availableParallelism } from 'node:os';
import { MediaWorkshop, type Rewritten } from '../../../src/platform/media/index.js';
import { rewriteMedia } from '../../../src/platform/media/rewrite-media.js';
import { blocks } from '../../support/media/broken-files.js';
import { longRecording } from '../../support/media/long-recording.js';
import { rawWebm } from '../../support/media/raw-webm.js';
import { chunksOf, sample, type Unpacked, unpacked } from '../../support/media/samples.js';
import { asParts, childrenOf, gathered } from './workshop.js';

const workshop = new MediaWorkshop();
const limits = { maxBytes: 104_857_600, maxSeconds: 300 };
const video = (...files: Buffer[]): Promise<Rewritten> => workshop.rewrite(asParts(files), { kind: 'video', ...limits });

afterAll(() => workshop.onModuleDestroy());

describe('writing a recording anew', () => {
  it.each([
    ['video-vp8.webm', 'video/webm', 'WebM'],
    ['video-vp9.webm', 'video/webm', 'WebM'],
    ['video-avc-opus.mp4', 'video/mp4', 'MP4'],
    ['video-vp9.mp4', 'video/mp4', 'MP4'],
  ])('keeps every packet of %s, and gives it a duration', async (name, contentType, format) => {
    const { body, ...facts } = whole(await video(sample(name)));
    const file = await gathered(body);
    const [before, after] = [await unpacked(sample(name)), await unpacked(file)];
    expect(facts).toMatchObject({ contentType, video: true, audio: true });
    expect(facts.durationMs / 1000).toBeCloseTo(4, 1);
    expect(after).toMatchObject({ format, durationInHeader: expect.closeTo(facts.durationMs / 1000, 1) });
    expect(bytesOf(after)).toEqual(bytesOf(before));
    // Once more changes nothing: files with an index and with closed clusters are read as well.
    const again = await rewriteMedia([Buffer.from(file)], { kind: 'video', ...limits });
    expect(again.answer).toMatchObject({ durationMs: facts.durationMs });
    expect(bytesOf(await unpacked(again.body))).toEqual(bytesOf(before));
  });

  it.each([['audio-opus.webm', 'audio/webm'], ['audio-opus.mp4', 'audio/mp4'], ['video-vp9.webm', 'audio/webm']])('keeps of %s the sound only when that is what was asked for', async (name, contentType) => {
    const { body, ...facts } = whole(await workshop.rewrite(asParts([sample(name)]), { kind: 'audio', ...limits }));
    expect(facts).toMatchObject({ contentType, video: false, audio: true });
    expect(await unpacked(await gathered(body))).toMatchObject({ picture: [], sound: { length: 66 } });
  });

  it('leaves out what a file says of itself', async () => {
    const file = rawWebm({ title: 'Ada Example', clusters: [{ at: 0, blocks: await blocks() }] });
    const { body } = whole(await video(file));
    expect(await unpacked(file)).toMatchObject({ title: 'Ada Example' });
    expect((await gathered(body)).includes('Ada Example')).toBe(false);
  });

  it('takes sound in Ogg as well', async () => {
    const { body, ...facts } = whole(await workshop.rewrite(asParts([await longRecording('audio-opus.webm', { seconds: 4, isOgg: true })]), { kind: 'audio', ...limits }));
    expect(facts).toMatchObject({ contentType: 'audio/ogg', durationMs: expect.closeTo(3960, -2) });
    expect(await unpacked(await gathered(body))).toMatchObject({ format: 'Ogg', picture: [], sound: { length: 66 } });
  });

  it('puts what was recorded after a break behind what was recorded before it', async () => {
    const [before, after] = [Buffer.concat(chunksOf('video-vp8.webm').slice(0, 2)), sample('video-vp8.webm')];
    const { durationMs, body } = whole(await video(before, after));
    const { picture, sound, durationInHeader } = await unpacked(await gathered(body));
    expect(durationMs / 1000).toBeCloseTo(6, 0);
    expect(durationInHeader).toBeCloseTo(durationMs / 1000, 1);
    for (const track of [picture, sound]) {
      const times = track.map(({ timestamp }) => timestamp);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeGreaterThan(durationMs / 1000 - 0.2);
    }
    expect(picture).toHaveLength((await unpacked(before)).picture.length + (await unpacked(after)).picture.length);
  });
});

describe('the workshop', () => {
  it('loses nothing of what a process wrote that was gone before anybody could look', async () => {
    const rewriting = video(sample('video-vp8.webm'));
    // Long enough for its bytes to be sent, and then for it to answer, to write and to end while nobody listens.
    await new Promise((resolve) => { setTimeout(resolve, 150); });
    const until = Date.now() + 3_000;
    while (Date.now() < until);
    const { bytes, body } = whole(await rewriting);
    expect((await gathered(body)).length).toBe(bytes);
  });

  it('lets a failing storage be seen, and blames nobody\'s recording', async () => {
    const failing = async function* (): AsyncGenerator<Buffer> {
      yield sample('video-vp8.webm').subarray(0, 500);
      throw new Error('The storage is away');
    };
    await expect(workshop.rewrite([failing()], { kind: 'video', ...limits })).rejects.toThrow('The storage is away');
    expect(childrenOf('rewrite-media.child')).toEqual([]);
  });

  it('reads no further than the most that may be sent', async () => {
    let read = 0;
    const endless = async function* (): AsyncGenerator<Buffer> {
      for (;;) {
        read += 65_536;
        yield Buffer.alloc(65_536);
      }
    };
    await expect(workshop.rewrite([endless()], { kind: 'video', maxBytes: 1_000_000, maxSeconds: 300 })).resolves.toEqual({ fault: 'too_large' });
    expect(read).toBeLessThan(1_100_000);
  });

  (process.platform === 'linux' ? it : it.skip)('ends in an error, not in half a recording, when its process dies on the way', async () => {
    const { body, bytes } = whole(await video(await longRecording('video-vp8.webm', { seconds: 90, bytes: 8_000_000 })));
    expect(bytes).toBeGreaterThan(7_000_000);
    for (const child of childrenOf('rewrite-media.child')) process.kill(Number(child), 'SIGKILL');
    await expect(gathered(body)).rejects.toThrow('cut short');
  });

  it('is free again when nobody wants what it wrote', async () => {
    const long = await longRecording('video-vp8.webm', { seconds: 30, bytes: 3_000_000 });
    for (let round = 0; round <= availableParallelism(); round += 1) whole(await video(long)).body.destroy();
    expect(whole(await video(sample('video-vp8.webm'))).durationMs).toBeGreaterThan(3900);
  });

  it('holds nothing any more once it is closed, also of what nobody took', async () => {
    const closing = new MediaWorkshop();
    const { body } = whole(await closing.rewrite(asParts([sample('video-vp8.webm')]), { kind: 'video', ...limits }));
    closing.onModuleDestroy();
    await expect(gathered(body)).rejects.toThrow('cut short');
  });

  it('keeps of ten recordings at once none in its own memory', async () => {
    const long = await longRecording('video-vp9.webm', { seconds: 90, bytes: 8_000_000 });
    const before = process.memoryUsage().rss;
    const sizes = await Promise.all(Array.from({ length: 10 }, async () => {
      let size = 0;
      const { body, bytes } = whole(await video(long));
      for await (const piece of body) size += (piece as Buffer).length;
      return [size, bytes];
    }));
    for (const [size, bytes] of sizes) expect(size).toBe(bytes);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576);
  });
});

function bytesOf({ picture, sound }: Unpacked): string[][] {
  return [picture, sound].map((packets) => packets.map(({ data }) => Buffer.from(data).toString('base64')));
}

function whole(rewritten: Rewritten): Exclude<Rewritten, { fault: unknown }> {
  if ('fault' in rewritten) throw new Error(`It should have been kept, but is said to be ${rewritten.fault}`);
  return rewritten;
}
