import { exact, type ExactScore, fromDecimal, isAbove } from '../scoring/exact-score.js';

/** Rubric vv-1: as close to the mark as this, one AI evaluation does not decide. */
const MARGIN = exact(1n, 4n);

/** Whether a score lies within a quarter of a point of the mark, both edges included, to the last digit. */
export function isNearMark(score: ExactScore, mark: string): boolean {
  const { numerator, denominator } = fromDecimal(mark);
  const apart = score.numerator * denominator - numerator * score.denominator;
  return (apart < 0n ? -apart : apart) * MARGIN.denominator <= MARGIN.numerator * score.denominator * denominator;
}

/** Whether two evaluations say the same of the mark: both strictly above it, or neither. */
export function agreeOnMark(one: ExactScore, other: ExactScore, mark: string): boolean {
  return isAbove(one, mark) === isAbove(other, mark);
}
