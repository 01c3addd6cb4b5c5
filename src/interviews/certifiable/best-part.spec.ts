import { bestPart } from './best-part.js';
import { cuesWithin } from './cues-within.js';

/** A phrase of ten characters every ten seconds. */
const phrases = (count: number) => Array.from({ length: count }, (_, at) => ({ from: at * 10, to: at * 10 + 9, startMs: at * 10_000, endMs: at * 10_000 + 8_000 }));
const LONG = { durationMs: 300_000, mostMs: 90_000 };

describe('the best part of an answer', () => {
  it('is all of one that is short enough', () => {
    expect(bestPart({ cues: phrases(5), quotes: [{ start: 30, end: 39 }], durationMs: 50_000, mostMs: 90_000 })).toEqual({ from: 0, to: 50_000 });
  });

  it('lies around where most of what scored was said', () => {
    const quotes = [{ start: 5, end: 15 }, { start: 180, end: 189 }, { start: 200, end: 229 }];
    const { from, to } = bestPart({ cues: phrases(30), quotes, ...LONG });
    expect(to - from).toBe(90_000);
    expect(from).toBeLessThan(180_000);
    expect(to).toBeGreaterThan(228_000);
    expect(180_000 - from).toBe(to - 228_000);
  });

  it('stays within the recording', () => {
    expect(bestPart({ cues: phrases(30), quotes: [{ start: 290, end: 299 }], ...LONG })).toEqual({ from: 210_000, to: 300_000 });
    expect(bestPart({ cues: phrases(30), quotes: [{ start: 0, end: 9 }], ...LONG })).toEqual({ from: 0, to: 90_000 });
  });

  it('is the beginning where nobody knows when something was said, or nothing is quoted', () => {
    expect(bestPart({ cues: [], quotes: [{ start: 200, end: 209 }], ...LONG })).toEqual({ from: 0, to: 90_000 });
    expect(bestPart({ cues: phrases(30), quotes: [], ...LONG })).toEqual({ from: 0, to: 90_000 });
  });

  it('has captions that begin with it, cut where it is cut', () => {
    expect(cuesWithin(phrases(4), 12_000, 15_000)).toEqual([{ from: 10, to: 19, startMs: 0, endMs: 6_000 }, { from: 20, to: 29, startMs: 8_000, endMs: 15_000 }]);
    expect(cuesWithin(phrases(4), 100_000, 15_000)).toEqual([]);
  });
});
