import { countWords, daysUntil, inOneBreath, showDeadline, showDeletion, showSize, timeLeft } from './format.js';

const now = Date.parse('2026-11-21T10:00:00Z');

describe('what the screens say of time and amounts', () => {
  it('counts the days an interview stays, begun ones in full, and names the date', () => {
    expect(showDeletion('2027-02-19T10:00:00Z', now)).toBe('deleted in 90 days, on 19 February 2027');
    expect(daysUntil('2026-11-22T10:00:01Z', now)).toBe(2);
  });

  it('names the size of a small file in bytes, and not as none at all', () => {
    expect([20_480, 1_572_864].map(showSize)).toEqual(['20,480 bytes', '1.5 MB']);
  });

  it('names the hour on the last day, and does not count below zero', () => {
    expect(showDeletion('2026-11-21T20:00:00Z', now)).toContain('within a day');
    expect(daysUntil('2026-11-01T00:00:00Z', now)).toBe(0);
  });

  it('counts words in any script and none in blank text', () => {
    expect(countWords('  I measured\nit — twice. ')).toBe(5);
    expect(countWords(' \n ')).toBe(0);
  });

  it('joins parts as one would say them', () => {
    expect(inOneBreath([])).toBe('');
    expect(inOneBreath(['1'])).toBe('1');
    expect(inOneBreath(['1', '2', '4'])).toBe('1, 2 and 4');
  });
});

describe('what must be done in time', () => {
  it('never promises more time than there is', () => {
    expect(timeLeft('2026-11-24T09:59:59Z', now)).toBe('2 days left');
    expect(timeLeft('2026-11-23T09:59:59Z', now)).toBe('47 hours left');
    expect(timeLeft('2026-11-21T11:59:59Z', now)).toBe('119 minutes left');
    expect(timeLeft('2026-11-21T10:00:30Z', now)).toBe('1 minute left');
    expect(timeLeft('2026-11-21T10:00:00Z', now)).toBeNull();
  });

  it('is said with the day of the week and the zone', () => {
    expect(showDeadline('2026-11-30T17:00:00Z')).toMatch(/^(Mon|Tues|Sun)day.* November 2026 at \d\d:\d\d \S+$/);
  });
});
