import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Policy } from '../../platform/policy/index.js';
import { accountClosed } from '../accounts.events.js';
import { purgeAccount } from '../accounts.jobs.js';
import { holdSession } from '../sessions/holds.js';
import { type Session } from '../sessions/session.repository.js';
import { ClosedAccountRepository } from './closed-account.repository.js';
import { FarewellMail } from './farewell-mail.js';

/** The end of an account: closed at once, and purged after the policy's period or at once. */
@Injectable()
export class AccountClosing {
  constructor(
    private readonly closed: ClosedAccountRepository,
    private readonly farewell: FarewellMail,
    private readonly outbox: Outbox,
    private readonly policy: Policy,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** Signs out everywhere and takes name, address and every way to sign in off the account. Returns when it will be gone. */
  async close(session: Session, now: boolean): Promise<Date> {
    const { accountId } = session;
    return this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      const { name, email, purgeAt } = await this.closed.close(tx, accountId, now ? 'PT0S' : this.policy.periodOf('deletedAccount').iso);
      await this.outbox.publish(tx, accountClosed, { accountId });
      if (now) await this.outbox.enqueue(tx, purgeAccount, { accountId });
      await this.farewell.send(tx, { name, email }, now ? null : { accountId, purgeAt });
      await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'accounts.closed', subject: { kind: 'account', id: accountId } });
      return purgeAt;
    });
  }

  /** Asks for the purge of accounts whose period is over. */
  async askForDuePurges(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const accountId of await this.closed.due(tx)) await this.outbox.enqueue(tx, purgeAccount, { accountId });
    });
  }
}
