import { isIP } from 'node:net';
import { type LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** Every address of a host, as the resolver of this machine knows them. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveHere: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * The addresses of a host, all of them on the public internet; null when one is not, or there is none. One private
 * address among public ones is enough to refuse: whoever owns the name chooses what the next look-up says.
 */
export async function publicAddresses(host: string, resolve: Resolve): Promise<readonly LookupAddress[] | null> {
  const literal = host.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  const addresses = family === 0 ? await resolve(host) : [{ address: literal, family }];
  return addresses.length > 0 && addresses.every(({ address }) => isPublic(address)) ? addresses : null;
}

/** All that is given out of IPv6 (RFC 4291, 2.4); what lies outside may stand for an IPv4 address inside. */
const GIVEN_OUT = ipaddr.parseCIDR('2000::/3');

/** True for unicast addresses of the public internet; an IPv4 address inside an IPv6 one counts as what it is. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(GIVEN_OUT));
}
