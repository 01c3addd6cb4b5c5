import { type NoticePart } from '../../api/notice-queries.js';
import { compare, isChanged } from './difference.js';

const part = (id: string, ...lines: string[]): NoticePart => ({ id, title: id.toUpperCase(), blocks: lines.map((line) => ({ kind: 'paragraph', text: [line], now: false })) });
/** As somebody would write it down: `[-went-]` and `{+came+}`. */
const marked = (from: NoticePart[], to: NoticePart[]) => compare(from, to).map(({ id, lines }) => [id, ...lines.map((line) => line.map(({ text, change }) => {
  if (change === 'same') return text;
  return change === 'added' ? `{+${text}+}` : `[-${text}-]`;
}).join(''))]);

describe('the difference between two versions of a notice', () => {
  it('names the words that came and went, and leaves the others alone', () => {
    expect(marked([part('kept', 'First.', 'We keep it for 90 days.', 'Always.')], [part('kept', 'First.', 'We keep it for 30 days.', 'Always.')]))
      .toEqual([['kept', 'First.', 'We keep it for [-90-]{+30+} days.', 'Always.']]);
  });

  it('changes nothing where nothing was changed', () => {
    const [compared] = compare([part('who', 'We.')], [part('who', 'We.')]);
    expect(compared?.lines.some(isChanged)).toBe(false);
  });

  it('tells sentences apart whole that have little in common, and lines that went or came alone', () => {
    expect(marked([part('who', 'The operator of this place', 'Second line.', 'Third line.')], [part('who', 'Nordlys AS', 'Third line.', 'Fourth line.')]))
      .toEqual([['who', '[-The operator of this place-]{+Nordlys AS+}', '[-Second line.-]', 'Third line.', '{+Fourth line.+}']]);
  });

  it('shows a part that went where it stood, and one that came where it stands', () => {
    expect(marked([part('a', 'A'), part('b', 'B'), part('c', 'C')], [part('a', 'A'), part('c', 'C'), part('d', 'D')])).toEqual([['a', 'A'], ['b', '[-B-]'], ['c', 'C'], ['d', '{+D+}']]);
  });

  it('finds the words of links, lists and facts', () => {
    const [before, after] = ['Northern Norway', 'Northern Iceland'].map((where): NoticePart => ({ id: 'x', title: 'X', blocks: [
      { kind: 'list', items: [['Write to ', { text: 'us', href: 'mailto:a@b.c' }]], now: false }, { kind: 'facts', facts: [{ term: 'Where', says: [[where]] }], names: false, now: false },
    ] }));
    expect(marked(before ? [before] : [], after ? [after] : [])).toEqual([['x', 'Write to us', 'Where · Northern [-Norway-]{+Iceland+}']]);
  });
});
