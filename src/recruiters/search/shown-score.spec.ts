import { shownScore } from './shown-score.js';

describe('a score on a card', () => {
  it.each([['8.299', '8.29'], ['10.000', '10.00'], ['7.499', '7.49'], ['7.500', '7.50'], ['7.501', '7.501'], ['0.000', '0.00']])('%s reads %s', (decimal, shown) => {
    expect(shownScore(decimal, '7.5')).toBe(shown);
  });
});
