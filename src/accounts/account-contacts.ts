import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';

/** How somebody is called and reached. */
export interface AccountContact {
  readonly name: string;
  readonly email: string;
}

const IS_OPEN = 'u."emailVerified" and not exists (select from accounts.closed_account c where c.account_id = a.id)';

/** Who is behind an account, for those who may tell. Closed accounts, and those whose address nobody confirmed, have no contact. */
@Injectable()
export class AccountContacts {
  constructor(private readonly policy: Policy) {}

  async find(tx: Tx, accountId: string): Promise<AccountContact | null> {
    return (await this.findMany(tx, [accountId])).get(accountId) ?? null;
  }

  /** By account; those without a contact are left out. */
  async findMany(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, AccountContact>> {
    const rows = await tx.query<(AccountContact & { id: string })[]>(
      `select a.id, u.name, u.email from accounts.account a join auth."user" u using (id) where a.id = any ($1::uuid[]) and ${IS_OPEN}`,
      [accountIds],
    );
    return new Map(rows.map(({ id, name, email }) => [id, { name, email }]));
  }

  /** Those of them who have a contact, without telling it. */
  async reachable(tx: Tx, accountIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select a.id from accounts.account a join auth."user" u using (id) where a.id = any ($1::uuid[]) and ${IS_OPEN}`, [accountIds]);
    return rows.map(({ id }) => id);
  }

  /** The account with a contact that comes after another one, among those there were at a moment; null after the last. Begins with null. */
  async nextAfter(tx: Tx, accountId: string | null, at: Date): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `select a.id from accounts.account a join auth."user" u using (id) where ($1::uuid is null or a.id > $1) and a.created_at <= $2 and ${IS_OPEN} order by a.id limit 1`,
      [accountId, at],
    );
    return row?.id ?? null;
  }

  /** Where somebody who deleted their account can be written to until it is purged; null for everybody else. */
  async addressAfterDeletion(tx: Tx, accountId: string): Promise<string | null> {
    const [row] = await tx.query<{ email: string }[]>('select email from accounts.closed_account where account_id = $1', [accountId]);
    return row?.email ?? null;
  }

  /** How somebody is called, or was called until their account is purged; null when nobody knows any more. */
  async nameOf(tx: Tx, accountId: string): Promise<string | null> {
    const [row] = await tx.query<{ name: string }[]>('select coalesce(c.name, u.name) as name from auth."user" u left join accounts.closed_account c on c.account_id = u.id where u.id = $1', [accountId]);
    return row?.name ?? null;
  }

  /** The id of the account with exactly this address; when there is none, of the one deleted last that had it. For operators only: it tells who has an account. */
  async accountAt(tx: Tx, email: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `select id from (
         select a.id, null::timestamptz as purge_at from accounts.account a join auth."user" u using (id) where u.email = lower($1)
         union all select account_id, purge_at from accounts.closed_account where email = lower($1)) found
       order by purge_at desc nulls first limit 1`,
      [email],
    );
    return row?.id ?? null;
  }

  /** Whether the account is open and the person declared to have reached the policy's `ages.adult`. */
  async isAdult(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query<object[]>(`select from accounts.account a join auth."user" u using (id) where a.id = $1 and a.declared_age_reached >= $2 and ${IS_OPEN}`, [accountId, this.policy.values.ages.adult]);
    return rows.length > 0;
  }

  /** The accounts of those who run this place. */
  async operators(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select a.id from accounts.account a join auth."user" u using (id) where 'operator' = any (a.roles) and ${IS_OPEN} order by a.id`);
    return rows.map(({ id }) => id);
  }
}
