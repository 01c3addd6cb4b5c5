import { networkOf } from './network.js';

describe('the network of an address', () => {
  it('is an IPv4 address itself, however it is spelled', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it.each(['2001:db8:1:2:3:4:5:6', '2001:DB8:1:2::9', '2001:0db8:0001:0002::', '2001:db8:1:2:ffff::%eth0', '2001:db8:1:2::192.0.2.1'])('is the /64 of the IPv6 address %s', (address) => {
    expect(networkOf(address)).toBe('2001:db8:1:2::/64');
  });

  it('keeps the zeros that an address leaves out', () => {
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
  });
});
