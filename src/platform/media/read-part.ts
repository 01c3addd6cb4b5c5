import type { AudioCodec, InputAudioTrack, InputTrack, InputVideoTrack, Rotation, VideoCodec } from 'mediabunny';
import { type Container, containerOf } from './container-of.js';
import { beginsKeyPicture } from './key-picture.js';
import { library } from './library.js';
import { MediaRefusal, type MediaWants } from './media.js';
import { inOrder, type Moment } from './moments.js';
import { wholeBlocks } from './whole-blocks.js';

const { BufferSource, EncodedPacketSink, Input, MP4, OGG, WEBM } = library;

const FORMATS = { webm: WEBM, mp4: MP4, ogg: OGG } as const;
const PICTURES = ['vp8', 'vp9', 'avc', 'hevc', 'av1'] as const satisfies readonly VideoCodec[];
const SOUNDS = ['opus', 'vorbis', 'aac'] as const satisfies readonly AudioCodec[];
// What stands around packets: a block's or a sample's entry for each, headers and indexes for all, and a tail that was cut off.
const AROUND_EACH = 64;
const AROUND_ALL = 65_536;
const TAIL = 0.1;

export interface PictureTrack {
  readonly codec: (typeof PICTURES)[number];
  readonly config: VideoDecoderConfig;
  readonly rotation: Rotation;
  readonly moments: readonly Moment[];
}

export interface SoundTrack {
  readonly codec: (typeof SOUNDS)[number];
  readonly config: AudioDecoderConfig;
  readonly moments: readonly Moment[];
}

export interface Part {
  readonly container: Container;
  /** Whether its recorder was lost before it wrote the first packet. */
  readonly isEmpty: boolean;
  readonly picture: PictureTrack | null;
  readonly sound: SoundTrack | null;
}

/** Takes one part apart: its first picture (only when one is wanted) and sound, packet by packet, in decode order. Throws MediaRefusal, or what the library throws. */
export async function readPart(bytes: Uint8Array, kind: MediaWants['kind']): Promise<Part> {
  const container = containerOf(bytes);
  const input = new Input({ formats: [FORMATS[container]], source: new BufferSource(container === 'webm' ? wholeBlocks(bytes) : bytes) });
  const tracks = await input.getTracks();
  const moments = new Map<InputTrack, Moment[]>();
  for (const track of tracks) moments.set(track, await momentsOf(track));
  const all = [...moments.values()].flat();
  const understood = all.reduce((sum, { data }) => sum + data.length + AROUND_EACH, AROUND_ALL);
  if (bytes.length * (1 - TAIL) > understood) throw new MediaRefusal('unreadable');
  const [picture, sound] = [tracks.find((track) => track.isVideoTrack()), tracks.find((track) => track.isAudioTrack())];
  return {
    container,
    isEmpty: all.length === 0,
    picture: picture === undefined || kind === 'audio' ? null : await pictureTrack(picture, moments.get(picture) ?? []),
    sound: sound === undefined ? null : await soundTrack(sound, moments.get(sound) ?? []),
  };
}

async function momentsOf(track: InputTrack): Promise<Moment[]> {
  const sink = new EncodedPacketSink(track);
  const moments: Moment[] = [];
  const codec = track.isVideoTrack() ? await track.getCodec() : null;
  for (let packet = await sink.getFirstPacket(); packet !== null; packet = await sink.getNextPacket(packet)) {
    const { data, timestamp, type } = packet;
    const isKey = type === 'key' && (codec === null || (beginsKeyPicture(codec, data) ?? (await track.determinePacketType(packet)) === 'key'));
    moments.push({ data, isKey, at: timestamp });
  }
  return moments;
}

/** Pictures before the first key picture cannot be shown; without any, there is no place to start. */
async function pictureTrack(track: InputVideoTrack, moments: readonly Moment[]): Promise<PictureTrack | null> {
  if (moments.length === 0) return null;
  const first = moments.findIndex(({ isKey }) => isKey);
  if (first < 0) throw new MediaRefusal('no_start');
  const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!isOneOf(PICTURES, codec) || config === null) throw new MediaRefusal('unreadable');
  return { codec, config, rotation: await track.getRotation(), moments: inOrder(moments.slice(first)) };
}

async function soundTrack(track: InputAudioTrack, moments: readonly Moment[]): Promise<SoundTrack | null> {
  if (moments.length === 0) return null;
  const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!isOneOf(SOUNDS, codec) || config === null) throw new MediaRefusal('unreadable');
  return { codec, config, moments: inOrder(moments) };
}

function isOneOf<T extends string>(list: readonly T[], value: string | null): value is T {
  return (list as readonly (string | null)[]).includes(value);
}
