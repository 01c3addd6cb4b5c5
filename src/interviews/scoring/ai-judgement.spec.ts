import { loadQuestionBank } from '../bank/load-question-bank.js';
import { judgementOf, locate } from './ai-judgement.js';
import { CRITERIA } from './rubric.js';

const [question] = loadQuestionBank().questions;
if (!question) throw new Error('The bank is empty');
const answer = 'I compared a < b & c, café ☕ first. Then I fixed it.';
const criterion = { score: 70, reason: 'You say what you did.', quotes: ['I fixed it'] };
const judgement = { criteria: Object.fromEntries(CRITERIA.map((id) => [id, criterion])), coveredPoints: [question.points[0]?.id] };
const fits = (changed: object): boolean => judgementOf(question, answer).safeParse({ ...judgement, ...changed }).success;
const withRelevance = (changed: object) => ({ criteria: { ...judgement.criteria, relevance: { ...criterion, ...changed } } });

describe('a judgement of an AI model', () => {
  it('fits with five criteria, integers, reasons, quotes from the answer and points of the question', () => {
    expect(fits({})).toBe(true);
    expect(fits(withRelevance({ score: 0 }))).toBe(true);
    expect(fits(withRelevance({ score: 100 }))).toBe(true);
    expect(fits({ coveredPoints: [] })).toBe(true);
  });

  it.each([
    ['a score above 100', withRelevance({ score: 101 })],
    ['a score below 0', withRelevance({ score: -1 })],
    ['a broken score', withRelevance({ score: 7.5 })],
    ['a score in words', withRelevance({ score: '70' })],
    ['a missing criterion', { criteria: { ...judgement.criteria, clarity: undefined } }],
    ['a sixth criterion', { criteria: { ...judgement.criteria, charm: criterion } }],
    ['a total of its own', { total: 9.9 }],
    ['a quote that is not in the answer', withRelevance({ quotes: ['I fixed everything'] })],
    ['a quote in other letters', withRelevance({ quotes: ['i fixed it'] })],
    ['an empty quote', withRelevance({ quotes: [' '] })],
    ['half a character for a quote', withRelevance({ quotes: ['\uD83D'] })],
    ['no quote', withRelevance({ quotes: [] })],
    ['no reason', withRelevance({ reason: ' ' })],
    ['an endless reason', withRelevance({ reason: 'a'.repeat(601) })],
    ['a reason that cannot be stored', withRelevance({ reason: 'nul \0' })],
    ['a point of another question', { coveredPoints: ['no-such-point'] }],
  ])('is refused with %s', (_what, changed) => {
    expect(fits(changed)).toBe(false);
  });
});

describe('a quote', () => {
  it('is found where it stands, to the character', () => {
    const quote = locate(answer, 'café ☕ first');
    expect(quote).toEqual({ start: 22, end: 34, text: 'café ☕ first' });
    expect(answer.slice(22, 34)).toBe('café ☕ first');
  });

  it('is found also when the model gives it back as it read it', () => {
    expect(locate(answer, 'a &lt; b &amp; c')).toEqual({ start: 11, end: 20, text: 'a < b & c' });
    expect(locate('I wrote &lt; by hand', 'wrote &lt; by')?.text).toBe('wrote &lt; by');
  });

  it('does not stand in the middle of a character', () => {
    expect(locate('fine 😀', '\uD83D')).toBeNull();
  });
});
