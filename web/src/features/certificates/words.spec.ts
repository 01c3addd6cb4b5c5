import { clipEndedBecause, lifetime } from './words.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const line = { issuedAt: '2026-11-20T12:00:00Z', validUntil: '2027-05-20T12:00:00Z', revokedBecause: null };

describe('how long a certificate holds', () => {
  it('is said in days as long as it does', () => {
    expect(lifetime({ ...line, state: 'issued' }, NOW)).toBe('179 days left, until 20 May 2027');
  });

  it('is not said before it does, although its dates are fixed while it is made', () => {
    expect(lifetime({ ...line, state: 'issuing' }, NOW)).toBeNull();
  });

  it('gives way to what became of it', () => {
    expect(lifetime({ ...line, state: 'revoked', revokedBecause: 'given_back' }, NOW)).toBe('Issued on 20 November 2026. You gave it back.');
    expect(lifetime({ ...line, state: 'expired' }, Date.parse(line.validUntil))).toBe('Issued on 20 November 2026, valid until 20 May 2027.');
  });

  it('says that its owner took the video back only where they did', () => {
    expect(clipEndedBecause('withdrawn')).toBe('You took the video back that was part of it.');
    for (const because of ['invalidated', 'terminated', undefined] as const) expect(clipEndedBecause(because)).not.toContain('You took');
    expect(lifetime({ ...line, state: 'revoked', revokedBecause: 'clip_withdrawn' }, NOW)).not.toContain('You took');
  });
});
