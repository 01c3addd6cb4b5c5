import { Injectable } from '@nestjs/common';
import { type Actor } from '../platform/http/index.js';
import { type Tx } from '../platform/db/index.js';

type Roles = Actor['roles'];

/** What an account is to its owner. */
export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: Roles;
}

const HOUR_FOR_OUR_ROW = '1 hour';

/** Every statement about accounts. */
@Injectable()
export class AccountRepository {
  async findView(tx: Tx, id: string): Promise<AccountView | null> {
    const rows = await tx.query<AccountView[]>(
      'select a.id, u.name, u.email, a.roles from accounts.account a join auth."user" u using (id) where a.id = $1',
      [id],
    );
    return rows[0] ?? null;
  }

  async findRoles(tx: Tx, id: string): Promise<Roles | null> {
    const rows = await tx.query<{ roles: Roles }[]>('select roles from accounts.account where id = $1', [id]);
    return rows[0]?.roles ?? null;
  }

  async findIdByEmail(tx: Tx, email: string): Promise<string | null> {
    const rows = await tx.query<{ id: string }[]>('select a.id from accounts.account a join auth."user" u using (id) where u.email = $1', [email]);
    return rows[0]?.id ?? null;
  }

  /** True when an identity has this address, whether confirmed or not. */
  async hasIdentity(tx: Tx, email: string): Promise<boolean> {
    return (await tx.query<object[]>('select from auth."user" where email = lower($1)', [email])).length > 0;
  }

  async confirmAddress(tx: Tx, id: string): Promise<void> {
    await tx.query('update auth."user" set "emailVerified" = true where id = $1', [id]);
  }

  /** False when there is no such identity: better-auth answers a sign-up with a known address with an invented one. */
  async insert(tx: Tx, id: string, declaredAgeReached: number): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into accounts.account (id, roles, declared_age_reached)
       select u.id, array['candidate'], $2 from auth."user" u where u.id = $1
       on conflict (id) do nothing returning id`,
      [id, declaredAgeReached],
    );
    return rows.length > 0;
  }

  async addRole(tx: Tx, id: string, role: Roles[number]): Promise<void> {
    await tx.query('update accounts.account set roles = array_append(array_remove(roles, $2), $2) where id = $1', [id, role]);
  }

  async hasOperator(tx: Tx): Promise<boolean> {
    const [row] = await tx.query<{ exists: boolean }[]>(`select exists (select from accounts.account where 'operator' = any (roles))`);
    return row?.exists === true;
  }

  /** Opens a claim in place of the one before. */
  async openOperatorClaim(tx: Tx, tokenHash: string): Promise<void> {
    await tx.query(
      `insert into accounts.operator_claim (token_hash) values ($1)
       on conflict (only_row) do update set token_hash = excluded.token_hash, created_at = clock.now()`,
      [tokenHash],
    );
  }

  /** True for the one caller whose token closes the claim. */
  async closeOperatorClaim(tx: Tx, tokenHash: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from accounts.operator_claim where token_hash = $1 returning only_row', [tokenHash]);
    return rows.length > 0;
  }

  /** Deletes identities that stayed unconfirmed for a period (ISO 8601), those that never got our row, sign-ins that have ended, and a claim nobody took up in its period. */
  async sweep(tx: Tx, unconfirmedFor: string, claimOpenFor: string): Promise<void> {
    await tx.query('delete from accounts.operator_claim where created_at + $1::interval <= clock.now()', [claimOpenFor]);
    await tx.query('delete from auth."user" where not "emailVerified" and "createdAt" + $1::interval <= clock.now()', [unconfirmedFor]);
    await tx.query(
      `delete from auth."user" u where u."createdAt" < clock.now() - interval '${HOUR_FOR_OUR_ROW}'
       and not exists (select from accounts.account a where a.id = u.id)`,
    );
    await tx.query('delete from auth.session where "expiresAt" <= clock.now()');
    await tx.query('delete from auth.verification where "expiresAt" <= clock.now()');
  }
}
