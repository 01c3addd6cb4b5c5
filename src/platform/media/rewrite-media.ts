import type { OutputFormat } from 'mediabunny';
import { type Container } from './container-of.js';
import { library } from './library.js';
import { type MediaAnswer, type MediaFacts, MediaRefusal, type MediaWants } from './media.js';
import { beginningOf, endOf, lengthOfLast, type Moment } from './moments.js';
import { type Part, type PictureTrack, readPart, type SoundTrack } from './read-part.js';
import { isSilent } from './silence.js';

const { BufferTarget, EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, OggOutputFormat, Output, WebMOutputFormat } = library;

// A recorder stops a moment after it was told to.
const SLACK_SECONDS = 5;

const FORMATS: Record<Container, () => OutputFormat> = {
  webm: () => new WebMOutputFormat(),
  mp4: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  ogg: () => new OggOutputFormat(),
};

type Track = PictureTrack | SoundTrack;

/** Checks a recording and writes it anew by copying its packets, its parts behind one another; or says what is wrong with it. */
export async function rewriteMedia(parts: readonly Uint8Array[], wants: MediaWants): Promise<{ answer: MediaAnswer; body: Uint8Array }> {
  try {
    const { facts, body } = await rewritten(parts, wants);
    return { answer: facts, body };
  } catch (error) {
    // What the library throws is about the file as well.
    return { answer: { fault: error instanceof MediaRefusal ? error.fault : 'unreadable' }, body: new Uint8Array() };
  }
}

async function rewritten(parts: readonly Uint8Array[], wants: MediaWants): Promise<{ facts: MediaFacts; body: Uint8Array }> {
  const read: Part[] = [];
  for (const part of parts) if (part.length > 0) read.push(await readPart(part, wants.kind));
  const whole = read.filter(({ isEmpty }) => !isEmpty);
  const [first] = whole;
  if (first === undefined) throw new MediaRefusal('empty');
  checkTracks(whole, wants.kind);
  const seconds = whole.reduce((sum, part) => sum + lengthOf(part), 0);
  if (seconds > wants.maxSeconds + SLACK_SECONDS) throw new MediaRefusal('too_long');
  const body = await written(first, whole);
  const contentType = first.container === 'ogg' ? 'audio/ogg' : (`${wants.kind}/${first.container}` as const);
  return { facts: { contentType, durationMs: Math.round(seconds * 1000), bytes: body.length, video: wants.kind === 'video', audio: true }, body };
}

function checkTracks(parts: readonly Part[], kind: MediaWants['kind']): void {
  if (parts.every(({ sound }) => sound === null)) throw new MediaRefusal('no_sound');
  if (kind === 'video' && parts.every(({ picture }) => picture === null)) throw new MediaRefusal('no_picture');
  if (new Set(parts.map(manner)).size > 1) throw new MediaRefusal('parts_differ');
  if (parts.every(({ sound }) => isSilent(sound?.moments ?? []))) throw new MediaRefusal('silent');
}

/** What has to be the same for parts to play as one. A picture's size is not, where each key picture carries its own. */
function manner({ container, picture, sound }: Part): string {
  const description = (track: Track | null): string => {
    // Opus describes how many samples to skip, which a recorder may choose anew each time.
    if (track === null || track.codec === 'opus') return '';
    return Buffer.from((track.config.description as Uint8Array | undefined) ?? []).toString('base64');
  };
  return [container, picture?.codec, picture?.rotation, description(picture), sound?.codec, sound?.config.numberOfChannels, sound?.config.sampleRate, description(sound)].join(' ');
}

const tracksOf = ({ picture, sound }: Part): Track[] => [picture, sound].filter((track) => track !== null);
const startOf = (part: Part): number => Math.min(...tracksOf(part).map(({ moments }) => beginningOf(moments)));
const lengthOf = (part: Part): number => Math.max(...tracksOf(part).map(({ moments }) => endOf(moments))) - startOf(part);

async function written(first: Part, parts: readonly Part[]): Promise<Uint8Array> {
  const output = new Output({ format: FORMATS[first.container](), target: new BufferTarget() });
  const picture = first.picture === null ? null : new EncodedVideoPacketSource(first.picture.codec);
  const sound = first.sound === null ? null : new EncodedAudioPacketSource(first.sound.codec);
  if (picture !== null) output.addVideoTrack(picture, { rotation: first.picture?.rotation ?? 0 });
  if (sound !== null) output.addAudioTrack(sound);
  await output.start();
  let offset = 0;
  for (const part of parts) {
    const shift = offset - startOf(part);
    // Side by side, because the file holds both in the order of their times.
    await Promise.all([copy(part.picture, picture, shift), copy(part.sound, sound, shift)]);
    offset += lengthOf(part);
  }
  await output.finalize();
  return new Uint8Array(output.target.buffer ?? new ArrayBuffer(0));
}

interface PacketSource<Config> {
  add(packet: InstanceType<typeof EncodedPacket>, about?: { decoderConfig?: Config }): Promise<void>;
}

async function copy<Config>(track: { readonly moments: readonly Moment[]; readonly config: Config } | null, into: PacketSource<Config> | null, shift: number): Promise<void> {
  if (track === null || into === null) return;
  const last = lengthOfLast(track.moments);
  for (const [index, { data, isKey, at }] of track.moments.entries()) {
    await into.add(new EncodedPacket(data, isKey ? 'key' : 'delta', at + shift, last), index === 0 ? { decoderConfig: track.config } : undefined);
  }
}
