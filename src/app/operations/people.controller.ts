import { Controller, Get } from '@nestjs/common';
import { AccountFacts } from '../../accounts/index.js';
import { notFound } from '../../kernel/index.js';
import { AuditLog } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { heldRows } from '../../platform/personal-data/index.js';
import { personView, type PersonView } from './operations.dto.js';

/** One person by id: roles, state and counts. Whoever looks is written into the audit log. */
@Controller('api/operations/people')
export class PeopleController {
  constructor(
    private readonly accounts: AccountFacts,
    private readonly audit: AuditLog,
    private readonly db: Database,
    private readonly policy: Policy,
  ) {}

  @Get(':id')
  @For('operator')
  @View(personView)
  operatorPerson(@Me() actor: Actor, @Id() id: string): Promise<PersonView> {
    return this.db.transaction(async (tx) => {
      const account = await this.accounts.find(tx, id);
      if (!account) throw notFound();
      const holdings = await heldRows(tx, this.policy, id);
      await this.audit.append(tx, { actor: { kind: 'account', id: actor.id }, action: 'operations.person_read', subject: { kind: 'account', id } });
      return { ...account, roles: [...account.roles], madeAt: account.madeAt.toISOString(), holdings };
    });
  }
}
