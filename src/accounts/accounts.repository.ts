import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/index.js';
import { type Actor } from '../platform/http/index.js';
import { type Tx } from '../platform/db/index.js';

type Roles = Actor['roles'];

/** What an account is to its owner. */
export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly roles: Roles;
  readonly hasSecondFactor: boolean;
  readonly signedUpAt: Date;
  /** The issuer whose picture was taken along; null where none was. */
  readonly pictureFrom: string | null;
}

/** What a sign-in needs to know of an address. */
export interface Credentials {
  readonly id: string;
  readonly isVerified: boolean;
  /** Null when the account has no password. */
  readonly passwordHash: string | null;
}

/** An identity has at most one account with better-auth that holds a password. */
const PASSWORD_OF_U = `(select p.password from auth.account p where p."userId" = u.id and p."providerId" = 'credential')`;

/** Statements about accounts and the identities below them. A closed account has no address, so none of these finds it by one. */
@Injectable()
export class AccountRepository {
  async findView(tx: Tx, id: string): Promise<AccountView | null> {
    const rows = await tx.query<AccountView[]>(
      `select a.id, u.name, u.email, a.phone, a.roles, a.created_at as "signedUpAt", (select p.issuer from accounts.picture p where p.account_id = a.id) as "pictureFrom", exists (select from accounts.second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor"
       from accounts.account a join auth."user" u using (id) where a.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async findByEmail(tx: Tx, email: string): Promise<Credentials | null> {
    const rows = await tx.query<Credentials[]>(
      `select a.id, u."emailVerified" as "isVerified", ${PASSWORD_OF_U} as "passwordHash" from accounts.account a join auth."user" u using (id)
       where u.email = $1 and not exists (select from accounts.closed_account c where c.account_id = a.id)`,
      [email],
    );
    return rows[0] ?? null;
  }

  async findPasswordHash(tx: Tx, id: string): Promise<string | null> {
    const rows = await tx.query<{ hash: string | null }[]>(`select ${PASSWORD_OF_U} as hash from auth."user" u where u.id = $1`, [id]);
    return rows[0]?.hash ?? null;
  }

  /** True while this is the password of the account; from then until `tx` ends nobody changes it. */
  async holdPassword(tx: Tx, id: string, hash: string): Promise<boolean> {
    const rows = await tx.query<object[]>(`select from auth.account where "userId" = $1 and "providerId" = 'credential' and password = $2 for share`, [id, hash]);
    return rows.length > 0;
  }

  async hasSecondFactor(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query<object[]>('select from accounts.second_factor where account_id = $1 and confirmed_at is not null', [id])).length > 0;
  }

  /** True when an identity has this address, whether confirmed or not. */
  async hasIdentity(tx: Tx, email: string): Promise<boolean> {
    return (await tx.query<object[]>('select from auth."user" where email = lower($1)', [email])).length > 0;
  }

  async confirmAddress(tx: Tx, id: string): Promise<void> {
    await tx.query('update auth."user" set "emailVerified" = true where id = $1', [id]);
  }

  /**
   * Somebody has shown that the address is theirs, without the password. On an account whose address nobody confirmed, the
   * password and the name may be those of whoever signed up with somebody else's address: they go, with every sign-in. An
   * account that was brought from elsewhere has never had a password, and keeps its name.
   */
  async proveAddress(tx: Tx, id: string): Promise<void> {
    const [rows] = await tx.query<[object[], number]>(
      `update auth."user" set "emailVerified" = true, name = case when exists (select from accounts.brought_account b where b.account_id = id) then name else split_part(email, '@', 1) end
        where id = $1 and not "emailVerified" returning id`,
      [id],
    );
    if (rows.length === 0) return;
    await this.dropPassword(tx, id);
    await tx.query('delete from accounts.session where account_id = $1', [id]);
  }

  /** Puts this password in place of the one before, or where there was none; returns the id of its row, which no other password has. */
  async setPassword(tx: Tx, id: string, hash: string): Promise<string> {
    await this.dropPassword(tx, id);
    const passwordId = newId();
    await tx.query(
      `insert into auth.account (id, "accountId", "providerId", "userId", password) values ($1, $2::uuid, 'credential', $2, $3)`,
      [passwordId, id, hash],
    );
    return passwordId;
  }

  /** False when there was none. */
  async dropPhone(tx: Tx, id: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('update accounts.account set phone = null where id = $1 and phone is not null returning id', [id]);
    return rows.length > 0;
  }

  async dropPassword(tx: Tx, id: string): Promise<void> {
    await tx.query(`delete from auth.account where "userId" = $1 and "providerId" = 'credential'`, [id]);
  }

  async rename(tx: Tx, id: string, name: string): Promise<void> {
    await tx.query('update auth."user" set name = $2, "updatedAt" = clock.now() where id = $1', [id, name]);
  }

  async setPhone(tx: Tx, id: string, phone: string | null): Promise<void> {
    await tx.query('update accounts.account set phone = $2 where id = $1', [id, phone]);
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

  /** Nobody is left without any role: whoever loses the last one practises. */
  async removeRole(tx: Tx, id: string, role: Roles[number]): Promise<void> {
    await tx.query(`update accounts.account set roles = case when roles = array[$2] then array['candidate'] else array_remove(roles, $2) end where id = $1`, [id, role]);
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

  /** True for the one caller whose token closes the claim while it works. */
  async closeOperatorClaim(tx: Tx, tokenHash: string, works: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from accounts.operator_claim where token_hash = $1 and created_at + $2::interval > clock.now() returning only_row', [tokenHash, works]);
    return rows.length > 0;
  }
}
