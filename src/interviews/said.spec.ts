import { saidInAll } from './said.js';

describe('what was said to a question in all', () => {
  it('is the answer and, behind an empty line, what was said to its follow-up', () => {
    const { text, startsAt } = saidInAll('I measured first.', 'Twice.');
    expect([text, startsAt, text.slice(startsAt ?? 0)]).toEqual(['I measured first.\n\nTwice.', 19, 'Twice.']);
  });

  it('is the answer alone, untouched, when the follow-up was left out', () => {
    for (const left of [null, '', ' \n']) expect(saidInAll(' as typed ', left)).toEqual({ text: ' as typed ', startsAt: null });
  });

  it('begins with the follow-up when the answer itself was taken back', () => {
    expect(saidInAll(' ', 'Twice.')).toEqual({ text: 'Twice.', startsAt: 0 });
  });
});
