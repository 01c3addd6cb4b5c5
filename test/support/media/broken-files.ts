import { deflateRawSync } from 'node:zlib';
import { type MediaFault } from '../../../src/platform/media/index.js';
import { rewriteMedia } from '../../../src/platform/media/rewrite-media.js';
import { longRecording } from './long-recording.js';
import { type RawBlock, ebmlHeader, element, rawWebm, unsigned } from './raw-webm.js';
import { chunksOf, sample, unpacked } from './samples.js';

export interface BrokenFile {
  readonly is: string;
  readonly kind?: 'audio' | 'video';
  readonly parts: () => readonly Buffer[] | Promise<readonly Buffer[]>;
  /** A fault, or how many seconds of it are kept. */
  readonly becomes: MediaFault | { readonly seconds: number };
}

const VP8 = 'video-vp8.webm';
const VP9 = 'video-vp9.webm';
const AVC = 'video-avc-opus.mp4';
const joined = (chunks: readonly Buffer[]): Buffer[] => [Buffer.concat(chunks)];
const cut = (name: string, share: number): Buffer[] => [sample(name).subarray(0, Math.floor(sample(name).length * share))];
const without = (name: string, index: number): Buffer[] => joined(chunksOf(name).filter((_, at) => at !== index));

const incomplete: BrokenFile[] = [
  { is: 'nothing at all, not even a part', parts: () => [], becomes: 'empty' },
  { is: 'of zero length', parts: () => [Buffer.alloc(0)], becomes: 'empty' },
  { is: 'one byte', parts: () => [Buffer.from([0x1a])], becomes: 'not_media' },
  { is: 'a header and nothing after it', parts: () => [ebmlHeader()], becomes: 'empty' },
  { is: 'cut off inside its header', parts: () => cut(VP8, 0.005), becomes: 'empty' },
  { is: 'cut off after one second of four, inside a packet', parts: () => cut(VP8, 0.3), becomes: { seconds: 1 } },
  { is: 'cut off in the middle of its last packet', parts: () => [sample(VP9).subarray(0, -7)], becomes: { seconds: 4 } },
  { is: 'an MP4 cut off in the middle of its last fragment', parts: () => cut(AVC, 0.9), becomes: { seconds: 4 } },
  { is: 'cut off in a cluster that says how long it is', parts: async () => [await closed(VP8, 0.6)], becomes: { seconds: 2 } },
  { is: 'only the first chunk of four', parts: () => [chunksOf(VP9)[0] ?? Buffer.alloc(0)], becomes: { seconds: 1 } },
  { is: 'without its first chunk', parts: () => without(VP8, 0), becomes: 'no_start' },
  { is: 'an MP4 without its first chunk', parts: () => without(AVC, 0), becomes: 'no_start' },
  { is: 'sound without its first chunk', kind: 'audio', parts: () => without('audio-opus.webm', 0), becomes: 'no_start' },
  { is: 'without a chunk in the middle', parts: () => without(VP8, 2), becomes: { seconds: 4 } },
  { is: 'an MP4 without the box that describes it', parts: () => [withoutBox(sample(AVC), 'moov')], becomes: 'unreadable' },
];

const disordered: BrokenFile[] = [
  { is: 'in chunks out of order', parts: () => joined([0, 2, 1, 3].map((index) => chunksOf(VP8)[index] ?? Buffer.alloc(0))), becomes: 'out_of_order' },
  { is: 'with a chunk twice', parts: () => joined([0, 1, 1, 2, 3].map((index) => chunksOf(VP9)[index] ?? Buffer.alloc(0))), becomes: 'out_of_order' },
  { is: 'two files behind one another', parts: () => joined([sample(VP8), sample(VP8)]), becomes: 'out_of_order' },
  { is: 'two MP4 files behind one another', parts: () => joined([sample(AVC), sample(AVC)]), becomes: 'out_of_order' },
  { is: 'with times before its beginning', parts: async () => [rawWebm({ clusters: [{ at: 0, blocks: await blocks({ shift: -900 }) }] })], becomes: { seconds: 4 } },
  { is: 'with times that begin after a month', parts: async () => [rawWebm({ clusters: [{ at: 30 * 86_400_000, blocks: await blocks() }] })], becomes: { seconds: 4 } },
  { is: 'with times that leap ahead by ten days', parts: async () => [rawWebm({ clusters: [{ at: 0, blocks: await blocks() }, { at: 864_000_000, blocks: await blocks() }] })], becomes: 'out_of_order' },
  { is: 'with times that no clock can show', parts: async () => [rawWebm({ clusters: [{ at: 2n ** 63n, blocks: await blocks() }, { at: 5, blocks: await blocks() }] })], becomes: 'out_of_order' },
  { is: 'without a key picture at the start', parts: async () => [rawWebm({ clusters: [{ at: 0, blocks: (await blocks()).filter(({ track, at, isKey }) => track === 2 || at > 500 || !isKey) }] })], becomes: { seconds: 4 } },
  { is: 'without any key picture', parts: async () => [rawWebm({ clusters: [{ at: 0, blocks: (await blocks()).filter(({ track, isKey }) => track === 2 || !isKey) }] })], becomes: 'no_start' },
  { is: 'with key pictures that are none', parts: async () => [rawWebm({ clusters: [{ at: 0, blocks: (await blocks()).map((block) => (block.track === 1 ? { ...block, data: Buffer.alloc(block.data.length, 0xee) } : block)) }] })], becomes: 'no_start' },
  { is: 'one part in VP8 and one in VP9', parts: () => [sample(VP8), sample(VP9)], becomes: 'parts_differ' },
  { is: 'one part in WebM and one in MP4', parts: () => [sample(VP9), sample('video-vp9.mp4')], becomes: 'parts_differ' },
  { is: 'one part that was lost before its first second', parts: () => [sample(VP8), Buffer.alloc(0), sample(VP8)], becomes: { seconds: 8 } },
];

