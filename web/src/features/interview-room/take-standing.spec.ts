import { type Recording } from '../../api/schema.js';
import { type Recorded, type TakeEnd } from '../../speaking/take-recorder.js';
import { earlierOf, standingOf, wholeHere } from './take-standing.js';

const take = { takeId: 't', number: 1, kind: 'video' as const };
const recording = (change: Partial<Recording>): Recording => ({
  takeId: 't', position: 1, number: 1, kind: 'video', state: 'recording', contentType: 'video/webm', durationMs: null, bytes: null, fault: null, parts: [], expiresAt: '', ...change,
});
const part = (number: number, ended: TakeEnd = 'stopped'): Recorded => ({ part: number, blob: new Blob(), durationMs: 4_000, speech: [], ended });

describe('where a spoken answer stands', () => {
  it('is nothing before it is spoken, after it was thrown away, and for the other way to speak it', () => {
    expect(standingOf({ take: null, recording: null }, 'video')).toEqual({ kind: 'none' });
    expect(standingOf({ take, recording: recording({ state: 'ready' }) }, 'audio')).toEqual({ kind: 'none' });
  });

  it('is cut off as long as its pieces reach, those that still wait in this browser among them', () => {
    const parts = [{ part: 0, chunks: [0, 1, 2] }, { part: 1, chunks: [0] }];
    expect(standingOf({ take, recording: recording({ parts }) }, 'video')).toMatchObject({ kind: 'cut_off', seconds: 8 });
    expect(standingOf({ take, recording: recording({}) }, 'video', 2)).toMatchObject({ kind: 'cut_off', seconds: 4 });
  });

  it('is gone when nothing of it was kept, and says why when it cannot be played', () => {
    expect(standingOf({ take, recording: null }, 'video')).toEqual({ kind: 'gone' });
    expect(standingOf({ take, recording: recording({}) }, 'video')).toEqual({ kind: 'gone' });
    expect(standingOf({ take, recording: recording({ state: 'broken', fault: { code: 'silent', says: 'There is no sound in it.' } }) }, 'video')).toEqual({ kind: 'broken', says: 'There is no sound in it.' });
  });

  it('is told from before the page was loaded again, and from this page where that has all of it', () => {
    const cutOff = standingOf({ take, recording: recording({ parts: [{ part: 0, chunks: [0, 1] }] }) }, 'video');
    expect(earlierOf(cutOff, [])).toEqual({ state: 'cut_off', seconds: 4 });
    expect(earlierOf(cutOff, [part(1)])).toMatchObject({ state: 'whole' });
    expect(earlierOf(cutOff, [part(1, 'device_lost')])).toMatchObject({ state: 'cut_off' });
    expect(earlierOf(cutOff, [part(0)])).toBeNull();
    expect([wholeHere([part(0), part(1)]).length, wholeHere([part(1)]).length]).toEqual([2, 0]);
  });
});
