import { approximately, type ExactScore, showScore } from '../../scoring/exact-score.js';
import { agreeOnMark } from '../near-mark.js';

/** The overall scores of one interview by two judges. */
export interface Pair {
  readonly interviewId: string;
  readonly firstRun: string;
  readonly secondRun: string;
  readonly first: ExactScore;
  readonly second: ExactScore;
}

/** With fewer interviews, figures would speak of single people. */
export const FEWEST_COMPARED = 5;
const MOST_SHOWN = 10;

/** How two judges differ over the same interviews; null with too few of them. */
export function comparisonOf(pairs: readonly Pair[], mark: string) {
  if (pairs.length < FEWEST_COMPARED) return null;
  const differences = pairs.map(({ first, second }) => approximately(second) - approximately(first));
  const largest = pairs.map((pair, index) => ({ pair, difference: differences[index] ?? 0 })).sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference)).slice(0, MOST_SHOWN);
  return {
    meanDifference: mean(differences),
    pearson: pearson(pairs.map(({ first }) => approximately(first)), pairs.map(({ second }) => approximately(second))),
    sameSide: pairs.filter(({ first, second }) => agreeOnMark(first, second, mark)).length / pairs.length,
    mark,
    largest: largest.map(({ pair: { first, second, ...ids }, difference }) => ({ ...ids, first: showScore(first, mark), second: showScore(second, mark), difference, sameSide: agreeOnMark(first, second, mark) })),
  };
}

/** Pearson's correlation; null when one of the two never varies. */
export function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const [dx, dy] = [xs.map((x) => x - meanX), ys.map((y) => y - meanY)];
  const spread = Math.sqrt(sum(dx.map((d) => d * d)) * sum(dy.map((d) => d * d)));
  return spread === 0 ? null : sum(dx.map((d, index) => d * (dy[index] ?? 0))) / spread;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
