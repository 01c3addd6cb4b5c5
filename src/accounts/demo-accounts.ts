import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/index.js';
import { Config } from '../platform/config/index.js';
import { Database } from '../platform/db/index.js';
import { type Actor } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { Passwords } from './passwords.js';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly roles: Actor['roles'];
}

/** People for a demonstration, with addresses that count as confirmed. Never in production. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly passwords: Passwords,
    private readonly db: Database,
    private readonly policy: Policy,
    private readonly config: Config,
  ) {}

  /**
   * The ids of those who are new, by address; whoever is there already stays as they are. All have one password: its hash
   * takes longer than everything else about an account, so it is made once.
   */
  async create(people: readonly DemoPerson[], password: string): Promise<ReadonlyMap<string, string>> {
    if (this.config.isProduction) throw new Error('The demonstration has no place in production.');
    const made = people.map(({ name, email, roles }) => ({ name, email, roles, id: newId(), key: newId() }));
    const rows = await this.db.alone.query<{ id: string; email: string }[]>(
      `with made as (select * from jsonb_to_recordset($1::jsonb) as m (id uuid, key uuid, name text, email text, roles text[])),
         identity as (insert into auth."user" (id, name, email, "emailVerified", "createdAt") select id, name, email, true, clock.now() from made on conflict do nothing returning id, email),
         password as (insert into auth.account (id, "accountId", "providerId", "userId", password) select key, id::text, 'credential', id, $2 from made join identity using (id)),
         account as (insert into accounts.account (id, roles, declared_age_reached) select id, roles, $3 from made join identity using (id))
       select id, email from identity`,
      [JSON.stringify(made), await this.passwords.hash(password), this.policy.values.ages.adult],
    );
    return new Map(rows.map(({ id, email }) => [email, id]));
  }
}
