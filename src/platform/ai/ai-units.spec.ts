import { costOf, priceOf } from './ai-units.js';

const nothing = { inputTokens: 0, outputTokens: 0, characters: 0, minutes: 0 };
const prices = [
  { ...nothing, model: 'small', inputTokens: 0.4, outputTokens: 1.6 },
  { ...nothing, model: 'large', inputTokens: 3, outputTokens: 15 },
  { ...nothing, model: 'ear', minutes: 0.006 },
];

describe('what a run costs', () => {
  it('is the price of its model, in millionths of a dollar, rounded up', () => {
    expect(costOf(priceOf(prices, 'large'), { inputTokens: 2_000, outputTokens: 400 })).toBe(12_000);
    expect(costOf(priceOf(prices, 'small'), { inputTokens: 1 })).toBe(1);
    expect(costOf(priceOf(prices, 'ear'), { seconds: 90 })).toBe(9_000);
  });

  it('is that of the dearest, unit by unit, for a model nobody has put a price on', () => {
    expect(costOf(priceOf(prices, 'brand-new'), { inputTokens: 10, outputTokens: 10, seconds: 60 })).toBe(30 + 150 + 6_000);
  });

  it('is nothing where the policy says that nothing costs anything', () => {
    expect(costOf(priceOf([], 'ours'), { inputTokens: 1e6, seconds: 3600 })).toBe(0);
  });
});
