import { type Clip, type ClipSource, type ClipWish, endOfClip, takesNext, watchOver } from './clip-wish.js';
import { childOf, type Element, element, elementsIn, headOf, unsigned, unsignedOf, voidOver, writeNumber } from './ebml.js';
import { MediaRefusal } from './media.js';
import { type WebmIndex } from './webm-index.js';

const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const REFERENCE = 0xfb;
const IS_KEY = 0x80;
/** So many clusters may hold packets behind the end, since sounds and pictures lie beside each other. */
const AT_THE_END = 2;
/** An entry of the index as it is written here, and what stands around all of them. */
const CUE = 80;
const AROUND = 1_024;

/** A packet where it lies in the bytes that were read. */
interface Packet {
  readonly track: number;
  readonly ticks: number;
  readonly isKey: boolean;
  readonly element: Element;
  /** Where its time is written. */
  readonly timeAt: number;
}

/** How far a clip reaches, in ticks and bytes; both limits move when it becomes too large. */
interface Reach {
  readonly pictureTrack: number;
  readonly startTicks: number;
  endTicks: number;
  left: number;
  /** By track, when its last packet begins, and how long after the one before it. */
  readonly latest: Map<number, { ticks: number; step: number }>;
}

/** Where a player can begin: the time of a picture, and the cluster it lies in. */
interface Cue {
  readonly ticks: number;
  readonly at: number;
}

/**
 * Cut where it was read: what does not belong to the clip is made void, times are overwritten, and a new head is put in front. So
 * there is one copy of the packets in memory, and it is the clip.
 */
export async function webmClip(source: ClipSource, index: WebmIndex, wish: ClipWish): Promise<Clip> {
  const check = watchOver(wish);
  const { ticksAMs, clusters, clustersEnd, pictureTrack } = index;
  const keys = clusters.filter((cluster): cluster is { at: number; ticks: number } => cluster.ticks !== null);
  const last = Math.max(0, keys.findLastIndex(({ ticks }) => ticks <= wish.fromMs * ticksAMs));
  const [before, after] = [keys[last], keys[last + 1]];
  if (!before) throw new MediaRefusal('no_picture');
  const first = after && takesNext(wish.fromMs, before.ticks / ticksAMs, after.ticks / ticksAMs) ? after : before;
  const reach: Reach = { pictureTrack, startTicks: first.ticks, endTicks: endOfClip(wish, first.ticks / ticksAMs) * ticksAMs, left: wish.maxBytes, latest: new Map() };
  const behind = keys.find(({ ticks }) => ticks >= reach.endTicks)?.at ?? clustersEnd;
  const room = AROUND + index.header.length + index.tracks.length + CUE * keys.length;
  const bytes = await source.read(first.at, behind, room);
  const { kept, end } = cutIn(bytes, room, reach, check);
  const ticksOf = new Map(keys.map(({ at, ticks }) => [at, ticks]));
  const cues = kept.flatMap(({ at }) => {
    const ticks = ticksOf.get(first.at + at - room);
    return ticks === undefined || ticks >= reach.endTicks ? [] : [{ at: at - room, ticks: ticks - first.ticks }];
  });
  if (reach.latest.size === 0) throw new MediaRefusal('empty');
  const durationTicks = Math.max(...[...reach.latest.values()].map(({ ticks, step }) => Math.min(reach.endTicks, ticks + step))) - reach.startTicks;
  const head = headFor(index, cues, durationTicks, end - room);
  head.copy(bytes, room - head.length);
  return { body: bytes.subarray(room - head.length, end), contentType: 'video/webm', fromMs: Math.round(first.ticks / ticksAMs), durationMs: Math.round(durationTicks / ticksAMs) };
}

/** The clusters that a clip keeps, and where the last packet of it ends. */
function cutIn(bytes: Buffer, room: number, reach: Reach, check: () => void): { kept: Element[]; end: number } {
  const clusters = [...elementsIn(bytes, room, bytes.length)].filter(({ id, end }) => id === CLUSTER && end <= bytes.length);
  let last = { count: 0, end: room };
  for (const [index, cluster] of clusters.entries()) {
    check();
    // Between the first and those at the end nothing is left out, so nothing in them is looked at.
    const isWhole = index > 0 && index < clusters.length - AT_THE_END && cluster.end - cluster.start <= reach.left;
    const end = isWhole ? whole(bytes, cluster, reach) : partOf(bytes, cluster, reach);
    if (end === null) break;
    last = { count: index + 1, end };
    if (end < cluster.end) {
      writeNumber(bytes, cluster.sizeAt, cluster.start, end - cluster.start, true);
      break;
    }
  }
  return { kept: clusters.slice(0, last.count), end: last.end };
}

