import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncodedPacket, InputTrack } from 'mediabunny';
import { library } from '../../../src/platform/media/library.js';

const { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } = library;

const folder = join(import.meta.dirname, 'samples');
const chunkSizes = JSON.parse(readFileSync(join(folder, 'chunks.json'), 'utf8')) as Record<string, number[]>;

/** A recording of Chromium's MediaRecorder, see `make-samples.ts`. */
export function sample(name: string): Buffer {
  return readFileSync(join(folder, name));
}

/** The same in the pieces the recorder gave out, one a second. */
export function chunksOf(name: string): Buffer[] {
  let end = 0;
  return (chunkSizes[name] ?? []).map((size) => sample(name).subarray(end, (end += size)));
}

export interface Unpacked {
  readonly format: string;
  readonly durationInHeader: number | null;
  readonly title: string | undefined;
  readonly picture: readonly EncodedPacket[];
  readonly sound: readonly EncodedPacket[];
}

/** A file taken apart by the library that also writes it; players are asked in `test/journeys`. */
export async function unpacked(file: Uint8Array): Promise<Unpacked> {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(file) });
  return {
    format: (await input.getFormat()).name,
    durationInHeader: await input.getDurationFromMetadata(),
    title: (await input.getMetadataTags()).title,
    picture: await packetsOf(await input.getPrimaryVideoTrack()),
    sound: await packetsOf(await input.getPrimaryAudioTrack()),
  };
}

export async function packetsOf(track: InputTrack | null): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  if (track !== null) for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  return packets;
}
