import { lifetime } from './words.js';

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
});
