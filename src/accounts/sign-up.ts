import { Injectable } from '@nestjs/common';
import { AuditLog } from '../platform/audit/index.js';
import { Database } from '../platform/db/index.js';
import { AccountSweep } from './account-sweep.js';
import { AccountRepository } from './accounts.repository.js';
import { Identity } from './identity.js';
import { MailedLinks } from './links/mailed-links.js';
import { type Admitted } from './sign-up-gate.js';

const MINUTE_FOR_OUR_ROW = '1 minute';

/** Making an account with a password. Known and unknown addresses get the same answers. */
@Injectable()
export class SignUp {
  constructor(
    private readonly identity: Identity,
    private readonly accounts: AccountRepository,
    private readonly links: MailedLinks,
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly sweep: AccountSweep,
  ) {}

  /** Writes identity and account and has the mail sent. Age and password have been checked. */
  async begin({ name, email, password }: { name: string; email: string; password: string }, { declaredAgeReached, mayMail }: Admitted): Promise<void> {
    // What a crash left of an earlier try must not keep its own person away.
    await this.sweep.deleteHalfMade(this.db.alone, MINUTE_FOR_OUR_ROW, email);
    const id = await this.identity.create({ name, email, password });
    if (id === null && !(await this.accounts.hasIdentity(this.db.alone, email))) throw new Error('The identity could not be written');
    await this.db.transaction(async (tx) => {
      if (id !== null && (await this.accounts.insert(tx, id, declaredAgeReached))) {
        await this.links.ask(tx, 'verify_email', id);
        await this.audit.append(tx, { actor: { kind: 'account', id }, action: 'accounts.signed_up', subject: { kind: 'account', id } });
        return;
      }
      const known = await this.accounts.findByEmail(tx, email);
      await this.links.ask(tx, 'known_address', mayMail && known ? known.id : null);
    });
  }
}
