import { Injectable } from '@nestjs/common';
import { endScopes } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { closeBilling } from '../billing/billing.jobs.js';
import { memberFact } from '../recruiters.facts.js';
import { type MemberRole } from './seats.js';

export interface Member {
  readonly id: string;
  readonly roles: readonly MemberRole[];
  readonly joinedAt: Date;
}

/** Every statement about who works where. */
@Injectable()
export class MemberRepository {
  /** False when the account works somewhere already. */
  async add(tx: Tx, accountId: string, organisationId: string, roles: readonly MemberRole[]): Promise<boolean> {
    const rows = await tx.query<object[]>(
      'insert into recruiters.member (account_id, organisation_id, roles) values ($1, $2, $3) on conflict (account_id) do nothing returning account_id',
      [accountId, organisationId, roles],
    );
    if (rows.length > 0) await noteRoles(tx, organisationId, accountId, roles);
    return rows.length > 0;
  }

  async organisationOf(tx: Tx, accountId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>('select organisation_id as id from recruiters.member where account_id = $1', [accountId]);
    return row?.id ?? null;
  }

  list(tx: Tx, organisationId: string): Promise<Member[]> {
    return tx.query<Member[]>(
      'select account_id as id, roles, joined_at as "joinedAt" from recruiters.member where organisation_id = $1 order by joined_at, account_id',
      [organisationId],
    );
  }

  /** False when nobody of this organisation is called so. */
  async setRoles(tx: Tx, organisationId: string, accountId: string, roles: readonly MemberRole[]): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('update recruiters.member set roles = $3 where organisation_id = $1 and account_id = $2 returning account_id', [organisationId, accountId, roles]);
    if (rows.length > 0) await noteRoles(tx, organisationId, accountId, roles);
    return rows.length > 0;
  }

  /** False when nobody of this organisation is called so. */
  async delete(tx: Tx, organisationId: string, accountId: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from recruiters.member where organisation_id = $1 and account_id = $2 returning account_id', [organisationId, accountId]);
    if (rows.length > 0) await noteRoles(tx, organisationId, accountId, []);
    return rows.length > 0;
  }

  async owners(tx: Tx, organisationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select account_id as id from recruiters.member where organisation_id = $1 and 'owner' = any (roles) order by joined_at, account_id`, [organisationId]);
    return rows.map(({ id }) => id);
  }

  /** Who follows the last owner: a recruiter before others, and of those whoever came first. Null when nobody is left. */
  async nextOwner(tx: Tx, organisationId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `select account_id as id from recruiters.member where organisation_id = $1 order by 'recruiter' = any (roles) desc, joined_at, account_id limit 1`,
      [organisationId],
    );
    return row?.id ?? null;
  }

  /** An organisation without members goes, with everything that is its own, every consent to be shown to it, and whatever it pays for again and again. */
  async deleteIfEmpty(tx: Tx, organisationId: string): Promise<boolean> {
    const invited = await tx.query<{ id: string }[]>('select id from recruiters.invitation where organisation_id = $1 and candidate_id is not null', [organisationId]);
    const [rows] = await tx.query<[object[], number]>('delete from recruiters.organisation o where o.id = $1 and not exists (select from recruiters.member m where m.organisation_id = o.id) returning id', [organisationId]);
    if (rows.length === 0) return false;
    await new Outbox().enqueue(tx, closeBilling, { organisationId });
    // Afterwards, so that a yes which was on its way is met as well.
    await endScopes(tx, ['discovery_contact'], [organisationId], 'recruiters');
    await endScopes(tx, ['invited_result', 'client_sharing'], invited.map(({ id }) => id), 'recruiters');
    return true;
  }

  async makeOwner(tx: Tx, accountId: string): Promise<void> {
    const [rows] = await tx.query<[{ id: string; roles: MemberRole[] }[], number]>(
      `update recruiters.member set roles = array_append(array_remove(roles, 'owner'), 'owner') where account_id = $1 returning organisation_id as id, roles`, [accountId]);
    for (const { id, roles } of rows) await noteRoles(tx, id, accountId, roles);
  }

  /** As what somebody works for this organisation; null when they do not. */
  async rolesOf(tx: Tx, organisationId: string, accountId: string): Promise<readonly MemberRole[] | null> {
    const [row] = await tx.query<{ roles: MemberRole[] }[]>('select roles from recruiters.member where organisation_id = $1 and account_id = $2', [organisationId, accountId]);
    return row?.roles ?? null;
  }
}

/** Whoever was removed must not come back with a backup. */
function noteRoles(tx: Tx, organisationId: string, accountId: string, roles: readonly MemberRole[]): Promise<void> {
  return noteFact(tx, memberFact, { organisationId, accountId, roles: [...roles].sort().join('+') });
}
