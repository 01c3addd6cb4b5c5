import { shiftedTimings } from './shifted-timings.js';

const text = 'First I looked. Then I measured. It worked.';
const timings = [{ from: 0, to: 15, startMs: 0, endMs: 900 }, { from: 16, to: 32, startMs: 900, endMs: 2000 }, { from: 33, to: 43, startMs: 2000, endMs: 2600 }];
const said = (after: string) => shiftedTimings(timings, text, after).map(({ from, to, startMs }) => [startMs, after.slice(from, to)]);

describe('the times of a text that was recognised', () => {
  it('stay with their words when one of them is put right', () => {
    expect(said(text.replace('measured', 'weighed it'))).toEqual([[0, 'First I looked.'], [900, 'Then I weighed it.'], [2000, 'It worked.']]);
    expect(said(text.replace('First ', ''))).toEqual([[0, 'I looked.'], [900, 'Then I measured.'], [2000, 'It worked.']]);
  });

  it('go with a sentence that is deleted, and are the same when nothing was edited', () => {
    expect(said(text.replace('Then I measured. ', ''))).toEqual([[0, 'First I looked.'], [2000, 'It worked.']]);
    expect(shiftedTimings(timings, text, text)).toEqual(timings);
    expect(shiftedTimings(timings, text, '')).toEqual([]);
  });
});
