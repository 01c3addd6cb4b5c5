import { type ClipSource } from './clip-wish.js';
import { childOf, elementAt, elementsIn, unsignedOf } from './ebml.js';

const SEGMENT = 0x18538067;
const SEEK_HEAD = 0x114d9b74;
const SEEK = 0x4dbb;
const SEEK_ID = 0x53ab;
const SEEK_POSITION = 0x53ac;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const TRACK_NUMBER = 0xd7;
const TRACK_TYPE = 0x83;
const A_PICTURE = 1;
const CLUSTER = 0x1f43b675;
const CUES = 0x1c53bb6b;
const CUE_POINT = 0xbb;
const CUE_TIME = 0xb3;
const CUE_TRACK_POSITIONS = 0xb7;
const CUE_TRACK = 0xf7;
const CUE_CLUSTER_POSITION = 0xf1;

const NANOSECONDS_A_MILLISECOND = 1_000_000;
/** Everything before the first cluster of a recording that we wrote is far shorter. */
const HEAD = 65_536;

/** What stands before and behind the pictures and sounds of a WebM file. Positions are those of the file, times in its ticks. */
export interface WebmIndex {
  readonly ticksAMs: number;
  /** As they stand in the file. */
  readonly header: Buffer;
  readonly tracks: Buffer;
  readonly pictureTrack: number;
  /** Where clusters begin, and the time of the picture that begins there; null for those with sound alone. In order. */
  readonly clusters: readonly { readonly at: number; readonly ticks: number | null }[];
  readonly clustersEnd: number;
}

/** Null for a file without an index behind its pictures, which is none of ours. */
export async function webmIndex(source: ClipSource): Promise<WebmIndex | null> {
  const head = await source.read(0, Math.min(HEAD, source.bytes));
  const ebml = elementAt(head, 0);
  const segment = ebml && elementAt(head, ebml.end);
  if (!ebml || segment?.id !== SEGMENT) return null;
  const parts = new Map([...elementsIn(head, segment.start, head.length)].map((part) => [part.id, part]));
  const [seek, info, tracks] = [SEEK_HEAD, INFO, TRACKS].map((id) => parts.get(id) ?? null);
  const picture = tracks && [...elementsIn(head, tracks.start, tracks.end)].find((track) => track.id === TRACK_ENTRY && unsignedOf(head, childOf(head, track, TRACK_TYPE)) === A_PICTURE);
  const cue = seek && [...elementsIn(head, seek.start, seek.end)].find((one) => one.id === SEEK && unsignedOf(head, childOf(head, one, SEEK_ID)) === CUES);
  if (!info || !picture || !cue || tracks.end > head.length || !parts.has(CLUSTER)) return null;
  const pictureTrack = unsignedOf(head, childOf(head, picture, TRACK_NUMBER));
  const clustersEnd = segment.start + unsignedOf(head, childOf(head, cue, SEEK_POSITION));
  return {
    ticksAMs: NANOSECONDS_A_MILLISECOND / unsignedOf(head, childOf(head, info, TIMESTAMP_SCALE)),
    header: head.subarray(0, ebml.end), tracks: head.subarray(tracks.at, tracks.end), pictureTrack,
    clusters: clustersIn(await source.read(clustersEnd, source.bytes), segment.start, pictureTrack), clustersEnd,
  };
}

function clustersIn(cues: Buffer, from: number, pictureTrack: number): WebmIndex['clusters'] {
  const all = elementAt(cues, 0);
  const clusters = new Map<number, number | null>();
  if (all?.id !== CUES) return [];
  for (const point of elementsIn(cues, all.start, all.end)) {
    if (point.id !== CUE_POINT) continue;
    const ticks = unsignedOf(cues, childOf(cues, point, CUE_TIME));
    for (const place of elementsIn(cues, point.start, point.end)) {
      if (place.id !== CUE_TRACK_POSITIONS) continue;
      const at = from + unsignedOf(cues, childOf(cues, place, CUE_CLUSTER_POSITION));
      const isPicture = unsignedOf(cues, childOf(cues, place, CUE_TRACK)) === pictureTrack;
      clusters.set(at, clusters.get(at) ?? (isPicture ? ticks : null));
    }
  }
  return [...clusters].map(([at, ticks]) => ({ at, ticks })).toSorted((a, b) => a.at - b.at);
}
