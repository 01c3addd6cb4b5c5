import { join } from 'node:path';
import { projectRoot } from '../platform/config/index.js';
import { Policy } from '../platform/policy/index.js';
import { truncated } from './log.js';

const { address } = Policy.load('viva-voce', join(projectRoot, 'policies')).values.logs;

describe('an address in the log', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0', address.ipv4],
    ['::ffff:203.0.113.77', '203.0.113.0', address.ipv4],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::', address.ipv6],
    ['2001:db8::77', '2001:db8::', address.ipv6],
    ['2001::77', '2001::', address.ipv6],
    ['::1', '::', address.ipv6],
  ])('is of %s only %s: the bits that the notice names', (whole, kept, bits) => {
    expect(truncated(whole)).toBe(kept);
    expect(bits).toBe(whole.includes('.') ? 24 : 48);
  });

  it('is nothing of what is no address', () => {
    expect(truncated('unknown')).toBe('');
  });
});
