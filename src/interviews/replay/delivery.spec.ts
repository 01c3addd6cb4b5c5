import { deliveryOf } from './delivery.js';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('how an answer sounded', () => {
  it('counts words a minute over the time somebody spoke', () => {
    expect(deliveryOf(words(140), { durationMs: 120_000, speech: [[0, 30_000], [60_000, 90_000]] }, null)).toMatchObject({ words: 140, speakingMs: 60_000, wordsPerMinute: 140 });
  });

  it('calls a silence of two seconds or more a pause, and not the one before the first word or after the last', () => {
    const { pauses } = deliveryOf(words(20), { durationMs: 60_000, speech: [[10_000, 14_000], [16_000, 20_000], [21_999, 22_000], [27_000, 30_000]] }, null);
    expect(pauses).toEqual({ count: 2, longestMs: 5_000, share: 7_000 / 20_000 });
  });

  it('says nothing of the pace when hardly anything was heard', () => {
    expect(deliveryOf(words(20), { durationMs: 60_000, speech: [[0, 2_000]] }, null).wordsPerMinute).toBeNull();
    expect(deliveryOf('', { durationMs: 60_000, speech: [[0, 20_000]] }, null).wordsPerMinute).toBeNull();
  });

  it('does not measure fillers where nobody counted them', () => {
    expect(deliveryOf('Um, I, uh, did it.', { durationMs: 9_000, speech: [] }, null).fillers).toBeNull();
  });

  it.each([[1, 'fewest'], [3, 'few'], [4, 'many'], [5, 'most']])('puts %d fillers in 100 words among real interviews: %s', (count, band) => {
    expect(deliveryOf(words(100 - count), { durationMs: 60_000, speech: [] }, count).fillers).toEqual({ per100Words: count, band });
  });
});
