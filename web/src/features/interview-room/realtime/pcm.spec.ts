import { decodePcm, encodePcm, millisecondsOf } from './pcm.js';

describe('sound as it travels', () => {
  it('comes out as it went in, and what is too loud at its loudest', () => {
    const heard = decodePcm(encodePcm(Float32Array.of(0, 0.5, -0.5, 1.5, -1.5)));
    expect([...heard].map((sample) => Math.round(sample * 100) / 100)).toEqual([0, 0.5, -0.5, 1, -1]);
  });

  it('is 24,000 samples of two bytes a second', () => {
    expect(atob(encodePcm(new Float32Array(24_000))).length).toBe(48_000);
    expect(millisecondsOf(48_000)).toBe(1_000);
  });

  it('is nothing where it is no sound', () => {
    expect(decodePcm('not base64!')).toHaveLength(0);
    expect(decodePcm('')).toHaveLength(0);
  });
});