const somethingElse: BrokenFile[] = [
  { is: 'a PDF under another name', parts: () => [Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n${'0 '.repeat(4000)}`)], becomes: 'not_media' },
  { is: 'a ZIP under another name', parts: () => [Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), deflateRawSync(Buffer.alloc(50_000, 'text '))])], becomes: 'not_media' },
  { is: 'a PNG under another name', parts: () => [Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(5000, 7)])], becomes: 'not_media' },
  { is: 'a page of HTML', parts: () => [Buffer.from('<!doctype html><video src="file:///etc/passwd"></video>')], becomes: 'not_media' },
  { is: 'plain text', parts: () => [Buffer.from('What I would have said, had my microphone worked.\n'.repeat(200))], becomes: 'not_media' },
  { is: 'a playlist that points elsewhere', parts: () => [Buffer.from('#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/part.ts\n')], becomes: 'not_media' },
  { is: 'a Matroska file of another kind', parts: async () => [rawWebm({ docType: 'matroska', clusters: [{ at: 0, blocks: await blocks() }] })], becomes: 'unreadable' },
  { is: 'in a codec no browser plays', parts: async () => [rawWebm({ videoCodec: 'V_MPEG2', clusters: [{ at: 0, blocks: await blocks() }] })], becomes: 'unreadable' },
  { is: 'with sound in a codec that does not exist', parts: async () => [rawWebm({ audioCodec: 'A_NOISE', clusters: [{ at: 0, blocks: await blocks() }] })], becomes: 'unreadable' },
  { is: 'sound, sent as a video answer', parts: () => [sample('audio-opus.webm')], becomes: 'no_picture' },
  { is: 'pictures without sound', parts: () => [sample('picture-only.webm')], becomes: 'no_sound' },
  { is: 'pictures without sound, sent as an audio answer', kind: 'audio', parts: () => [sample('picture-only.webm')], becomes: 'no_sound' },
  { is: 'with a microphone that was muted', parts: () => [sample('video-muted.webm')], becomes: 'silent' },
  { is: 'sound of nothing', kind: 'audio', parts: () => [sample('audio-nothing.webm')], becomes: 'silent' },
  { is: 'a video, sent as an audio answer', kind: 'audio', parts: () => [sample(VP9)], becomes: { seconds: 4 } },
  { is: 'a quiet room', kind: 'audio', parts: () => [sample('audio-quiet-room.webm')], becomes: { seconds: 4 } },
];

const hostile: BrokenFile[] = [
  { is: 'six minutes long', parts: async () => [await longRecording(VP8, { seconds: 360 })], becomes: 'too_long' },
  { is: 'six minutes in two parts', kind: 'audio', parts: async () => Array(2).fill(await longRecording('audio-opus.webm', { seconds: 180 })) as Buffer[], becomes: 'too_long' },
  { is: 'said to last a year', parts: async () => [rawWebm({ duration: 3.2e10, clusters: [{ at: 0, blocks: await blocks() }] })], becomes: { seconds: 4 } },
  { is: 'said to last less than nothing', parts: async () => [rawWebm({ duration: -5, clusters: [{ at: 0, blocks: await blocks() }] })], becomes: { seconds: 4 } },
  { is: 'larger than what may be sent', parts: () => Array(11).fill(Buffer.alloc(1_048_576)) as Buffer[], becomes: 'too_large' },
  { is: 'garbage after a good beginning', parts: () => [Buffer.concat([sample(VP8), noise(2_000_000)])], becomes: 'unreadable' },
  { is: 'a header followed by garbage', parts: () => [Buffer.concat([ebmlHeader(), noise(500_000)])], becomes: 'unreadable' },
  { is: 'with a segment of exabytes', parts: async () => [rawWebm({ segmentSize: 2n ** 56n - 2n, clusters: [{ at: 0, blocks: await blocks() }] })], becomes: { seconds: 4 } },
  { is: 'with a cluster of exabytes', parts: async () => [rawWebm({ clusters: [{ at: 0, blocks: await blocks(), size: 2n ** 50n }] })], becomes: { seconds: 4 } },
  { is: 'with a header that claims gigabytes', parts: () => [element('1a45dfa3', Buffer.from('4282'), 2n ** 32n)], becomes: 'unreadable' },
  { is: 'with an MP4 box of exabytes', parts: () => [Buffer.concat([sample(AVC).subarray(0, boxOf(sample(AVC), 'moov').start), largeBox('moov')])], becomes: 'empty' },
  { is: 'with an MP4 table of four billion entries', parts: () => [withLargeTables(sample(AVC))], becomes: 'unreadable' },
  { is: 'nested ten thousand times', parts: () => [Buffer.concat([ebmlHeader(), element('18538067', nested(10_000), null)])], becomes: 'unreadable' },
  { is: 'of boxes nested ten thousand times', parts: () => [Buffer.concat([sample(AVC).subarray(0, boxOf(sample(AVC), 'moov').start), nestedBoxes(10_000)])], becomes: 'unreadable' },
  { is: 'made of half a million empty packets', parts: async () => [rawWebm({ clusters: [{ at: 0, blocks: [...(await blocks()), ...manyEmpty(500_000)] }] })], becomes: 'too_long' },
  { is: 'with ticks that last a century', parts: async () => [rawWebm({ scale: 2n ** 61n, clusters: [{ at: 0, blocks: await blocks() }] })], becomes: 'out_of_order' },
  { is: 'with pictures of no width', parts: async () => [rawWebm({ width: 0, clusters: [{ at: 0, blocks: await blocks() }] })], becomes: 'unreadable' },
];

/** Files that are broken or odd, each with what has to become of it. */
export const brokenFiles: readonly BrokenFile[] = [...incomplete, ...disordered, ...somethingElse];

/** Files made to take time, memory or a process away. */
export const hostileFiles: readonly BrokenFile[] = hostile;

/** As other recorders write it, each cluster with its length; the first part of it. */
async function closed(name: string, share: number): Promise<Buffer> {
  const { body } = await rewriteMedia([sample(name)], { kind: 'video', maxBytes: 1_000_000, maxSeconds: 300 });
  return Buffer.from(body.subarray(0, Math.floor(body.length * share)));
}

/** The packets of a real recording, as blocks of a file to be made. */
export async function blocks({ shift = 0 } = {}): Promise<RawBlock[]> {
  const { picture, sound } = await unpacked(sample(VP8));
  const block = (track: 1 | 2) => ({ data, type, timestamp }: { data: Uint8Array; type: string; timestamp: number }): RawBlock =>
    ({ track, at: Math.round(timestamp * 1000) + shift, isKey: type === 'key', data: Buffer.from(data) });
  return [...picture.map(block(1)), ...sound.map(block(2))].sort((a, b) => a.at - b.at);
}

function manyEmpty(count: number): RawBlock[] {
  return Array.from({ length: count }, (_, index) => ({ track: 2 as const, at: 4000 + Math.floor(index / 100), isKey: true, data: Buffer.alloc(0) }));
}

function noise(bytes: number): Buffer {
  let state = 42;
  return Buffer.from(Array.from({ length: bytes }, () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16));
}

function nested(depth: number): Buffer {
  return Array.from({ length: depth }).reduce<Buffer>((inside) => element('1654ae6b', inside), element('ec', unsigned(0)));
}

function nestedBoxes(depth: number): Buffer {
  return Array.from({ length: depth }).reduce<Buffer>((inside) => box('moov', inside), box('free', Buffer.alloc(8)));
}

function box(type: string, inside: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, inside]);
}

function largeBox(type: string): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1);
  head.write(type, 4, 'latin1');
  head.writeBigUInt64BE(2n ** 62n, 8);
  return head;
}

function boxOf(file: Buffer, type: string): { start: number; end: number } {
  let start = 0;
  while (file.toString('latin1', start + 4, start + 8) !== type) start += file.readUInt32BE(start);
  return { start, end: start + file.readUInt32BE(start) };
}

function withoutBox(file: Buffer, type: string): Buffer {
  const { start, end } = boxOf(file, type);
  return Buffer.concat([file.subarray(0, start), file.subarray(end)]);
}

/** Each run of samples says that it holds as many as fit into 32 bits. */
function withLargeTables(file: Buffer): Buffer {
  const changed = Buffer.from(file);
  for (let at = changed.indexOf('trun'); at >= 0; at = changed.indexOf('trun', at + 4)) changed.writeUInt32BE(0xffff_ffff, at + 8);
  return changed;
}
