import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/index.js';
import { type Tx, violates } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { OrganisationRepository } from './organisation.repository.js';
import { clientKnown, notAnAgency, notADomain, tooManyClients } from './organisations.errors.js';
import { type Seat } from './seats.js';
import { readDomain } from './web-domain.js';

export interface ClientWish {
  readonly name: string;
  readonly domain: string;
}

/** Whom an agency hires for. Each has a web domain, because whoever blocked that is hidden from the agency. */
@Injectable()
export class AgencyClients {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly policy: Policy,
  ) {}

  /** AppErrors `recruiters.not_an_agency`, `recruiters.too_many_clients`, `recruiters.client_known`, `recruiters.not_a_domain`. */
  async add(tx: Tx, { kind, organisationId }: Pick<Seat, 'kind' | 'organisationId'>, { name, domain }: ClientWish, field = 'domain'): Promise<void> {
    if (kind !== 'agency') throw notAnAgency();
    const most = this.policy.values.limits.clients;
    if ((await this.organisations.clientsOf(tx, organisationId)).length >= most) throw tooManyClients(most);
    const read = readDomain(domain);
    if (read === null) throw notADomain(field);
    try {
      await this.organisations.addClient(tx, organisationId, { name, domain: read });
    } catch (error) {
      if (violates(error, 'client_once')) throw clientKnown();
      throw error;
    }
  }

  async remove(tx: Tx, { organisationId }: Seat, clientId: string): Promise<void> {
    if (!(await this.organisations.deleteClient(tx, organisationId, clientId))) throw notFound();
  }
}
