import { Injectable } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { type Tx } from '../../platform/db/index.js';
import { OrganisationRepository } from './organisation.repository.js';
import { type OrganisationsQuery, type OrganisationsView } from './organisations.dto.js';
import { domainOf } from './web-domain.js';

const PAGE = 50;

/** All organisations, for whoever runs this place: where their owners have mail, never which address. */
@Injectable()
export class OrganisationRegister {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly contacts: AccountContacts,
  ) {}

  async page(tx: Tx, { state, before }: OrganisationsQuery): Promise<OrganisationsView> {
    const found = await this.organisations.list(tx, { state, before, limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const contacts = await this.contacts.findMany(tx, page.flatMap(({ owners }) => owners));
    const organisations = page.map(({ owners, clients, domainVerifiedAt, decidedAt, proofEndedAt, madeAt, ...rest }) => ({
      ...rest,
      clients: [...clients],
      isDomainVerified: domainVerifiedAt !== null,
      decidedAt: decidedAt?.toISOString() ?? null,
      proofEndedAt: proofEndedAt?.toISOString() ?? null,
      madeAt: madeAt.toISOString(),
      addressesAt: [...new Set(owners.flatMap((owner) => contacts.get(owner)?.email ?? []).map(domainOf))].sort(),
    }));
    return { organisations, next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null };
  }
}
