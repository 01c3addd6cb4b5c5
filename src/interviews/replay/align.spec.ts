import fc from 'fast-check';
import { alignSpeech } from './align.js';
import { captionsOf } from './captions.js';

const TEXT = 'First I looked at the logs. Then I called the customer, because the numbers did not fit what she had told us. We fixed it in two days.';
const at = (text: string, part: string): { from: number; to: number } => ({ from: text.indexOf(part), to: text.indexOf(part) + part.length });
const spans = (cues: readonly { startMs: number; endMs: number }[]): number[][] => cues.map(({ startMs, endMs }) => [startMs, endMs]);

describe('a transcript laid over its recording', () => {
  it('cuts it into phrases that can be read at a glance', () => {
    const cues = alignSpeech(TEXT, { durationMs: 10_000, speech: [[0, 10_000]], timings: [] });
    expect(cues.map(({ from, to }) => TEXT.slice(from, to))).toEqual([
      'First I looked at the logs.', 'Then I called the customer, because the numbers did not fit what', 'she had told us.', 'We fixed it in two days.',
    ]);
  });

  it('says nothing while nobody spoke', () => {
    const cues = alignSpeech('One two three. Four five six.', { durationMs: 20_000, speech: [[1_000, 3_000], [12_000, 14_000]], timings: [] });
    expect(cues[0]).toMatchObject({ startMs: 1_000 });
    expect(cues[0]!.endMs).toBeLessThanOrEqual(3_000);
    expect(cues[1]!.endMs).toBe(14_000);
  });

  it('keeps to the moments that are known', () => {
    const cues = alignSpeech(TEXT, {
      durationMs: 60_000, speech: [[0, 60_000]],
      timings: [{ ...at(TEXT, 'First I looked at the logs.'), startMs: 2_000, endMs: 4_000 }, { ...at(TEXT, 'We fixed it in two days.'), startMs: 50_000, endMs: 55_000 }],
    });
    expect(spans([cues[0]!, cues[3]!])).toEqual([[2_000, 4_000], [50_000, 55_000]]);
  });

  it('takes up no moment that contradicts an earlier one', () => {
    const cues = alignSpeech(TEXT, {
      durationMs: 10_000, speech: [[0, 10_000]],
      timings: [{ ...at(TEXT, 'Then I called'), startMs: 8_000, endMs: 9_000 }, { ...at(TEXT, 'We fixed it'), startMs: 1_000, endMs: 2_000 }],
    });
    expect(cues[1]).toMatchObject({ startMs: 8_000 });
    expect(cues[3]!.startMs).toBeGreaterThanOrEqual(9_000);
  });

  it('has no phrases where nothing was written down', () => {
    expect(alignSpeech('  …  ', { durationMs: 1_000, speech: [], timings: [] })).toEqual([]);
  });

  const moments = fc.tuple(fc.integer({ min: -100, max: 400_000 }), fc.integer({ min: -100, max: 400_000 }));
  const timing = fc.record({ from: fc.nat(200), to: fc.nat(200), startMs: fc.nat(400_000), endMs: fc.nat(400_000) });

  it('stays in order and inside the recording, whatever was measured', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'word', ' ', '. ', ', ', '\n'), maxLength: 120 }), fc.integer({ min: 1, max: 300_000 }), fc.array(moments), fc.array(timing), (text, durationMs, speech, timings) => {
      const cues = alignSpeech(text, { durationMs, speech, timings });
      let [ms, place] = [0, 0];
      for (const cue of cues) {
        expect(cue.startMs).toBeGreaterThanOrEqual(ms);
        expect(cue.endMs).toBeGreaterThanOrEqual(cue.startMs);
        expect(cue.from).toBeGreaterThanOrEqual(place);
        expect(cue.to).toBeGreaterThan(cue.from);
        [ms, place] = [cue.endMs, cue.to];
      }
      expect(ms).toBeLessThanOrEqual(durationMs);
      expect(place).toBeLessThanOrEqual(text.length);
    }));
  });
});

describe('captions', () => {
  const text = 'I said <b>no</b> & stayed.\n\nThen --> I left.';
  const cues = [{ from: 0, to: 26, startMs: 61_005, endMs: 63_000 }, { from: 28, to: text.length, startMs: 3_600_000, endMs: 3_600_000 }];

  it('are WebVTT in which nothing of what was said is markup', () => {
    expect(captionsOf(text, cues, false)).toBe([
      'WEBVTT', '', '00:01:01.005 --> 00:01:03.000', 'I said &lt;b&gt;no&lt;/b&gt; &amp; stayed.', '', '01:00:00.000 --> 01:00:00.001', 'Then --&gt; I left.', '',
    ].join('\n'));
  });

  it('say so when their times are estimated', () => {
    expect(captionsOf(text, cues, true)).toMatch(/^WEBVTT\n\nNOTE The times are estimated/);
  });
});
