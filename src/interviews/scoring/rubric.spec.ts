import { exact } from './exact-score.js';
import { answerScore, competencyScore, type CriterionScores, isAbove, overallScore, readScore, RUBRIC, showScore, SKIPPED, writeScore } from './rubric.js';

const all = (score: number): CriterionScores => ({ relevance: score, specificity: score, structure: score, reasoning: score, clarity: score });

describe('rubric vv-1', () => {
  it('weighs its criteria so that they make a hundred', () => {
    expect(Object.values(RUBRIC.weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it('goes from 0 to 10', () => {
    expect(answerScore(all(0))).toEqual(exact(0n));
    expect(answerScore(all(100))).toEqual(exact(10n));
  });

  it('counts relevance 35, specificity 25, structure 20, reasoning 10 and clarity 10 percent', () => {
    expect(showScore(answerScore({ ...all(0), relevance: 100 }))).toBe('3.50');
    expect(showScore(answerScore({ relevance: 80, specificity: 70, structure: 75, reasoning: 60, clarity: 90 }))).toBe('7.55');
  });

  it('takes nothing but integers from 0 to 100', () => {
    expect(() => answerScore(all(101))).toThrow(RangeError);
    expect(() => answerScore(all(50.5))).toThrow(RangeError);
  });

  it('counts a skipped question as 0 in the mean of its competency', () => {
    expect(competencyScore([answerScore(all(90)), SKIPPED])).toEqual(exact(9n, 2n));
    expect(competencyScore([])).toBeNull();
  });

  it('weighs competencies equally unless told otherwise', () => {
    const scores = { a: exact(9n), b: exact(6n) };
    expect(overallScore(scores)).toEqual(exact(15n, 2n));
    expect(overallScore(scores, { a: 3 })).toEqual(exact(33n, 4n));
    expect(overallScore({})).toBeNull();
    expect(overallScore(scores, { a: 0, b: 0 })).toBeNull();
  });

  it('takes exactly 7.5 for not above 7.5, and the smallest fraction more for above', () => {
    expect(isAbove(exact(15n, 2n), '7.5')).toBe(false);
    expect(isAbove(exact(15n * 10n ** 30n + 1n, 2n * 10n ** 30n), '7.5')).toBe(true);
  });

  it('keeps thirds exact, where decimals would drift', () => {
    const third = competencyScore([exact(7n), exact(7n), exact(17n, 2n)]);
    expect(third).toEqual(exact(15n, 2n));
  });

  it('shows two decimals, cut off and never rounded up', () => {
    expect(showScore(exact(7499n, 1000n))).toBe('7.49');
    expect(showScore(exact(15n, 2n))).toBe('7.50');
    expect(showScore(exact(10n))).toBe('10.00');
    expect(showScore(exact(1n, 30n))).toBe('0.03');
  });

  it('shows a third decimal where two would read 7.50 for something above', () => {
    expect(showScore(exact(7504n, 1000n))).toBe('7.504');
    expect(showScore(exact(75001n, 10000n))).toBe('7.500…');
    expect(showScore(exact(6001n, 1000n), '6')).toBe('6.001');
  });

  it('comes back from storage as it was', () => {
    const score = exact(123n, 17n);
    expect(readScore(writeScore(score))).toEqual(score);
    expect(() => readScore('7.5')).toThrow(RangeError);
    expect(() => readScore('1/0')).toThrow(RangeError);
  });
});
