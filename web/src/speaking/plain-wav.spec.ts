import { Sound } from '../../../src/interviews/speech/sound.js';
import { encodeWav } from './plain-wav.js';

describe('sound that is sent to be written down', () => {
  it('is what the server takes, with all channels in one', async () => {
    const wav = Buffer.from(await encodeWav([Float32Array.of(0, 1, -1, 0.5), Float32Array.of(0, 1, -1, -0.5)]).arrayBuffer());
    const sound = Sound.read(wav, 300);
    expect([...sound.samples()].map((sample) => Math.round(sample * 100))).toEqual([0, 100, -100, 0]);
  });

  it('is louder than a recording can be at no place', async () => {
    const wav = Buffer.from(await encodeWav([Float32Array.of(2, -2)]).arrayBuffer());
    expect([wav.readInt16LE(44), wav.readInt16LE(46)]).toEqual([32_767, -32_767]);
  });
});
