import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WIDTH = 320;
const HEIGHT = 240;
const PICTURES_A_SECOND = 8;
const SOUNDS_A_SECOND = 48_000;

/** What a made-up microphone hears: speech as a browser sees it (tones in syllables, with pauses), a quiet room, or nothing. */
export type Heard = 'speech' | 'room' | 'nothing';

/** Files for Chromium's made-up camera and microphone, with the flags that name them; `end` deletes them. */
export function fakeDevices(heard: Heard, seconds = 8): { readonly flags: string[]; readonly end: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'viva-devices-'));
  const [picture, sound] = [join(folder, 'bars.y4m'), join(folder, `${heard}.wav`)];
  writeFileSync(picture, movingBars(seconds));
  writeFileSync(sound, wav(seconds, heard));
  return {
    flags: [
      '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', '--autoplay-policy=no-user-gesture-required',
      `--use-file-for-fake-video-capture=${picture}`, `--use-file-for-fake-audio-capture=${sound}`,
    ],
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Bars that move to the right, in YUV 4:2:0 without compression. */
function movingBars(seconds: number): Buffer {
  const pieces = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PICTURES_A_SECOND}:1 Ip A1:1 C420jpeg\n`)];
  for (let number = 0; number < seconds * PICTURES_A_SECOND; number += 1) {
    const line = Buffer.from(Array.from({ length: WIDTH }, (_, x) => 40 + 25 * (Math.floor((x + number * 4) / 40) % 8)));
    pieces.push(Buffer.from('FRAME\n'), Buffer.concat(Array<Buffer>(HEIGHT).fill(line)), Buffer.alloc((WIDTH * HEIGHT) / 2, 128));
  }
  return Buffer.concat(pieces);
}

function wav(seconds: number, heard: Heard): Buffer {
  const samples = new Int16Array(seconds * SOUNDS_A_SECOND);
  for (let at = 0; at < samples.length; at += 1) samples[at] = Math.round(32_767 * LOUDNESS[heard](at / SOUNDS_A_SECOND));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SOUNDS_A_SECOND, 24);
  header.writeUInt32LE(SOUNDS_A_SECOND * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

const LOUDNESS: Record<Heard, (second: number) => number> = {
  // Four syllables a second on a pitch that falls, two and a half seconds of them, then a breath.
  speech: (second) => {
    const [phrase, syllable] = [second % 3, (second * 4) % 1];
    if (phrase > 2.5) return 0;
    const pitch = 140 - 12 * phrase;
    const voice = [1, 2, 3, 5, 8, 13].reduce((sum, overtone) => sum + Math.sin(2 * Math.PI * pitch * overtone * second) / overtone, 0);
    return 0.18 * voice * Math.sin(Math.PI * syllable) ** 2;
  },
  // -60 dB below full scale, about what a good microphone hears of a quiet room.
  room: () => 0.002 * (Math.random() - 0.5),
  nothing: () => 0,
};
