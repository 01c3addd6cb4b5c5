/** A score from 0 to 10 as a fraction in lowest terms. The denominator is positive. */
export interface ExactScore {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction in lowest terms. Throws a RangeError when the denominator is zero. */
export function exact(numerator: bigint, denominator = 1n): ExactScore {
  if (denominator === 0n) throw new RangeError('A score cannot be divided by zero.');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** Weighted mean; weights are fractions too, and their sum must not be zero. */
export function weightedMean(parts: readonly { score: ExactScore; weight: ExactScore }[]): ExactScore {
  const sum = parts.reduce((total, { score, weight }) => plus(total, times(score, weight)), exact(0n));
  const weights = parts.reduce((total, { weight }) => plus(total, weight), exact(0n));
  return times(sum, exact(weights.denominator, weights.numerator));
}

/** Reads '7', '7.5' or '0.125'. Throws a RangeError for anything else. */
export function fromDecimal(text: string): ExactScore {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`"${text}" is not a decimal number.`);
  return exact(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Strictly above, to the last digit: 7.5 is not above '7.5'. */
export function isAbove(score: ExactScore, threshold: string): boolean {
  const bar = fromDecimal(threshold);
  return score.numerator * bar.denominator > bar.numerator * score.denominator;
}

/** Whether one score is lower than another. */
export function isBelow(score: ExactScore, other: ExactScore): boolean {
  return score.numerator * other.denominator < other.numerator * score.denominator;
}

/** For drawing only; every comparison is made on the exact fraction. */
export function approximately({ numerator, denominator }: ExactScore): number {
  return Number((numerator * 1000n) / denominator) / 1000;
}

/** Three places, cut off: `'7.421'`. */
export function asDecimal(score: ExactScore): string {
  return approximately(score).toFixed(3);
}

/** 'numerator/denominator', the form in which a score is stored. */
export function writeScore(score: ExactScore): string {
  return `${score.numerator}/${score.denominator}`;
}

/** Reads what `writeScore` wrote. Throws a RangeError for anything else. */
export function readScore(text: string): ExactScore {
  const [, numerator, denominator] = /^(\d+)\/([1-9]\d*)$/.exec(text) ?? [];
  if (numerator === undefined || denominator === undefined) throw new RangeError(`"${text}" is not a stored score.`);
  return exact(BigInt(numerator), BigInt(denominator));
}

/** Two decimals, truncated; a third one where two would read as the threshold although the score is above it. */
export function showScore(score: ExactScore, threshold = '7.5'): string {
  const short = truncated(score, 2);
  const reads = fromDecimal(short);
  const bar = fromDecimal(threshold);
  const looksEqual = reads.numerator === bar.numerator && reads.denominator === bar.denominator;
  if (!looksEqual || !isAbove(score, threshold)) return short;
  const longer = truncated(score, 3);
  // A score above the bar by less than a thousandth would still read as the bar.
  return isAbove(fromDecimal(longer), threshold) ? longer : `${longer}…`;
}

function truncated({ numerator, denominator }: ExactScore, decimals: number): string {
  const digits = ((numerator * 10n ** BigInt(decimals)) / denominator).toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function plus(a: ExactScore, b: ExactScore): ExactScore {
  return exact(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

function times(a: ExactScore, b: ExactScore): ExactScore {
  return exact(a.numerator * b.numerator, a.denominator * b.denominator);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  const [left, right] = [a < 0n ? -a : a, b < 0n ? -b : b];
  return right === 0n ? left : greatestCommonDivisor(right, left % right);
}
