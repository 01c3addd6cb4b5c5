import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { domainOf, domainsAround } from './web-domain.js';

/** Whether an e-mail address shows that a web domain is somebody's. Not at mail providers where anyone can have one: the list of the package `email-providers`, and the policy's own. */
@Injectable()
export class DomainProof {
  private readonly domains: ReadonlySet<string>;

  constructor(
    { values }: Policy,
    private readonly contacts: AccountContacts,
  ) {
    const listed = createRequire(import.meta.url)('email-providers/all.json') as string[];
    this.domains = new Set([...listed, ...values.recruiters.publicMailProviders]);
  }

  /** Whether the confirmed address of one of these accounts shows that the domain is theirs. */
  async isGiven(tx: Tx, domain: string, accountIds: readonly string[]): Promise<boolean> {
    const contacts = await this.contacts.findMany(tx, accountIds);
    return [...contacts.values()].some(({ email }) => this.isShownBy(email, domain));
  }

  /** Whether this address shows that its owner belongs to a domain: it lies at it or below it, and not everybody can have one there. */
  isShownBy(email: string, domain: string): boolean {
    const at = domainOf(email);
    return domainsAround(at).includes(domain) && !domainsAround(at).some((part) => this.domains.has(part));
  }
}
