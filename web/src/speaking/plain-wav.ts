/** As every transcriber reads it, and enough to understand speech by: one channel, 16 bit, 16 000 samples a second. */
const RATE = 16_000;

/** The sound of what was recorded, without its picture, in the one form that can be written down anywhere. Rejects where this browser cannot read its own recording. */
export async function plainWav(recorded: Blob): Promise<Blob> {
  const context = new OfflineAudioContext(1, 1, RATE);
  const sound = await context.decodeAudioData(await recorded.arrayBuffer());
  return encodeWav(Array.from({ length: sound.numberOfChannels }, (_, channel) => sound.getChannelData(channel)));
}

/** All channels as one. Samples are between -1 and 1. */
export function encodeWav(channels: readonly Float32Array[]): Blob {
  const [first = new Float32Array()] = channels;
  const samples = new DataView(new ArrayBuffer(first.length * 2));
  for (let at = 0; at < first.length; at += 1) {
    const mixed = channels.reduce((sum, channel) => sum + (channel[at] ?? 0), 0) / channels.length;
    samples.setInt16(at * 2, Math.round(Math.max(-1, Math.min(1, mixed)) * 32_767), true);
  }
  return new Blob([header(samples.byteLength), samples], { type: 'audio/wav' });
}

function header(bytes: number): DataView<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(44));
  const write = (at: number, name: string): void => [...name].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  write(0, 'RIFF');
  view.setUint32(4, 36 + bytes, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, bytes, true);
  return view;
}
