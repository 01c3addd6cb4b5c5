import { heardFrom } from './heard.js';

const word = (text: string, startSecond: number) => ({ text, startSecond, endSecond: startSecond + 0.1 });
const hear = (text: string, said = [word('unsaid', 0)], writesFillers = true) => heardFrom({ text, said, seconds: 10, writesFillers });

describe('what a transcriber heard', () => {
  it.each([
    ['Um, I think so.', 'I think so.', 1],
    ['I, uh, read the logs.', 'I, read the logs.', 1],
    ['I did it, um.', 'I did it.', 1],
    ['I went. Um. Then I stopped.', 'I went. Then I stopped.', 1],
    ['Uhm, er, we waited.', 'We waited.', 2],
    ['I worked in the ER for a year.', 'I worked in the ER for a year.', 0],
    ['So... we waited!', 'So... we waited!', 0],
  ])('counts each "um" of %j and leaves it out', (text, rest, fillers) => {
    expect(hear(text)).toMatchObject({ text: rest, fillers });
  });

  it('says nothing of them where the transcriber leaves them out itself', () => {
    expect(hear('I did it.', [], false).fillers).toBeNull();
  });

  it('finds each word in the text, and not within another or far ahead', () => {
    const text = 'The heap was full. A heap is a tree.';
    const { timings } = hear(text, [word('The', 0), word('he', 1), word('heap', 2), word('was', 3), word('gone', 4), word('full', 5), word('a', 6), word('heap', 7)]);
    expect(timings.map(({ from, to, startMs }) => [text.slice(from, to), startMs])).toEqual([['The', 0], ['heap', 2_000], ['was', 3_000], ['full', 5_000], ['A', 6_000], ['heap', 7_000]]);
    expect(heardFrom({ text: `one ${'x '.repeat(40)}two`, said: [word('one', 0), word('two', 1)], seconds: 3, writesFillers: false }).timings).toHaveLength(1);
  });

  it('believes no time that goes back, or lies behind the end', () => {
    const { timings } = hear('one two three four', [word('one', 5), word('two', 3), word('three', 9.95), word('four', 12)]);
    expect(timings.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([[5_000, 5_100], [9_950, 10_000]]);
  });

  it('is one line a paragraph, without what no answer may hold', () => {
    expect(hear(' one\t two \n three\0 ').text).toBe('one two\nthree');
  });

  it('is read at once, however often a model repeats itself', () => {
    const { text, timings } = heardFrom({ text: `Um, yes ${','.repeat(300_000)}x`, said: Array.from({ length: 20_000 }, (_, at) => ({ text: 'never', startSecond: at, endSecond: at })), seconds: 300, writesFillers: true });
    expect([text.slice(0, 4), text.at(-1), timings]).toEqual(['Yes,', 'x', []]);
  });
});