/** Where a cluster ends of which nothing is left out. */
function whole(bytes: Buffer, cluster: Element, reach: Reach): number {
  const stamp = childOf(bytes, cluster, TIMESTAMP);
  if (stamp) writeNumber(bytes, stamp.start, stamp.end, unsignedOf(bytes, stamp) - reach.startTicks);
  reach.left -= cluster.end - cluster.start;
  return cluster.end;
}

/** Where its last packet ends that belongs to the clip; null when none does. */
function partOf(bytes: Buffer, cluster: Element, reach: Reach): number | null {
  const stamp = childOf(bytes, cluster, TIMESTAMP);
  if (!stamp) return null;
  const ticks = unsignedOf(bytes, stamp);
  const packets = [...elementsIn(bytes, cluster.start, cluster.end)].flatMap((one) => packetIn(bytes, one, ticks));
  const kept = new Set(packets.filter((packet) => belongs(packet, reach)));
  moveBack(bytes, { stamp, packets, kept }, reach.startTicks);
  return packets.findLast((packet) => kept.has(packet))?.element.end ?? null;
}

/** The track takes one byte, as in every file of ours; then follow the time as a signed number of 16 bits, and the flags. */
function packetIn(bytes: Buffer, one: Element, clusterTicks: number): Packet[] {
  const block = one.id === BLOCK_GROUP ? childOf(bytes, one, BLOCK) : one;
  if (!block || (one.id !== BLOCK_GROUP && one.id !== SIMPLE_BLOCK)) return [];
  const isKey = one.id === BLOCK_GROUP ? childOf(bytes, one, REFERENCE) === null : ((bytes[block.start + 3] ?? 0) & IS_KEY) > 0;
  return [{ track: (bytes[block.start] ?? 0) & 0x7f, ticks: clusterTicks + bytes.readInt16BE(block.start + 1), isKey, element: one, timeAt: block.start + 1 }];
}

/** Pictures count from the first key picture on, and nothing once there is no more room. */
function belongs({ track, ticks, isKey, element: { at, end } }: Packet, reach: Reach): boolean {
  const { latest, startTicks, pictureTrack } = reach;
  const before = latest.get(track);
  if (ticks < startTicks || ticks >= reach.endTicks || (track === pictureTrack && !before && !isKey)) return false;
  if (end - at > reach.left) {
    reach.endTicks = ticks;
    return false;
  }
  reach.left -= end - at;
  latest.set(track, { ticks, step: before ? ticks - before.ticks : 0 });
  return true;
}

/** Lets a cluster and its packets count from the beginning of the clip. A smaller number fits where the larger one stood. */
function moveBack(bytes: Buffer, { stamp, packets, kept }: { stamp: Element; packets: readonly Packet[]; kept: ReadonlySet<Packet> }, startTicks: number): void {
  const ticks = unsignedOf(bytes, stamp);
  const moved = Math.max(0, ticks - startTicks);
  writeNumber(bytes, stamp.start, stamp.end, moved);
  for (const packet of packets) {
    if (!kept.has(packet)) voidOver(bytes, packet.element);
    else if (ticks < startTicks) bytes.writeInt16BE(packet.ticks - startTicks - moved, packet.timeAt);
  }
}

/** The index stands in front, so that a player can jump before it has read all. */
function headFor({ header, tracks, pictureTrack, ticksAMs }: WebmIndex, cues: readonly Cue[], durationTicks: number, size: number): Buffer {
  const [app, duration] = [Buffer.from('Viva Voce'), Buffer.alloc(8)];
  duration.writeDoubleBE(durationTicks);
  const info = element(0x1549a966, element(0x2ad7b1, unsigned(1_000_000 / ticksAMs)), element(0x4d80, app), element(0x5741, app), element(0x4489, duration));
  const cuesFrom = (from: number): Buffer =>
    element(0x1c53bb6b, ...cues.map(({ ticks, at }) => element(0xbb, element(0xb3, unsigned(ticks)), element(0xb7, element(0xf7, unsigned(pictureTrack)), element(0xf1, unsigned(from + at))))));
  // As long whatever the positions in it are.
  const before = info.length + tracks.length + cuesFrom(0).length;
  return Buffer.concat([header, headOf(0x18538067, before + size), info, tracks, cuesFrom(before)]);
}
