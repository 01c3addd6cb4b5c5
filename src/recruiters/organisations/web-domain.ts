import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

const RULES = { allowPrivateDomains: true } as const;

/** `acme.com` out of what somebody typed (an address of a page will do); null for what nobody can own: `co.uk`, `localhost`, an IP address. */
export function readDomain(typed: string): string | null {
  const host = domainToASCII(typed.trim().toLowerCase().replace(/^[a-z]+:\/\//, '').replace(/[/?#:].*$/, '').replace(/^www\.(?=.+\.)|\.$/g, ''));
  const { domain, isIp, isIcann, isPrivate, hostname } = parse(host, RULES);
  return domain === null || isIp || !(isIcann || isPrivate) ? null : hostname;
}

/** The domain of an e-mail address. */
export function domainOf(email: string): string {
  return domainToASCII(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}

/** What of it somebody can own at the top: `acme.co.uk` of `hr.acme.co.uk`. */
export function ownedDomain(domain: string): string {
  return domainsAround(domain).at(-1) ?? domain;
}

/** The domain itself and those above it that somebody can own: `hr.acme.co.uk` lies in `acme.co.uk`, and in nothing above that. */
export function domainsAround(domain: string): string[] {
  const labels = domain.split('.');
  return labels.map((_, index) => labels.slice(index).join('.')).filter((part) => parse(part, RULES).domain !== null);
}
