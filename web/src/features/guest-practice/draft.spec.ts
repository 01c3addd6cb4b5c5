import { type Recorded } from '../../speaking/take-recorder.js';
import { answerFrom, begun, EMPTY, heard, isUntold, recorded, thrownAway, timed, typed, writtenDown } from './draft.js';

const tape = (part = 0): Recorded => ({ part, blob: new Blob(['x']), durationMs: 4_000, speech: [[0, 3_000]], ended: 'stopped' });
const spoken = recorded(begun(EMPTY, 'first'), 'audio', tape(), 'first');
const TIMINGS = [{ from: 0, to: 5, startMs: 0, endMs: 900 }];

describe('an answer of a guest', () => {
  it('has no text until somebody writes it down, and is made up by nobody', () => {
    expect(isUntold(spoken)).toBe(true);
    expect(isUntold(writtenDown(spoken, 'I measured it.'))).toBe(false);
  });

  it('is taken down by the device, unless something was typed meanwhile', () => {
    const words = { text: 'I measured it', timings: TIMINGS };
    expect(heard(spoken, '', words, false)).toMatchObject({ text: 'I measured it', kind: 'audio', transcriber: 'device', take: { timings: TIMINGS } });
    expect(heard(spoken, '', words, true).take?.timings).toEqual([]);
    expect(heard(writtenDown(spoken, 'Mine'), '', words, false)).toMatchObject({ text: 'Mine', transcriber: 'candidate' });
    expect(heard(writtenDown(spoken, 'Mine'), 'Mine', words, true)).toMatchObject({ text: 'Mine I measured it', transcriber: 'device_edited' });
  });

  it('says who wrote it down, and forgets the times of words that were changed', () => {
    const device = heard(spoken, '', { text: 'I measured it', timings: TIMINGS }, false);
    expect(writtenDown(device, 'I measured all')).toMatchObject({ transcriber: 'device_edited', take: { timings: [] } });
    expect(timed(device, []).take?.timings).toEqual(TIMINGS);
    expect(timed(writtenDown(spoken, 'Mine'), TIMINGS)).toMatchObject({ transcriber: 'candidate', take: { timings: TIMINGS } });
  });

  it('counts every take, and keeps the last one alone with the text that was there', () => {
    const again = begun(writtenDown(spoken, 'Mine'), 'again');
    expect(again).toMatchObject({ takes: 2, take: null, text: 'Mine' });
    const more = recorded(begun(spoken, 'go_on'), 'audio', tape(1), 'go_on');
    expect(more).toMatchObject({ takes: 1, take: { takeId: spoken.take?.takeId } });
    expect(more.take?.parts).toHaveLength(2);
  });

  it('counts as left out once it was thrown away', () => {
    expect(isUntold(thrownAway(spoken))).toBe(false);
    expect(thrownAway(spoken)).toMatchObject({ takes: 1, take: null, text: '' });
  });

  it('goes into the report with what was measured of it, its parts one behind the other', () => {
    expect(answerFrom(2, writtenDown(spoken, 'Mine'))).toMatchObject({ position: 2, kind: 'audio', take: { number: 1, recording: null, measured: { durationMs: 4_000, speech: [[0, 3_000]] } } });
    expect(answerFrom(2, recorded(spoken, 'audio', tape(1), 'go_on')).take?.measured).toMatchObject({ durationMs: 8_000, speech: [[0, 3_000], [4_000, 7_000]] });
    expect(answerFrom(1, typed(EMPTY, 'Typed'))).toMatchObject({ kind: 'text', transcriber: 'candidate', take: null });
  });
});
