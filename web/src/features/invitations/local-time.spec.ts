import { fromLocal, toLocal } from './local-time.js';

describe('a deadline in a field for date and time', () => {
  it('comes back as the same minute', () => {
    expect(fromLocal(toLocal('2026-11-30T17:00:00.000Z'))).toBe('2026-11-30T17:00:00.000Z');
    expect(fromLocal(toLocal('2026-06-30T17:45:00.000Z'))).toBe('2026-06-30T17:45:00.000Z');
  });

  it('is none while nothing is entered', () => {
    expect(toLocal(null)).toBe('');
    expect(fromLocal('')).toBeNull();
    expect(fromLocal('soon')).toBeNull();
  });
});
