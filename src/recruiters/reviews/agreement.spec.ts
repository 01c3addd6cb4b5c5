import { agreementOf, alignmentOf } from './agreement.js';

describe('agreement between people', () => {
  it('is that of the published example of Krippendorff for an interval scale', () => {
    // "Computing Krippendorff's Alpha-Reliability" (2011), part D: four observers, twelve units, missing marks; alpha is 0.849.
    const units = [[1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [5, 5, 5], [1, 1], [3]];
    expect(agreementOf(units).alpha).toBeCloseTo(0.849, 3);
  });

  it('is complete when people always gave the same mark, and worse than chance when they always differed', () => {
    expect(agreementOf([[1, 1], [2, 2], [3, 3], [4, 4], [5, 5]])).toEqual({ answers: 5, pairs: 5, alpha: 1, withinOne: 1 });
    expect(agreementOf([[1, 5], [5, 1], [1, 5], [5, 1], [1, 5]]).alpha).toBeLessThan(0);
  });

  it('counts every pair of three people, and those at most one mark apart', () => {
    expect(agreementOf([[1, 2, 4], [3, 3], [2, 3], [5, 5], [1, 1]])).toMatchObject({ answers: 5, pairs: 7, withinOne: 5 / 7 });
  });

  it('says nothing under five answers that two people have rated', () => {
    expect(agreementOf([[1, 1], [2, 2], [3, 3], [4, 4], [5]])).toEqual({ answers: 4, pairs: 4, alpha: null, withinOne: null });
  });

  it('says nothing of agreement when every mark is the same one', () => {
    expect(agreementOf([[3, 3], [3, 3], [3, 3], [3, 3], [3, 3]])).toMatchObject({ alpha: null, withinOne: 1 });
  });
});

describe('people beside the evaluator', () => {
  it('go together when higher marks come with higher scores', () => {
    expect(alignmentOf([[1, 2], [2, 4], [3, 6], [4, 8], [5, 10]])).toEqual({ interviews: 5, correlation: expect.closeTo(1, 9) });
    expect(alignmentOf([[1, 10], [2, 8], [3, 6], [4, 4], [5, 2]]).correlation).toBeCloseTo(-1, 9);
  });

  it('say nothing under five interviews, or when one of them never differs', () => {
    expect(alignmentOf([[1, 2], [2, 4], [3, 6], [4, 8]])).toEqual({ interviews: 4, correlation: null });
    expect(alignmentOf([[3, 2], [3, 4], [3, 6], [3, 8], [3, 9]]).correlation).toBeNull();
  });
});
