import { onlyCompareAsk } from './known-search.js';

describe('the address of a comparison', () => {
  it('keeps what it knows', () => {
    const ask = { state: 'unrated', recommendation: 'strong_yes', leastScore: 7, decision: 'open', sort: 'name' };
    expect(onlyCompareAsk(ask)).toEqual(ask);
  });

  it('leaves out what makes no sense', () => {
    expect(onlyCompareAsk({ state: 'x', recommendation: 5, leastScore: 11, decision: null, sort: ['name'], other: 1 })).toEqual({});
  });
});
