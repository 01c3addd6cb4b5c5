import { exact } from '../scoring/exact-score.js';
import { agreeOnMark, isNearMark } from './near-mark.js';

describe('how near to the mark one AI evaluation does not decide', () => {
  it.each([
    ['7.25', exact(725n, 100n), true], ['7.75', exact(775n, 100n), true], ['7.5', exact(75n, 10n), true],
    ['a hair below 7.25', exact(724_999_999_999_999_999n, 10n ** 17n), false], ['a hair above 7.75', exact(775_000_000_000_000_001n, 10n ** 17n), false],
    ['a third', exact(22n, 3n), true], ['0', exact(0n), false], ['10', exact(10n), false],
  ])('%s', (_name, score, near) => {
    expect(isNearMark(score, '7.5')).toBe(near);
  });

  it('is measured from the mark of the policy', () => {
    expect(isNearMark(exact(7n), '7.25')).toBe(true);
    expect(isNearMark(exact(69_999n, 10_000n), '7.25')).toBe(false);
  });

  it.each([
    [exact(75n, 10n), exact(74n, 10n), true], [exact(75n, 10n), exact(7_500_001n, 1_000_000n), false], [exact(751n, 100n), exact(77n, 10n), true],
  ])('two evaluations agree when both are strictly above the mark, or neither is', (one, other, agree) => {
    expect(agreeOnMark(one, other, '7.5')).toBe(agree);
    expect(agreeOnMark(other, one, '7.5')).toBe(agree);
  });
});
