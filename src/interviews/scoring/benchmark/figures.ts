/** One answer: what the evaluator measured, and what people marked it. */
export interface Point {
  readonly measured: number;
  readonly mark: number;
}

/** How often each of the two was said when it was so, as counts. */
interface Counts {
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
  readonly rejections: number;
}

/** The mean of the two F1: of "correct" and of "incorrect". */
export function macroF1({ hits, falseAlarms, misses, rejections }: Counts): number {
  const f1 = (right: number): number => (right === 0 ? 0 : (2 * right) / (2 * right + falseAlarms + misses));
  return (f1(hits) + f1(rejections)) / 2;
}

export function counts(points: readonly Point[], threshold: number): Counts {
  const count = (isMarked: boolean, passes: boolean): number => points.filter(({ measured, mark }) => (mark > 0) === isMarked && (measured > threshold) === passes).length;
  return { hits: count(true, true), falseAlarms: count(false, true), misses: count(true, false), rejections: count(false, false) };
}

/** The threshold with the best macro-F1 on these points: half-way between two neighbours, or below all. */
export function bestThreshold(points: readonly Point[]): number {
  const sorted = points.toSorted((a, b) => a.measured - b.measured);
  const right = sorted.filter(({ mark }) => mark > 0).length;
  const wrong = sorted.length - right;
  let [misses, rejections] = [0, 0];
  let best = { f1: macroF1({ hits: right, falseAlarms: wrong, misses, rejections }), threshold: -Infinity };
  sorted.forEach(({ measured, mark }, index) => {
    if (mark > 0) misses += 1;
    else rejections += 1;
    const next = sorted[index + 1]?.measured ?? measured + 1;
    if (next === measured) return;
    const f1 = macroF1({ hits: right - misses, falseAlarms: wrong - rejections, misses, rejections });
    if (f1 > best.f1) best = { f1, threshold: (measured + next) / 2 };
  });
  return best.threshold;
}

export function pearson(points: readonly Point[]): number {
  const { slope, spread } = regression(points);
  return spread.marks === 0 ? 0 : slope * Math.sqrt(spread.measured / spread.marks);
}

/** The straight line that makes marks of what was measured. */
export function fittedLine(points: readonly Point[]): (measured: number) => number {
  const { slope, means } = regression(points);
  return (measured) => means.mark + slope * (measured - means.measured);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}

function regression(points: readonly Point[]) {
  const means = { measured: mean(points.map(({ measured }) => measured)), mark: mean(points.map(({ mark }) => mark)) };
  const products = (of: (point: Point) => number): number => points.reduce((sum, point) => sum + of(point), 0);
  const spread = { measured: products(({ measured }) => (measured - means.measured) ** 2), marks: products(({ mark }) => (mark - means.mark) ** 2) };
  const common = products(({ measured, mark }) => (measured - means.measured) * (mark - means.mark));
  return { means, spread, slope: spread.measured === 0 ? 0 : common / spread.measured };
}
