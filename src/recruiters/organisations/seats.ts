import { Injectable } from '@nestjs/common';
import { prepared, type Tx } from '../../platform/db/index.js';
import { noOrganisation, notApproved, notYourPart } from './organisations.errors.js';
import { domainsAround } from './web-domain.js';

export const organisationKinds = ['employer', 'agency'] as const;
export const organisationStates = ['pending', 'approved', 'refused', 'suspended'] as const;
export const memberRoles = ['owner', 'recruiter', 'billing'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
export type OrganisationState = (typeof organisationStates)[number];
export type MemberRole = (typeof memberRoles)[number];

/** Where somebody works, and what they may do there. */
export interface Seat {
  readonly accountId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly kind: OrganisationKind;
  readonly state: OrganisationState;
  readonly domain: string;
  /** Whether the confirmed address of an owner showed that the domain is theirs. */
  readonly isDomainVerified: boolean;
  readonly roles: readonly MemberRole[];
  readonly clients: readonly { readonly id: string; readonly name: string }[];
  /** Whoever blocked one of these is hidden: `org:<id>` of the organisation, and `domain:<name>` of it and of those it hires for, and of what these lie in. */
  readonly blockTokens: readonly string[];
  /** The moment at which this was so, in database time: when the transaction began in which it was read. */
  readonly seenAt: Date;
}

type Row = Omit<Seat, 'blockTokens'> & { readonly clientDomains: readonly string[] };

const FIND = prepared(
  `select m.account_id as "accountId", o.id as "organisationId", o.name as "organisationName", o.kind, o.state, o.domain,
     o.domain_verified_at is not null as "isDomainVerified", m.roles, c.clients, c.domains as "clientDomains", clock.now() as "seenAt"
   from recruiters.member m join recruiters.organisation o on o.id = m.organisation_id
   cross join lateral (
     select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by lower(name)), '[]') as clients,
       coalesce(array_agg(domain), '{}') as domains
     from recruiters.client where organisation_id = o.id) c
   where m.account_id = $1`);

/** Who sits where, as it is at this moment: whoever was removed or suspended has no seat in the next statement. */
@Injectable()
export class Seats {
  /** AppError `recruiters.no_organisation` (403). */
  async of(tx: Tx, accountId: string): Promise<Seat> {
    const seat = await this.find(tx, accountId);
    if (!seat) throw noOrganisation();
    return seat;
  }

  /** As `of`, for whoever may look at people: AppErrors `recruiters.not_approved` and `recruiters.not_your_part` (403) besides. */
  async searching(tx: Tx, accountId: string): Promise<Seat> {
    const seat = await this.of(tx, accountId);
    if (seat.state !== 'approved') throw notApproved();
    if (!seat.roles.includes('owner') && !seat.roles.includes('recruiter')) throw notYourPart('recruiter');
    return seat;
  }

  /** As `of`, for whoever decides about the organisation: AppError `recruiters.not_your_part` (403) besides. */
  async owning(tx: Tx, accountId: string): Promise<Seat> {
    const seat = await this.of(tx, accountId);
    if (!seat.roles.includes('owner')) throw notYourPart('owner');
    return seat;
  }

  /** As `of`, for whoever sees and buys what the organisation pays for: an owner, or the role billing. AppError `recruiters.not_your_part` (403) besides. */
  async paying(tx: Tx, accountId: string): Promise<Seat> {
    const seat = await this.of(tx, accountId);
    if (!seat.roles.includes('owner') && !seat.roles.includes('billing')) throw notYourPart('billing');
    return seat;
  }

  /** As `owning`, and holds the organisation until `tx` ends: those who change it go one after the other, and each is asked again when their turn comes. */
  async deciding(tx: Tx, accountId: string): Promise<Seat> {
    await this.hold(tx, accountId);
    return this.owning(tx, accountId);
  }

  /** As `of`, and holds the organisation until `tx` ends. */
  async holding(tx: Tx, accountId: string): Promise<Seat> {
    await this.hold(tx, accountId);
    return this.of(tx, accountId);
  }

  async find(tx: Tx, accountId: string): Promise<Seat | null> {
    const [row] = await tx.query<Row[]>(FIND, [accountId]);
    if (!row) return null;
    const { clientDomains, ...seat } = row;
    const domains = new Set([seat.domain, ...clientDomains].flatMap(domainsAround));
    return { ...seat, blockTokens: [`org:${seat.organisationId}`, ...[...domains].map((domain) => `domain:${domain}`)] };
  }

  private async hold(tx: Tx, accountId: string): Promise<void> {
    await tx.query('select from recruiters.organisation where id = (select organisation_id from recruiters.member where account_id = $1) for update', [accountId]);
  }
}
