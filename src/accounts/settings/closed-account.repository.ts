import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

const BATCH = 500;

/** An account that was closed, and when its data goes. */
export interface ClosedAccount {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly closedAt: Date;
  readonly purgeAt: Date;
}

/** Every statement about accounts that were closed. */
@Injectable()
export class ClosedAccountRepository {
  /** Moves name and address out of the identity, so that no way to sign in finds it and the address is free for a new account. */
  async close(tx: Tx, accountId: string, keep: string): Promise<{ name: string; email: string; purgeAt: Date }> {
    // Whoever signs in at this moment waits for us, and then finds the account closed.
    await tx.query('select from accounts.account where id = $1 for update', [accountId]);
    const [row] = await tx.query<{ name: string; email: string; purgeAt: Date }[]>(
      `insert into accounts.closed_account (account_id, name, email, purge_at) select id, name, email, clock.now() + $2::interval from auth."user" where id = $1
       returning name, email, purge_at as "purgeAt"`,
      [accountId, keep],
    );
    if (!row) throw new Error('There is no such account to close');
    // A placeholder that nobody could have signed up with before.
    await tx.query(`update auth."user" set name = '', email = gen_random_uuid()::text || '@closed.invalid', image = null where id = $1`, [accountId]);
    await tx.query('delete from auth.account where "userId" = $1', [accountId]);
    for (const table of ['session', 'link', 'email_change', 'second_factor', 'picture']) await tx.query(`delete from accounts.${table} where account_id = $1`, [accountId]);
    await tx.query(`update accounts.account set roles = array['candidate'], phone = null where id = $1`, [accountId]);
    return row;
  }

  /** Whether there is such an account, which nobody has closed. */
  async isOpen(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query<object[]>('select from auth."user" u where u.id = $1 and not exists (select from accounts.closed_account c where c.account_id = u.id)', [accountId]);
    return rows.length > 0;
  }

  /** Sets when a closed account is purged; without a moment, now. */
  async purgeAt(tx: Tx, accountId: string, moment: Date | null): Promise<void> {
    await tx.query('update accounts.closed_account set purge_at = least(purge_at, clock.now()) where account_id = $1 and $2::timestamptz is null', [accountId, moment]);
    await tx.query('update accounts.closed_account set purge_at = $2 where account_id = $1 and $2::timestamptz is not null', [accountId, moment]);
  }

  /**
   * Those that are purged within `ahead` (ISO 8601), each once. A mail at the end of a few days says nothing that the one at their
   * beginning did not: neither do those get it whom a restored backup brought back just before.
   */
  async remindable(tx: Tx, ahead: string): Promise<ClosedAccount[]> {
    const [rows] = await tx.query<[ClosedAccount[], number]>(
      `update accounts.closed_account set reminded_at = clock.now() where account_id in (
         select account_id from accounts.closed_account where reminded_at is null and purge_at > clock.now() and purge_at <= clock.now() + $1::interval and purge_at - closed_at > $1::interval + interval '1 day'
          order by purge_at limit ${BATCH} for update skip locked)
       returning account_id as "accountId", name, email, closed_at as "closedAt", purge_at as "purgeAt"`,
      [ahead],
    );
    return rows;
  }

  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select account_id as id from accounts.closed_account where purge_at <= clock.now() order by purge_at limit ${BATCH}`);
    return rows.map(({ id }) => id);
  }

  /** Whose it was, as long as it is there. */
  async find(tx: Tx, accountId: string): Promise<{ name: string; email: string } | null> {
    const [row] = await tx.query<{ name: string; email: string }[]>('select name, email from accounts.closed_account where account_id = $1', [accountId]);
    return row ?? null;
  }

  /** True while there is something to purge, and its time has come. Whatever is being tied to the account at this moment is waited for, so that a holder who must be waited for is seen. */
  async isDue(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query<object[]>('select from accounts.closed_account c join accounts.account a on a.id = c.account_id where c.account_id = $1 and c.purge_at <= clock.now() for update', [accountId]);
    return rows.length > 0;
  }
}
