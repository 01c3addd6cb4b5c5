/** The marks that people gave one answer, each from 1 to 5; in no particular order. */
export type MarksOfAnswer = readonly number[];

/** How alike people rate. `n` says how much each figure rests on; it is null where that is too little to say anything. */
export interface Agreement {
  /** Answers that two people or more have rated. */
  readonly answers: number;
  /** Pairs of marks that two people gave one answer. */
  readonly pairs: number;
  /** Krippendorff's alpha on an interval scale: 1 is complete agreement, 0 is what chance would give. */
  readonly alpha: number | null;
  /** The share of the pairs that lie at most one mark apart. */
  readonly withinOne: number | null;
}

/** Interviews that people rated and the evaluator scored, and how well the two go together (Pearson). */
export interface Alignment {
  readonly interviews: number;
  readonly correlation: number | null;
}

/** Under five, a figure says more of chance than of people. */
export const FEWEST = 5;

export function agreementOf(answers: readonly MarksOfAnswer[]): Agreement {
  const paired = answers.filter((marks) => marks.length > 1);
  const differences = paired.flatMap(pairsOf);
  const enough = paired.length >= FEWEST;
  return {
    answers: paired.length,
    pairs: differences.length,
    alpha: enough ? alphaOf(paired) : null,
    withinOne: enough ? differences.filter((difference) => difference <= 1).length / differences.length : null,
  };
}

/** `[people, evaluator]` of each interview. */
export function alignmentOf(interviews: readonly (readonly [number, number])[]): Alignment {
  return { interviews: interviews.length, correlation: interviews.length < FEWEST ? null : pearson(interviews) };
}

/** Null when everybody gave everything the same mark: there is then no difference to agree about. */
function alphaOf(paired: readonly MarksOfAnswer[]): number | null {
  const all = paired.flat();
  const expected = spread(all) / (all.length * (all.length - 1));
  if (expected === 0) return null;
  const observed = sum(paired.map((marks) => spread(marks) / (marks.length - 1))) / all.length;
  return 1 - observed / expected;
}

/** The squared differences of all ordered pairs. */
function spread(marks: readonly number[]): number {
  return sum(marks.flatMap((one) => marks.map((other) => (one - other) ** 2)));
}

function pairsOf(marks: MarksOfAnswer): number[] {
  return marks.flatMap((one, index) => marks.slice(index + 1).map((other) => Math.abs(one - other)));
}

function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  const [meanX, meanY] = [sum(pairs.map(([x]) => x)) / pairs.length, sum(pairs.map(([, y]) => y)) / pairs.length];
  const across = sum(pairs.map(([x, y]) => (x - meanX) * (y - meanY)));
  const along = Math.sqrt(sum(pairs.map(([x]) => (x - meanX) ** 2)) * sum(pairs.map(([, y]) => (y - meanY) ** 2)));
  return along === 0 ? null : across / along;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
