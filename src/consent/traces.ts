import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/index.js';
import { keyedHash, keyFor } from '../platform/keys/index.js';

/** What is kept of where an act came from: enough to show that it was made, too little to find the person by. */
@Injectable()
export class Traces {
  private readonly key: Buffer;

  constructor({ settings }: Config) {
    this.key = keyFor(settings.SECRET, 'consent agents');
  }

  of(address: string | undefined, agent: string | undefined): { network: string | null; agent_hash: string | null } {
    return { network: address === undefined ? null : shortened(address), agent_hash: agent === undefined ? null : keyedHash(this.key, agent) };
  }
}

/** The first three numbers of an IPv4 address, the first 48 bits of an IPv6 address. */
export function shortened(address: string): string {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1];
  if (four !== undefined) return `${four}.0/24`;
  if (!isIPv6(address)) return 'unknown';
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const first = tail === undefined ? groups : [...groups, ...Array<string>(3).fill('0')];
  return `${first.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/48`;
}
