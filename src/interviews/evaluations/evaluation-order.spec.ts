import { type Evaluator } from '../scoring/evaluation.js';
import { forSecond, nextOf } from './evaluation-order.js';
import { isByAi, type Run } from './run.js';

const evaluator = (name: string): Evaluator => ({ name, version: '1', evaluate: () => ({ state: 'skipped' }) });
const [builtIn, one, other] = [evaluator('built-in'), evaluator('openai/a'), evaluator('xai/b')];
const run = (name: string, tries: number): Run => ({ id: name, interviewId: 'i', why: 'first', state: 'away', evaluator: name, evaluatorVersion: '1', rubric: 'vv-1', overall: null, begunAt: new Date(0), endedAt: null, basedOn: null, reason: null, tries });
const names = (evaluators: readonly Evaluator[]): string[] => evaluators.map(({ name }) => name);

describe('who judges a second time', () => {
  it('is another AI evaluator, behind which stands the first once more', () => {
    expect(names(forSecond([one, other, builtIn], run(one.name, 0)))).toEqual([other.name, one.name]);
    expect(names(forSecond([one, builtIn], run(one.name, 0)))).toEqual([one.name]);
  });

  it('is never the built-in evaluator, which says the same each time, nor is it judged a second time itself', () => {
    expect(forSecond([builtIn], run(one.name, 0))).toEqual([]);
    expect([builtIn, one].map(({ name }) => isByAi(name))).toEqual([false, true]);
    expect(isByAi('A person')).toBe(false);
  });
});

describe('who judges next', () => {
  it('is the first of the order until it was away, then the next, and then the first again', () => {
    expect(nextOf([one, other], [])).toBe(one);
    expect(nextOf([one, other], [run(one.name, 1)])).toBe(other);
    expect(nextOf([one, other], [run(one.name, 1), run(other.name, 1)])).toBe(one);
    expect(nextOf([], [])).toBeUndefined();
  });

  it('is the built-in evaluator only where the order has it', () => {
    expect(nextOf([one], [run(one.name, 4)])).toBe(one);
    expect(nextOf([one, builtIn], [run(one.name, 1)])).toBe(builtIn);
  });
});
