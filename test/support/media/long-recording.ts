import type { EncodedPacket } from 'mediabunny';
import { library } from '../../../src/platform/media/library.js';
import { packetsOf, sample } from './samples.js';

const { BufferSource, BufferTarget, EncodedAudioPacketSource, EncodedPacket: Packet, EncodedVideoPacketSource, Input, Mp4OutputFormat, MP4, OggOutputFormat, Output, WEBM, WebMOutputFormat } = library;

/** A recording as long and as large as wanted: a sample's packets over and over, its pictures filled up with bytes a decoder does not look at. */
export async function longRecording(name: string, { seconds, bytes = 0, isOgg = false }: { readonly seconds: number; readonly bytes?: number; readonly isOgg?: boolean }): Promise<Buffer> {
  const input = new Input({ formats: [WEBM, MP4], source: new BufferSource(sample(name)) });
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  // As a recorder writes them: without duration, without index.
  const ownFormat = name.endsWith('.mp4') ? new Mp4OutputFormat({ fastStart: 'fragmented' }) : new WebMOutputFormat({ appendOnly: true });
  const output = new Output({ format: isOgg ? new OggOutputFormat() : ownFormat, target: new BufferTarget() });
  const pictures = video === null ? null : new EncodedVideoPacketSource((await video.getCodec()) ?? 'vp8');
  const sounds = audio === null ? null : new EncodedAudioPacketSource((await audio.getCodec()) ?? 'opus');
  if (pictures !== null) output.addVideoTrack(pictures);
  if (sounds !== null) output.addAudioTrack(sounds);
  await output.start();
  const [seen, heard] = [await packetsOf(video), await packetsOf(audio)];
  const round = Math.max(...[...seen, ...heard].map(({ timestamp }) => timestamp)) + 0.1;
  const fill = Math.max(0, Math.floor((bytes * round) / seconds / (seen.length || 1)) - 300);
  const videoConfig = await video?.getDecoderConfig();
  const audioConfig = await audio?.getDecoderConfig();
  for (let start = 0; start < seconds; start += round) {
    const shifted = (packets: readonly EncodedPacket[], more: number): EncodedPacket[] => packets
      .filter(({ timestamp }) => start + timestamp < seconds)
      .map(({ data, type, timestamp, duration }) => new Packet(Buffer.concat([data, Buffer.alloc(more)]), type, start + timestamp, duration));
    await Promise.all([
      (async () => { for (const packet of shifted(seen, fill)) await pictures?.add(packet, { decoderConfig: videoConfig ?? undefined }); })(),
      (async () => { for (const packet of shifted(heard, 0)) await sounds?.add(packet, { decoderConfig: audioConfig ?? undefined }); })(),
    ]);
  }
  await output.finalize();
  return Buffer.from(output.target.buffer ?? new ArrayBuffer(0));
}
