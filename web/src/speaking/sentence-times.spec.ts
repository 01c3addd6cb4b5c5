import { SentenceTimes } from './sentence-times.js';

/** Types a text key by key. */
function write(times: SentenceTimes, before: string, text: string, playedMs: number): string {
  for (let length = 1; length <= text.length; length += 1) times.type(before + text.slice(0, length), playedMs);
  return before + text;
}

describe('when a sentence was said', () => {
  it('is between where the one before ended and where one stopped the recording to type it', () => {
    const times = new SentenceTimes();
    const first = write(times, '', 'I measured it.', 4000);
    write(times, first, ' Then I fixed it!', 9500);
    expect(times.timings()).toEqual([{ from: 0, to: 14, startMs: 0, endMs: 4000 }, { from: 15, to: 31, startMs: 4000, endMs: 9500 }]);
  });

  it('stays when a word is mended later, and moves with what is put before it', () => {
    const times = new SentenceTimes();
    write(times, write(times, '', 'One.', 1000), ' Two.', 2000);
    times.type('One. Too.', 2000);
    times.type('Well: One. Too.', 500);
    expect(times.timings()).toEqual([{ from: 0, to: 10, startMs: 0, endMs: 1000 }, { from: 11, to: 15, startMs: 1000, endMs: 2000 }]);
  });

  it('is not known of what was typed without listening, and not made up', () => {
    const times = new SentenceTimes();
    write(times, '', 'From memory. All of it.', 0);
    expect(times.timings()).toEqual([]);
    expect(new SentenceTimes('Typed before the reload.').timings()).toEqual([]);
  });

  it('is one stretch for all that was typed after hearing it through', () => {
    const times = new SentenceTimes();
    write(times, '', 'One. Two. Three', 60_000);
    expect(times.timings()).toEqual([{ from: 0, to: 15, startMs: 0, endMs: 60_000 }]);
  });

  it('never runs backwards, though one went back to hear something again', () => {
    const times = new SentenceTimes();
    write(times, write(times, write(times, '', 'One.', 5000), ' Two.', 3000), ' Three.', 8000);
    expect(times.timings()).toEqual([{ from: 0, to: 9, startMs: 0, endMs: 5000 }, { from: 10, to: 16, startMs: 5000, endMs: 8000 }]);
  });

  it('survives that all of it is deleted', () => {
    const times = new SentenceTimes();
    write(times, '', 'One.', 5000);
    times.type('', 5000);
    expect(times.timings()).toEqual([]);
  });
});
