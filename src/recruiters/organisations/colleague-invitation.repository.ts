import { Injectable } from '@nestjs/common';
import { deleteEnded, type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type MemberRole } from './seats.js';

/** An invitation as the owners of an organisation see it. */
export interface ColleagueInvitation {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly MemberRole[];
  readonly sentAt: Date;
  readonly endsAt: Date;
  readonly isOpen: boolean;
}

/** An invitation whose link works, as the invited person is told of it. */
export interface OpenInvitation {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly email: string;
  readonly roles: readonly MemberRole[];
}

/** Every statement about colleagues who were invited. */
@Injectable()
export class ColleagueInvitationRepository {
  constructor(private readonly policy: Policy) {}

  /** A second invitation to an address takes the place of the first, whose link dies. */
  async put(tx: Tx, { id, organisationId, email, roles, tokenHash }: { id: string; organisationId: string; email: string; roles: readonly MemberRole[]; tokenHash: string }): Promise<void> {
    await tx.query(
      `insert into recruiters.colleague_invitation (id, organisation_id, email, roles, token_hash, ends_at, expires_at)
       values ($1, $2, $3, $4, $5, clock.now() + $6::interval, clock.now() + $6::interval + $7::interval)
       on conflict (organisation_id, email) do update set id = excluded.id, roles = excluded.roles, token_hash = excluded.token_hash,
         created_at = clock.now(), ends_at = excluded.ends_at, expires_at = excluded.expires_at`,
      [id, organisationId, email, roles, tokenHash, this.policy.values.links.colleagueInvitation.iso, this.policy.periodOf('colleagueInvitation').iso],
    );
  }

  list(tx: Tx, organisationId: string): Promise<ColleagueInvitation[]> {
    return tx.query<ColleagueInvitation[]>(
      `select id, email, roles, created_at as "sentAt", ends_at as "endsAt", ends_at > clock.now() as "isOpen"
       from recruiters.colleague_invitation where organisation_id = $1 and expires_at > clock.now() order by created_at desc, id desc`,
      [organisationId],
    );
  }

  async find(tx: Tx, organisationId: string, id: string): Promise<{ email: string; roles: readonly MemberRole[] } | null> {
    const rows = await tx.query<{ email: string; roles: MemberRole[] }[]>('select email, roles from recruiters.colleague_invitation where organisation_id = $1 and id = $2 and expires_at > clock.now()', [organisationId, id]);
    return rows[0] ?? null;
  }

  /** The invitation behind a token, while its link works and its organisation is in good standing. */
  async findOpen(tx: Tx, tokenHash: string): Promise<OpenInvitation | null> {
    const rows = await tx.query<OpenInvitation[]>(
      `select i.id, i.organisation_id as "organisationId", o.name as "organisationName", i.email, i.roles
       from recruiters.colleague_invitation i join recruiters.organisation o on o.id = i.organisation_id
       where i.token_hash = $1 and i.ends_at > clock.now() and o.state = 'approved'`,
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  /** True for the one caller who takes it out. */
  async delete(tx: Tx, organisationId: string, id: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from recruiters.colleague_invitation where organisation_id = $1 and id = $2 returning id', [organisationId, id]);
    return rows.length > 0;
  }

  async sweep(tx: Tx): Promise<void> {
    await deleteEnded(tx, 'recruiters.colleague_invitation');
  }
}
