import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EncodedPacket, EncodedPacketSink as Sink, InputAudioTrack, InputVideoTrack, Output as Written, OutputFormat } from 'mediabunny';
import { type Clip, type ClipWish, endOfClip, takesNext, watchOver } from './clip-wish.js';
import { library } from './library.js';
import { MediaRefusal } from './media.js';

const { BufferSource, BufferTarget, EncodedAudioPacketSource, EncodedPacketSink, EncodedVideoPacketSource, Input, MP4, Mp4OutputFormat, Output, WEBM, WebMOutputFormat } = library;

// Others wait for the same thread meanwhile.
const PACKETS_A_TURN = 500;

const WRITES: Readonly<Record<'webm' | 'mp4', () => OutputFormat>> = {
  webm: () => new WebMOutputFormat(),
  mp4: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
};

interface Cut {
  readonly start: number;
  /** Moves forward when the clip becomes too large. */
  end: number;
  bytes: number;
  packets: number;
  readonly maxBytes: number;
  readonly check: () => void;
}

interface PacketSource<Config> {
  add(packet: EncodedPacket, about?: { decoderConfig?: Config }): Promise<void>;
}

/** Cut packet by packet, for MP4 files and those without an index. */
export async function packetClip(recording: Buffer, container: 'webm' | 'mp4', wish: ClipWish): Promise<Clip> {
  const { fromMs, maxBytes } = wish;
  const input = new Input({ formats: [container === 'webm' ? WEBM : MP4], source: new BufferSource(recording) });
  const [picture, sound] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  const key = picture && (await keyNear(picture, fromMs / 1000));
  if (!picture || !key) throw new MediaRefusal('no_picture');
  const start = key.timestamp;
  const cut: Cut = { start, end: endOfClip(wish, start * 1000) / 1000, bytes: 0, packets: 0, maxBytes, check: watchOver(wish) };
  const output = new Output({ format: WRITES[container](), target: new BufferTarget() });
  const copies = [await copyPictures(picture, key, output, cut), ...(sound ? [await copySound(sound, output, cut)] : [])];
  await output.start();
  // Side by side, because the file holds both in the order of their times.
  const ends = await Promise.all(copies.map((copy) => copy()));
  await output.finalize();
  const body = Buffer.from(output.target.buffer ?? new ArrayBuffer(0));
  return { body, contentType: `video/${container}`, fromMs: Math.round(start * 1000), durationMs: Math.round((Math.max(...ends) - start) * 1000) };
}

async function keyNear(track: InputVideoTrack, seconds: number): Promise<EncodedPacket | null> {
  const sink = new EncodedPacketSink(track);
  const before = (await sink.getKeyPacket(seconds)) ?? (await sink.getFirstPacket());
  const after = before && (await sink.getNextKeyPacket(before));
  return after && takesNext(seconds * 1000, before.timestamp * 1000, after.timestamp * 1000) ? after : before;
}

type Copy = () => Promise<number>;

async function copyPictures(track: InputVideoTrack, key: EncodedPacket, output: Written, cut: Cut): Promise<Copy> {
  const source = new EncodedVideoPacketSource((await track.getCodec()) ?? 'vp8');
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
  output.addVideoTrack(source, { rotation: await track.getRotation() });
  return () => copy(new EncodedPacketSink(track), key, source, decoderConfig, cut);
}

async function copySound(track: InputAudioTrack, output: Written, cut: Cut): Promise<Copy> {
  const source = new EncodedAudioPacketSource((await track.getCodec()) ?? 'opus');
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
  output.addAudioTrack(source);
  const sink = new EncodedPacketSink(track);
  const last = (await sink.getPacket(cut.start)) ?? (await sink.getFirstPacket());
  const first = last && last.timestamp < cut.start ? await sink.getNextPacket(last) : last;
  return () => copy(sink, first, source, decoderConfig, cut);
}

/** When the last packet ends. */
async function copy<Config>(sink: Sink, first: EncodedPacket | null, into: PacketSource<Config>, decoderConfig: Config | undefined, cut: Cut): Promise<number> {
  let ended = cut.start;
  for (let packet = first; packet !== null && packet.timestamp < cut.end; packet = await sink.getNextPacket(packet)) {
    cut.bytes += packet.byteLength;
    cut.packets += 1;
    if (cut.bytes > cut.maxBytes) {
      cut.end = packet.timestamp;
      break;
    }
    cut.check();
    if (cut.packets % PACKETS_A_TURN === 0) await nextTurn();
    // The last picture of a recording may be said to last for ever.
    const duration = Math.min(packet.duration, cut.end - packet.timestamp);
    ended = Math.max(ended, packet.timestamp + duration);
    await into.add(packet.clone({ timestamp: packet.timestamp - cut.start, duration }), decoderConfig ? { decoderConfig } : undefined);
  }
  return ended;
}
