import { Injectable } from '@nestjs/common';
import { type Actor } from '../platform/http/index.js';
import { type Tx } from '../platform/db/index.js';

/** What may be known of an account without knowing whose it is. */
export interface AccountFact {
  readonly id: string;
  readonly roles: Actor['roles'];
  readonly state: 'unconfirmed' | 'open' | 'closed';
  readonly madeAt: Date;
  /** Sign-ins that are alive. */
  readonly signIns: number;
}

/** Facts about accounts for whoever runs this place: no name, no address. */
@Injectable()
export class AccountFacts {
  async find(tx: Tx, id: string): Promise<AccountFact | null> {
    const [fact] = await tx.query<AccountFact[]>(
      `select a.id, a.roles, a.created_at as "madeAt", case when c.account_id is not null then 'closed' when u."emailVerified" then 'open' else 'unconfirmed' end as state,
         (select count(*)::int from accounts.session s where s.account_id = a.id and s.ends_at > clock.now()) as "signIns"
       from accounts.account a join auth."user" u using (id) left join accounts.closed_account c on c.account_id = a.id where a.id = $1`,
      [id],
    );
    return fact ?? null;
  }

  /** The ids of all accounts, closed ones that are not purged yet among them. */
  async everybody(tx: Tx): Promise<string[]> {
    return (await tx.query<{ id: string }[]>('select id from accounts.account order by id')).map(({ id }) => id);
  }

  /** Those of them that are accounts. */
  async known(tx: Tx, ids: readonly string[]): Promise<string[]> {
    return (await tx.query<{ id: string }[]>('select id from accounts.account where id = any ($1::uuid[]) order by id', [ids])).map(({ id }) => id);
  }

  /** The ids of those who have a sign-in that was there between two moments. */
  async signedInBetween(tx: Tx, from: Date, to: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>('select distinct account_id as id from accounts.session where began_at <= $2 and last_used_at >= $1', [from, to]);
    return rows.map(({ id }) => id);
  }
}
