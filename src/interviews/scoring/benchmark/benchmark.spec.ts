import { readAnswerSet } from './answer-set.js';
import { bestThreshold, counts, macroF1, pearson } from './figures.js';
import { measureOn } from './measure.js';

const TOPICS = [
  ['Why does bread rise?', 'Yeast makes gas, and the gas lifts the dough.', 'The yeast makes a gas that lifts the dough.', 'The oven is hot and the crust is brown.'],
  ['Why do we salt pasta water?', 'Salt gives the pasta taste while it cooks.', 'The salt gives taste to the pasta while it cooks.', 'Because my uncle has always had a blue pot.'],
  ['Why does a kite need a tail?', 'The tail keeps the kite steady in the wind.', 'A tail keeps it steady in the wind.', 'Children like bright colours and long ribbons.'],
  ['Why do leaves turn yellow?', 'The green pigment breaks down in the cold.', 'In the cold the green pigment breaks down.', 'They fall onto the path and we sweep them up.'],
] as const;

const lines = (mark: (isRight: boolean) => object): string =>
  TOPICS.map(([question, reference, right, wrong]) => JSON.stringify({ question, references: [reference], answers: [{ text: right, ...mark(true) }, { text: reference, ...mark(true) }, { text: wrong, ...mark(false) }] })).join('\n');
const labelled = lines((isRight) => ({ label: isRight ? 'correct' : 'incorrect' }));
const graded = lines((isRight) => ({ score: isRight ? 5 : 0.5 }));
const WISH = { extraReferences: 0, splits: 4, seed: 1 };

describe('the measure of the evaluator', () => {
  it('tells right answers from wrong ones by a threshold of other questions', () => {
    const { halves, measure, answers, passing, pearson: agreement } = measureOn(readAnswerSet(labelled, 'set.jsonl'), WISH);
    expect({ measure, answers, halves }).toEqual({ measure: 'macro-F1', answers: 12, halves: { mean: 1, least: 1, most: 1 } });
    expect(agreement).toBeGreaterThan(0.9);
    expect(passing).toMatchObject({ echo: 0, keywords: 0, otherLanguage: 0 });
  });

  it('takes grades from 0 to 5 in place of labels', () => {
    const { measure, halves, pearson: agreement, passing } = measureOn(readAnswerSet(graded, 'set.jsonl'), WISH);
    expect(measure).toBe('RMSE');
    expect(halves.mean).toBeLessThan(1);
    expect(agreement).toBeGreaterThan(0.9);
    expect(passing).toBeNull();
  });

  it('does not judge answers that it takes for references', () => {
    const { answers, references } = measureOn(readAnswerSet(labelled, 'set.jsonl'), { ...WISH, extraReferences: 1 });
    expect({ answers, references }).toEqual({ answers: 8, references: 2 });
  });

  it('finds the same figures again with the same seed', () => {
    const [one, other] = [0, 1].map(() => ({ ...measureOn(readAnswerSet(labelled, 'set.jsonl'), WISH), milliseconds: null }));
    expect(other).toEqual(one);
  });
});

describe('figures', () => {
  it('are what their formulas say', () => {
    const points = [[0.1, 0], [0.4, 0], [0.5, 1], [0.6, 0], [0.9, 1]].map(([measured = 0, mark = 0]) => ({ measured, mark }));
    expect(bestThreshold(points)).toBeCloseTo(0.45);
    // Two hits, one false alarm, no miss, two rejections: F1 of 4/5 and of 4/5.
    expect(macroF1(counts(points, 0.45))).toBeCloseTo(0.8);
    expect(pearson([1, 2, 3].map((value) => ({ measured: value, mark: 7 - 2 * value })))).toBeCloseTo(-1);
    expect(pearson([1, 2].map((value) => ({ measured: value, mark: 1 })))).toBe(0);
  });
});

describe('a set that cannot be read', () => {
  const [first = '', second = ''] = labelled.split('\n');
  it.each([
    ['not JSON', `${first}\n{"question": `, 'set.jsonl, line 2: is not JSON'],
    ['no references', `${first}\n${second.replace(/"references":\[[^\]]*\]/, '"references":[]')}`, 'set.jsonl, line 2: references'],
    ['an unknown label', `${first}\n\n${second.replace('incorrect', 'maybe')}`, 'set.jsonl, line 3: answers.2.label'],
    ['a grade above 5', `${graded.split('\n')[0]}\n${graded.split('\n')[1]?.replace('0.5', '6')}`, 'set.jsonl, line 2: answers.2.score'],
    ['grades and labels', `${graded.split('\n')[0]}\n${second}`, 'set.jsonl, line 2: answers.0.score'],
    ['one question', first, 'at least two'],
    ['nothing', '\n', 'no questions'],
  ])('%s: says where', (_, text, says) => {
    expect(() => readAnswerSet(text, 'set.jsonl')).toThrow(says);
  });
});
