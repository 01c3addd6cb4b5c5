import { exact } from '../../scoring/exact-score.js';
import { comparisonOf, type Pair, pearson } from './comparison.js';

const pair = (name: string, first: [bigint, bigint], second: [bigint, bigint]): Pair => ({ interviewId: name, firstRun: `${name}-1`, secondRun: `${name}-2`, first: exact(...first), second: exact(...second) });

describe('two evaluators over the same interviews', () => {
  const pairs = [
    pair('a', [5n, 1n], [6n, 1n]), pair('b', [6n, 1n], [6n, 1n]), pair('c', [7n, 1n], [8n, 1n]), pair('d', [8n, 1n], [9n, 1n]), pair('e', [15n, 2n], [751n, 100n]),
  ];

  it('are told apart by their mean difference, by how they rank, and by the side of the mark, the largest difference first', () => {
    const figures = comparisonOf(pairs, '7.5');
    expect(figures?.meanDifference).toBeCloseTo((1 + 0 + 1 + 1 + 0.01) / 5, 10);
    expect(figures?.pearson).toBeCloseTo(pearson([5, 6, 7, 8, 7.5], [6, 6, 8, 9, 7.51]) ?? 0, 10);
    // c crosses the mark, and so does e by a hundredth: 7.5 is not above 7.5.
    expect(figures?.sameSide).toBe(3 / 5);
    expect(figures?.largest.map(({ interviewId }) => interviewId)).toEqual(['a', 'c', 'd', 'e', 'b']);
    expect(figures?.largest.at(-2)).toMatchObject({ first: '7.50', second: '7.51', sameSide: false });
  });

  it('are not compared over fewer than five interviews, since that would speak of single people', () => {
    expect(comparisonOf(pairs.slice(1), '7.5')).toBeNull();
  });

  it('correlate as Pearson has it, and not at all when one of them never varies', () => {
    expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(pearson([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(0.6, 12);
    expect(pearson([1, 2, 3], [5, 5, 5])).toBeNull();
  });
});
