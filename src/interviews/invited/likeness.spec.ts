import { FEWEST_WORDS, NEARLY_THE_SAME, runsOf, shareOf } from './likeness.js';

const words = (count: number, of = 'word'): string => Array.from({ length: count }, (_, at) => `${of}${at}`).join(' ');
const share = (a: string, b: string): number => shareOf(runsOf(a)!, runsOf(b)!);

describe('answers that are nearly the same', () => {
  it('are the same words whatever stands between them', () => {
    expect(share(words(40), words(40).toUpperCase().replaceAll(' ', ',\n'))).toBe(1);
  });

  it('have some words changed, and no more than that', () => {
    const changed = (at: number[]): string => words(80).split(' ').map((word, index) => (at.includes(index) ? 'other' : word)).join(' ');
    expect(share(words(80), changed([20, 60]))).toBeGreaterThanOrEqual(NEARLY_THE_SAME);
    expect(share(words(80), changed([10, 20, 30, 40, 50, 60, 70]))).toBeLessThan(NEARLY_THE_SAME);
    expect(share(words(80), words(80, 'else'))).toBe(0);
  });

  it('are not looked for among answers of a few words, which are alike by chance', () => {
    expect(runsOf(words(FEWEST_WORDS - 1))).toBeNull();
    expect(runsOf(words(FEWEST_WORDS))).not.toBeNull();
  });
});
