import { isOnItsWay, judgingInWords, kindsInWords, retakesInWords, standsInWords } from './words.js';

describe('what somebody who is invited reads', () => {
  it('says how answers are given, in one sentence whatever is offered', () => {
    expect(kindsInWords(['text'])).toBe('Your answers are typed.');
    expect(kindsInWords(['text', 'audio', 'video'])).toBe('You choose how you answer: typed, spoken or spoken with a picture.');
  });

  it('says how often an answer can be recorded', () => {
    expect([0, 1, 3].map(retakesInWords)).toEqual(['A spoken answer is recorded once.', 'You can record each spoken answer a second time.', 'You can record each spoken answer up to 3 times more.']);
  });

  it('takes an interview that was handed in a moment ago for one on its way, and no other', () => {
    const submittedAt = '2026-12-01T12:00:00Z';
    const soon = Date.parse(submittedAt) + 5_000;
    expect(isOnItsWay({ state: 'complete', submittedAt, sharedUntil: null }, soon)).toBe(true);
    expect(isOnItsWay({ state: 'complete', submittedAt, sharedUntil: '2027-03-01T12:00:00Z' }, soon)).toBe(false);
    expect(isOnItsWay({ state: 'withdrawn', submittedAt, sharedUntil: null }, soon)).toBe(false);
    expect(isOnItsWay({ state: 'complete', submittedAt, sharedUntil: null }, soon + 3_600_000)).toBe(false);
  });

  it('says that somebody took it back only where they did', () => {
    expect(standsInWords({ state: 'withdrawn', endedBecause: 'withdrawn' })).toBe('You took it back');
    expect(standsInWords({ state: 'withdrawn', endedBecause: 'invalidated' })).toBe('Its notice has changed');
    expect(standsInWords({ state: 'complete', endedBecause: 'invalidated' })).toBe('Handed in');
  });

  const deadlineAt = '2026-12-20T12:00:00Z';

  it('promises people where no program may score, and names the day from which one may', () => {
    expect(judgingInWords({ deadlineAt, ai: { offered: true, from: null, why: 'people_only' } })).toContain('you choose');
    expect(judgingInWords({ deadlineAt, ai: { offered: false, from: null, why: 'people_only' } })).toBe('People judge your answers; no program scores them.');
    const ai = { offered: false, from: '2026-12-07T12:00:00Z', why: 'notice_not_over' } as const;
    const later = judgingInWords({ deadlineAt, ai });
    expect(later).toContain('ten business days');
    expect(later).toContain('From 7 December 2026 on');
    expect(judgingInWords({ deadlineAt: '2026-12-07T11:00:00Z', ai })).not.toContain('7 December');
  });
});
