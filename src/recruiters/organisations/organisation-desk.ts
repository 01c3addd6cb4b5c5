import { Injectable } from '@nestjs/common';
import { newId, notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { AgencyClients, type ClientWish } from './agency-clients.js';
import { MemberRepository } from './member.repository.js';
import { OrganisationApproval } from './organisation-approval.js';
import { OrganisationNews } from './organisation-news.js';
import { type Client, type Organisation, OrganisationRepository } from './organisation.repository.js';
import { waitingWords } from './organisation-words.js';
import { decidedAlready, hasOrganisation, notADomain } from './organisations.errors.js';
import { type OrganisationKind, type Seat } from './seats.js';
import { readDomain } from './web-domain.js';

export interface OrganisationWish {
  readonly name: string;
  readonly domain: string;
  readonly kind: OrganisationKind;
}

/** Where an organisation says what it is: its name, its domain, and its kind. */
@Injectable()
export class OrganisationDesk {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly members: MemberRepository,
    private readonly approval: OrganisationApproval,
    private readonly clients: AgencyClients,
    private readonly news: OrganisationNews,
    private readonly audit: AuditLog,
  ) {}

  /** Makes an organisation with this account as its owner; AppErrors `recruiters.has_organisation`, `recruiters.not_a_domain`. */
  async found(tx: Tx, accountId: string, wish: OrganisationWish, clients: readonly ClientWish[]): Promise<void> {
    const id = newId();
    await this.organisations.insert(tx, { id, ...withDomain(wish) });
    if (!(await this.members.add(tx, accountId, id, ['owner', 'recruiter']))) throw hasOrganisation();
    for (const [index, client] of (wish.kind === 'agency' ? clients : []).entries()) await this.clients.add(tx, { kind: wish.kind, organisationId: id }, client, `clients.${index}.domain`);
    await this.submit(tx, id);
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'recruiters.organisation_made', subject: { kind: 'organisation', id } });
  }

  /** Corrects what was entered, while it waits or after it was refused; AppErrors `recruiters.decided_already`, `recruiters.not_a_domain`. */
  async correct(tx: Tx, { organisationId, accountId }: Seat, wish: OrganisationWish): Promise<void> {
    const found = await this.organisations.hold(tx, organisationId);
    if (!found) throw notFound();
    // Who was approved once stays who it was: people blocked it, and said yes to it, by that name.
    if ((found.state !== 'pending' && found.state !== 'refused') || found.proofEndedAt !== null) throw decidedAlready();
    await this.organisations.resubmit(tx, organisationId, withDomain(wish));
    if (wish.kind === 'employer') await this.organisations.deleteClients(tx, organisationId);
    await this.submit(tx, organisationId);
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'recruiters.organisation_corrected', subject: { kind: 'organisation', id: organisationId } });
  }

  async look(tx: Tx, { organisationId }: Seat): Promise<Organisation & { clients: Client[] }> {
    const found = await this.organisations.find(tx, organisationId);
    if (!found) throw notFound();
    return { ...found, clients: await this.organisations.clientsOf(tx, organisationId) };
  }

  /** Approved by its domain at once, or put before the operators. */
  private async submit(tx: Tx, id: string): Promise<void> {
    await this.approval.byDomain(tx, id);
    const now = await this.organisations.find(tx, id);
    if (now?.state === 'pending') await this.news.tellOperators(tx, waitingWords(now));
  }
}

function withDomain({ name, domain, kind }: OrganisationWish): OrganisationWish {
  const read = readDomain(domain);
  if (read === null) throw notADomain('domain');
  return { name, kind, domain: read };
}
