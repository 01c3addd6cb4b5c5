import { longRecording } from '../../../test/support/media/long-recording.js';
import { rawWebm } from '../../../test/support/media/raw-webm.js';
import { unpacked } from '../../../test/support/media/samples.js';
import { clipOf } from './clip.js';
import { type Clip, type ClipWish } from './clip-wish.js';
import { library } from './library.js';
import { rewriteMedia } from './rewrite-media.js';

const A_MINUTE = { maxMs: 60_000, maxBytes: 1_000_000_000, withinMs: 60_000 };

/** A recording as the workshop leaves it. */
async function recording(name: string, seconds: number): Promise<Uint8Array> {
  const { answer, body } = await rewriteMedia([await longRecording(name, { seconds })], { kind: 'video', maxBytes: 1_000_000_000, maxSeconds: 300 });
  if ('fault' in answer) throw new Error(`The recording is said to be ${answer.fault}`);
  return body;
}

const cutOf = (file: Uint8Array, fromMs: number, toMs: number, wish: Partial<ClipWish> = {}): Promise<Clip> => 
  clipOf({ bytes: file.length, read: (from, until, room = 0) => Promise.resolve(Buffer.concat([Buffer.alloc(room), file.subarray(from, until)])) }, { fromMs, toMs, ...A_MINUTE, ...wish });

describe('a clip of a recording', () => {
  it.each([['video-vp8.webm', 'video/webm'], ['video-vp9.webm', 'video/webm'], ['video-avc-opus.mp4', 'video/mp4'], ['video-vp9.mp4', 'video/mp4']])('of %s begins with a key picture at 0, has the packets as they were, and says how long it is', async (name, contentType) => {
    const file = await recording(name, 24);
    const clip = await cutOf(file, 9_400, 17_400);
    expect(clip.contentType).toBe(contentType);
    const [whole, part] = [await unpacked(file), await unpacked(clip.body)];
    expect(part.picture[0]).toMatchObject({ type: 'key', timestamp: 0 });
    const { fromMs, durationMs } = clip;
    expect(whole.picture.some(({ type, timestamp }) => type === 'key' && Math.round(timestamp * 1000) === fromMs)).toBe(true);
    const within = whole.picture.filter(({ timestamp }) => timestamp * 1000 >= fromMs - 0.5 && timestamp < 17.4);
    expect(part.picture.map(({ data }) => Buffer.from(data).toString('base64'))).toEqual(within.map(({ data }) => Buffer.from(data).toString('base64')));
    expect(part.sound[0]!.timestamp).toBeGreaterThanOrEqual(0);
    expect(part.sound[0]!.timestamp).toBeLessThan(0.1);
    expect(Math.abs(fromMs + durationMs - 17_400)).toBeLessThan(100);
    expect(part.durationInHeader! * 1000).toBeCloseTo(durationMs, -1.5);
  });

  it('lets a player jump into it', async () => {
    const { body } = await cutOf(await recording('video-vp8.webm', 24), 9_400, 19_400);
    const input = new library.Input({ formats: [library.WEBM], source: new library.BufferSource(body) });
    const key = await new library.EncodedPacketSink((await input.getPrimaryVideoTrack())!).getKeyPacket(6);
    expect(key!.timestamp).toBeGreaterThan(4.5);
    const packets = (await unpacked(body)).picture;
    expect(packets.find(({ timestamp }) => timestamp === key!.timestamp)).toMatchObject({ type: 'key', data: key!.data });
  });

  it('is never longer than it may be, and ends with the recording', async () => {
    const file = await recording('video-vp8.webm', 20);
    expect((await cutOf(file, 1_000, 9_000, { maxMs: 5_000 })).durationMs).toBeLessThanOrEqual(5_000);
    const last = await cutOf(file, 15_000, 90_000);
    expect(last.fromMs + last.durationMs).toBeLessThanOrEqual(20_100);
    expect(last.durationMs).toBeGreaterThan(4_000);
  });

  it('begins at the last key picture, at the next one where only that is within a second, and ends sooner rather than being too long', async () => {
    const pictures = Array.from({ length: 40 }, (_, at) => ({ track: 1 as const, at: at * 250, isKey: at % 20 === 0, data: Buffer.alloc(40, at) }));
    const file = rawWebm({ clusters: [{ at: 0, blocks: pictures }] });
    const cuts = await Promise.all([5_800, 4_500, 3_000].map((fromMs) => cutOf(file, fromMs, fromMs + 3_000, { maxMs: 3_000 })));
    expect(cuts.map(({ fromMs }) => fromMs)).toEqual([5_000, 5_000, 0]);
    for (const { durationMs } of cuts) expect(durationMs).toBeLessThanOrEqual(3_000);
  });

  it('is shorter where it would be too large', async () => {
    const file = await recording('video-vp8.webm', 20);
    const { body, durationMs } = await cutOf(file, 0, 18_000, { maxBytes: 200_000 });
    expect(body.length).toBeLessThan(210_000);
    expect(durationMs).toBeGreaterThan(500);
    expect(durationMs).toBeLessThan(18_000);
    await expect(cutOf(file, 0, 18_000, { maxBytes: 10 })).rejects.toMatchObject({ fault: 'empty' });
  });

  it('is given up where it takes too long, and where there is no picture', async () => {
    await expect(cutOf(await recording('video-vp8.webm', 10), 0, 5_000, { withinMs: -1 })).rejects.toMatchObject({ fault: 'took_too_long' });
    const { body } = await rewriteMedia([await longRecording('audio-opus.webm', { seconds: 5 })], { kind: 'audio', maxBytes: 1_000_000, maxSeconds: 300 });
    await expect(cutOf(body, 0, 2_000)).rejects.toMatchObject({ fault: 'no_picture' });
  });
});
