import { secondsOf } from './careful-fetch.js';

describe('how long a provider asks to be left alone', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');

  it.each([
    ['seconds', '30', 30],
    ['a part of a second', '0.2', 1],
    ['a moment', 'Sat, 21 Nov 2026 10:01:30 GMT', 90],
    ['a moment that is past', 'Sat, 21 Nov 2026 09:00:00 GMT', 1],
    ['a week, which is not waited for', '604800', 900],
  ])('is read from %s', (_what, header, seconds) => {
    expect(secondsOf(header, now)).toBe(seconds);
  });

  it.each([[null], [''], ['soon']])('is not known from %j', (header) => {
    expect(secondsOf(header, now)).toBeUndefined();
  });
});
