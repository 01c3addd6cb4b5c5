import { inWords } from './words.js';

describe('what the register says of a certificate', () => {
  const revoked = { state: 'revoked', suspendedAt: null, revokedAt: null, isPublished: false } as const;

  it('says that its owner ended it only where they did', () => {
    expect(inWords({ ...revoked, revokedBecause: 'given_back' })).toBe('Revoked, given back by its owner');
    expect(inWords({ ...revoked, revokedBecause: 'operator' })).toBe('Revoked, by whoever runs this place');
    expect(inWords({ ...revoked, revokedBecause: 'clip_withdrawn' })).toBe('Revoked, because what was allowed of its video has ended');
    expect(inWords({ ...revoked, revokedBecause: 'corrected' })).toBe('Revoked, because another one was issued in its place');
  });
});
