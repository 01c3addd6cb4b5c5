const RATE = 16_000;

/** Sound as a page sends it to be written down: a tone of `seconds`, or as many samples of `pattern`, over and over. */
export function plainWav(seconds: number, pattern: readonly number[] = Array.from({ length: 40 }, (_, at) => Math.round(8_000 * Math.sin((at / 40) * 2 * Math.PI)))): Buffer {
  const samples = Int16Array.from({ length: seconds * RATE }, (_, at) => pattern[at % pattern.length] ?? 0);
  const file = Buffer.alloc(44 + samples.byteLength);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + samples.byteLength, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(2 * RATE, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.byteLength, 40);
  Buffer.from(samples.buffer).copy(file, 44);
  return file;
}
