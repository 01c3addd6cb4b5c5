import { keyedHash, keyFor, seal, unseal } from './keys.js';

const SECRET = 'Zr7Lw8-Tn5Yp1Bd_6Hc4Fs0Mk3J9vQ2x';
const key = keyFor(SECRET, 'one purpose');

describe('what is sealed', () => {
  it('is read with its own key, and never looks the same twice', () => {
    const [first, second] = [seal(key, 'a text'), seal(key, 'a text')];
    expect(unseal(key, first)).toBe('a text');
    expect(first).not.toBe(second);
  });

  it('is nothing with a key of another purpose or another secret', () => {
    const sealed = seal(key, 'a text');
    expect(unseal(keyFor(SECRET, 'another purpose'), sealed)).toBeNull();
    expect(unseal(keyFor(`${SECRET}x`, 'one purpose'), sealed)).toBeNull();
  });

  it.each([0, 12, 28, 33])('is nothing once byte %s was changed', (at) => {
    const bytes = Buffer.from(seal(key, 'a text'), 'base64url');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(unseal(key, bytes.toString('base64url'))).toBeNull();
  });

  it.each(['', 'x', 'not sealed by us at all, however long it is'])('is not %j', (text) => {
    expect(unseal(key, text)).toBeNull();
  });
});

describe('a keyed hash', () => {
  it('depends on text and key', () => {
    const hashes = [keyedHash(key, 'A'), keyedHash(key, 'B'), keyedHash(keyFor(SECRET, 'x'), 'A')];
    expect(new Set(hashes).size).toBe(3);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});
