import { PassThrough, Readable } from 'node:stream';
import { plainWav as wav } from './plain-wav.fixture.js';
import { receive } from './receive.js';
import { Sound, soundBytes } from './sound.js';

describe('the sound of a take', () => {
  it('is a plain WAV file, whose length and samples are known', () => {
    const sound = Sound.read(wav(2, [0, 16_384, -32_768]), 300);
    expect(sound.seconds).toBe(2);
    expect([...sound.samples().subarray(0, 4)]).toEqual([0, 0.5, -1, 0]);
    expect(sound.isSilent()).toBe(false);
  });

  it('knows when nobody spoke', () => {
    expect(Sound.read(wav(1, [0, 3, -5]), 300).isSilent()).toBe(true);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['another file', () => Buffer.from('%PDF-1.7 this is no sound at all, whatever it says it is')],
    ['a cut one', (bytes) => bytes.subarray(0, -2)],
    ['a longer one than it says', (bytes) => Buffer.concat([bytes, Buffer.alloc(2)])],
    ['two channels', (bytes) => { bytes.writeUInt16LE(2, 22); return bytes; }],
    ['another rate', (bytes) => { bytes.writeUInt32LE(48_000, 24); return bytes; }],
    ['a part with words of its own', (bytes) => { bytes.write('LIST', 36, 'latin1'); return bytes; }],
    ['nothing', () => Buffer.alloc(0)],
  ])('refuses %s', (_what, broken) => {
    expect(() => Sound.read(broken(wav(1)), 300)).toThrow(/^This is not sound in the form/);
  });

  it('is as long as an answer may be, and a moment longer', () => {
    expect(Sound.read(wav(6), 2).seconds).toBe(6);
    expect(() => Sound.read(wav(126), 120)).toThrow(/can be 2 minutes long at most/);
    expect(soundBytes(300)).toBeLessThan(10 * 1_048_576);
  });

  it('is waited for as long as it may take, and no longer', async () => {
    const [body, late] = [new PassThrough(), new AbortController()];
    const received = receive(body, 100, () => new Error('too much'), late.signal);
    body.write('RIFF');
    late.abort();
    await expect(received).rejects.toMatchObject({ code: 'interviews.sound_cut_off' });
    expect(await receive(Readable.from([Buffer.from('RI'), Buffer.from('FF')]), 4, () => new Error('too much'), new AbortController().signal)).toEqual(Buffer.from('RIFF'));
  });
});
