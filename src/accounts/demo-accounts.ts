import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/index.js';
import { Database } from '../platform/db/index.js';
import { type Actor } from '../platform/http/index.js';
import { Policy } from '../platform/policy/index.js';
import { AccountRepository } from './accounts.repository.js';
import { Identity } from './identity.js';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: Actor['roles'];
}

/** People for a demonstration, with addresses that count as confirmed. Never in production. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly identity: Identity,
    private readonly accounts: AccountRepository,
    private readonly db: Database,
    private readonly policy: Policy,
    private readonly config: Config,
  ) {}

  /** The account id, and whether it is new; somebody who is there already stays as they are. */
  async create({ name, email, password, roles }: DemoPerson): Promise<{ id: string; isNew: boolean }> {
    if (this.config.isProduction) throw new Error('The demonstration has no place in production.');
    const known = await this.accounts.findByEmail(this.db.alone, email);
    if (known) return { id: known.id, isNew: false };
    const id = await this.identity.create({ name, email, password });
    if (id === null) throw new Error('Somebody else is making the same demonstration');
    await this.db.transaction(async (tx) => {
      await this.accounts.insert(tx, id, this.policy.values.ages.adult);
      await this.accounts.confirmAddress(tx, id);
      for (const role of roles) await this.accounts.addRole(tx, id, role);
    });
    return { id, isNew: true };
  }
}
