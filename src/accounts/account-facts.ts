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
}
