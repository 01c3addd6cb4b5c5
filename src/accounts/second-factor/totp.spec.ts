import { matchingStep, newTotpSecret, totpCode, totpUri } from './totp.js';

/** The secret of RFC 6238, appendix B: the ASCII of 12345678901234567890. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of an authenticator app', () => {
  it.each([[59, '287082'], [1_111_111_109, '081804'], [1_234_567_890, '005924'], [20_000_000_000, '353130']])('at second %s is what RFC 6238 says', (second, code) => {
    expect(totpCode(SECRET, Math.floor(second / 30))).toBe(code);
  });

  it('is taken one step early or late, and no further', () => {
    const step = 37_037_036;
    const at = (offset: number) => matchingStep(SECRET, totpCode(SECRET, step), new Date((step + offset) * 30_000), 0);
    expect([-2, -1, 0, 1, 2].map(at)).toEqual([null, step, step, step, null]);
  });

  it('is taken once', () => {
    const step = 37_037_036;
    expect(matchingStep(SECRET, totpCode(SECRET, step), new Date(step * 30_000), step)).toBeNull();
  });

  it.each(['', '12345', '1234567', '12é456', 'abcdef'])('is not %j', (code) => {
    expect(matchingStep(SECRET, code, new Date(), 0)).toBeNull();
  });

  it('comes from a secret of 160 bits that the app reads from an address', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new URL(totpUri(secret, 'ada@example.com')).searchParams.get('secret')).toBe(secret);
  });
});
