import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

const BATCH = 500;

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
    for (const table of ['session', 'link', 'email_change', 'second_factor']) await tx.query(`delete from accounts.${table} where account_id = $1`, [accountId]);
    await tx.query(`update accounts.account set roles = array['candidate'] where id = $1`, [accountId]);
    return row;
  }

  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`select account_id as id from accounts.closed_account where purge_at <= clock.now() order by purge_at limit ${BATCH}`);
    return rows.map(({ id }) => id);
  }

  /** True while there is something to purge, and its time has come. */
  async isDue(tx: Tx, accountId: string): Promise<boolean> {
    return (await tx.query<object[]>('select from accounts.closed_account where account_id = $1 and purge_at <= clock.now() for update', [accountId])).length > 0;
  }
}
