import { soundTooLong, soundUnreadable } from './speech.errors.js';

const HEADER_BYTES = 44;
const SAMPLE_BYTES = 2;
export const SAMPLES_PER_SECOND = 16_000;
/** A recorder ends a moment after it was told to. */
const LATE_SECONDS = 5;
/** The hiss of a microphone is louder: below this nobody spoke, and transcribers make words up. */
const SILENCE = 0.002 * 32_768;

/** As many bytes as the sound of one answer can have. */
export const soundBytes = (seconds: number): number => HEADER_BYTES + (seconds + LATE_SECONDS) * SAMPLES_PER_SECOND * SAMPLE_BYTES;

/** The sound of one take as every transcriber reads it: a WAV file of one channel, 16 bit, 16 000 samples a second. It is in memory and nowhere else. */
export class Sound {
  private constructor(readonly wav: Buffer) {}

  /** AppErrors `interviews.sound_unreadable`, `interviews.sound_too_long`. */
  static read(wav: Buffer, mostSeconds: number): Sound {
    if (!isPlainWav(wav)) throw soundUnreadable();
    if (wav.length > soundBytes(mostSeconds)) throw soundTooLong(mostSeconds);
    return new Sound(wav);
  }

  get seconds(): number {
    return this.count / SAMPLES_PER_SECOND;
  }

  /** Each between -1 and 1. */
  samples(): Float32Array {
    const samples = new Float32Array(this.count);
    for (let index = 0; index < samples.length; index += 1) samples[index] = this.sampleAt(index) / 32_768;
    return samples;
  }

  /** True when nothing can be heard in it. */
  isSilent(): boolean {
    for (let index = 0; index < this.count; index += 1) if (Math.abs(this.sampleAt(index)) >= SILENCE) return false;
    return true;
  }

  private get count(): number {
    return (this.wav.length - HEADER_BYTES) / SAMPLE_BYTES;
  }

  private sampleAt(index: number): number {
    return this.wav.readInt16LE(HEADER_BYTES + index * SAMPLE_BYTES);
  }
}

/** The one form our page writes: whatever else a WAV file may hold is not let through to anybody. */
function isPlainWav(bytes: Buffer): boolean {
  const name = (at: number): string => bytes.toString('latin1', at, at + 4);
  return (
    bytes.length >= HEADER_BYTES && name(0) === 'RIFF' && bytes.readUInt32LE(4) === bytes.length - 8 && name(8) === 'WAVE' &&
    name(12) === 'fmt ' && bytes.readUInt32LE(16) === 16 && bytes.readUInt16LE(20) === 1 && bytes.readUInt16LE(22) === 1 &&
    bytes.readUInt32LE(24) === SAMPLES_PER_SECOND && bytes.readUInt32LE(28) === SAMPLES_PER_SECOND * SAMPLE_BYTES && bytes.readUInt16LE(32) === SAMPLE_BYTES && bytes.readUInt16LE(34) === 8 * SAMPLE_BYTES &&
    name(36) === 'data' && bytes.readUInt32LE(40) === bytes.length - HEADER_BYTES && (bytes.length - HEADER_BYTES) % SAMPLE_BYTES === 0
  );
}
