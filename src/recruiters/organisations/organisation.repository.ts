import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { type MemberRole, type OrganisationKind, type OrganisationState } from './seats.js';
import { ownedDomain } from './web-domain.js';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly domain: string;
  readonly domainVerifiedAt: Date | null;
  readonly state: OrganisationState;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  /** Approved because of the address of an owner, and by no person. */
  readonly isApprovedByDomain: boolean;
  /** When the address went that its approval rested on; it waits for the operator since. */
  readonly proofEndedAt: Date | null;
  readonly madeAt: Date;
}

export interface OrganisationLine extends Organisation {
  readonly members: number;
  readonly clients: readonly { readonly name: string; readonly domain: string }[];
  readonly owners: readonly string[];
}

export interface Client {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

const COLUMNS = `o.id, o.name, o.kind, o.domain, o.domain_verified_at as "domainVerifiedAt", o.state, o.reason, o.decided_at as "decidedAt",
  o.approved_by_domain as "isApprovedByDomain", o.proof_ended_at as "proofEndedAt", o.created_at as "madeAt"`;

/** Every statement about organisations and the clients they name. */
@Injectable()
export class OrganisationRepository {
  async insert(tx: Tx, { id, name, kind, domain }: Pick<Organisation, 'id' | 'name' | 'kind' | 'domain'>): Promise<void> {
    await tx.query('insert into recruiters.organisation (id, name, kind, domain) values ($1, $2, $3, $4)', [id, name, kind, domain]);
  }

  /** Holds it until `tx` ends: whoever changes members or state comes by here first, so that they go one after the other. */
  async hold(tx: Tx, id: string): Promise<Organisation | null> {
    const rows = await tx.query<Organisation[]>(`select ${COLUMNS} from recruiters.organisation o where o.id = $1 for update`, [id]);
    return rows[0] ?? null;
  }

  async find(tx: Tx, id: string): Promise<Organisation | null> {
    const rows = await tx.query<Organisation[]>(`select ${COLUMNS} from recruiters.organisation o where o.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The newest first; the last id of a page leads to the next. */
  list(tx: Tx, { state, before, limit }: { state?: OrganisationState | undefined; before?: string | undefined; limit: number }): Promise<OrganisationLine[]> {
    return tx.query<OrganisationLine[]>(
      `select ${COLUMNS},
         (select count(*)::int from recruiters.member m where m.organisation_id = o.id) as members,
         (select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'domain', c.domain) order by lower(c.name)), '[]') from recruiters.client c where c.organisation_id = o.id) as clients,
         array(select m.account_id::text from recruiters.member m where m.organisation_id = o.id and 'owner' = any (m.roles)) as owners
       from recruiters.organisation o where ($1::text is null or o.state = $1) and ($2::uuid is null or o.id < $2) order by o.id desc limit $3`,
      [state ?? null, before ?? null, limit],
    );
  }

  /** Other words for itself, and a new wait for the decision. */
  async resubmit(tx: Tx, id: string, { name, kind, domain }: Pick<Organisation, 'name' | 'kind' | 'domain'>): Promise<void> {
    await tx.query(
      `update recruiters.organisation set name = $2, kind = $3, domain = $4, domain_verified_at = null, state = 'pending', reason = null, decided_at = null where id = $1`,
      [id, name, kind, domain],
    );
  }

  /** What is decided against an organisation is remembered beyond its end, until it is approved after all. */
  async decide(tx: Tx, { id, domain }: Pick<Organisation, 'id' | 'domain'>, state: Exclude<OrganisationState, 'pending'>, reason: string | null, isByDomain = false): Promise<void> {
    await tx.query(
      `update recruiters.organisation set state = $2, reason = $3, decided_at = clock.now(), approved_by_domain = $4, proof_ended_at = case when $2 <> 'approved' then proof_ended_at end where id = $1`,
      [id, state, reason, isByDomain],
    );
    await tx.query(
      state === 'approved'
        ? 'delete from recruiters.decided_against where organisation_id = $1 or domain = $2'
        : 'insert into recruiters.decided_against (organisation_id, domain) values ($1, $2) on conflict do nothing',
      [id, ownedDomain(domain)],
    );
  }

  /** Whether this organisation, or one at its domain, above it or below it, was ever refused or suspended. */
  async isDecidedAgainst(tx: Tx, { id, domain }: Pick<Organisation, 'id' | 'domain'>): Promise<boolean> {
    const rows = await tx.query<object[]>('select 1 from recruiters.decided_against where organisation_id = $1 or domain = $2 limit 1', [id, ownedDomain(domain)]);
    return rows.length > 0;
  }

  async verifyDomain(tx: Tx, id: string): Promise<void> {
    await tx.query('update recruiters.organisation set domain_verified_at = clock.now() where id = $1', [id]);
  }

  /** Nobody's address shows the domain any more. Who was approved because of one waits again. */
  async endProof(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update recruiters.organisation set domain_verified_at = null, approved_by_domain = false, state = case when approved_by_domain then 'pending' else state end,
         decided_at = case when not approved_by_domain then decided_at end, proof_ended_at = case when approved_by_domain then clock.now() else proof_ended_at end where id = $1`,
      [id],
    );
  }

  clientsOf(tx: Tx, organisationId: string): Promise<Client[]> {
    return tx.query<Client[]>('select id, name, domain from recruiters.client where organisation_id = $1 order by lower(name)', [organisationId]);
  }

  async addClient(tx: Tx, organisationId: string, { name, domain }: Omit<Client, 'id'>): Promise<void> {
    await tx.query('insert into recruiters.client (id, organisation_id, name, domain) values ($1, $2, $3, $4)', [newId(), organisationId, name, domain]);
  }

  /** False when this organisation names no such client. */
  async deleteClient(tx: Tx, organisationId: string, id: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from recruiters.client where organisation_id = $1 and id = $2 returning id', [organisationId, id]);
    return rows.length > 0;
  }

  async deleteClients(tx: Tx, organisationId: string): Promise<void> {
    await tx.query('delete from recruiters.client where organisation_id = $1', [organisationId]);
  }
}

/** Roles in the order in which they are shown, each once. */
export const inOrder = (roles: readonly MemberRole[]): MemberRole[] => (['owner', 'recruiter', 'billing'] as const).filter((role) => roles.includes(role));
