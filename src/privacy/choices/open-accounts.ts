import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountContacts } from '../../accounts/index.js';
import { accountGone, ConsentDesk } from '../../consent/index.js';
import { type Tx } from '../../platform/db/index.js';
import { purposes } from '../../platform/policy/index.js';

/**
 * Only for an account that is open can anything be allowed. The ledger itself refuses one that was closed; of one that is purged
 * it knows nothing any more, so that an act that was sent before and arrives after would make a new person there.
 */
@Injectable()
export class OpenAccounts implements OnModuleInit {
  constructor(
    private readonly consents: ConsentDesk,
    private readonly contacts: AccountContacts,
  ) {}

  onModuleInit(): void {
    for (const purpose of purposes) this.consents.follow(purpose, (tx, { subjectId }) => this.refuseOthers(tx, subjectId));
  }

  private async refuseOthers(tx: Tx, accountId: string): Promise<void> {
    if (!(await this.contacts.find(tx, accountId))) throw accountGone();
  }
}
