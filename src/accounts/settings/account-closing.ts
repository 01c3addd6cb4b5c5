import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { personalDataHolders } from '../../platform/personal-data/index.js';
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
      return this.end(tx, accountId, { now, by: accountId });
    });
  }

  /** Closes, within `tx`, the account of somebody who asked an operator for it by letter, as they would have done it themselves. */
  async closeFor(tx: Tx, accountId: string, operatorId: string): Promise<void> {
    await this.end(tx, accountId, { now: false, by: operatorId });
  }

  /** Asks for the purge of accounts whose period is over. */
  async askForDuePurges(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const accountId of await this.closed.due(tx)) await this.outbox.enqueue(tx, purgeAccount, { accountId });
    });
  }

  private async end(tx: Tx, accountId: string, { now, by }: { now: boolean; by: string }): Promise<Date> {
    // Before the identity is locked for good: those they wait for, who are giving a consent, may still have to look at it.
    for (const holder of personalDataHolders()) await holder.close?.(tx, accountId);
    const { name, email, purgeAt } = await this.closed.close(tx, accountId, now ? 'PT0S' : this.policy.periodOf('deletedAccount').iso);
    await this.outbox.publish(tx, accountClosed, { accountId });
    if (now) await this.outbox.enqueue(tx, purgeAccount, { accountId });
    await this.farewell.send(tx, { name, email }, now ? null : { accountId, purgeAt });
    await this.audit.append(tx, { actor: { kind: 'account', id: by }, action: 'accounts.closed', subject: { kind: 'account', id: accountId } });
    return purgeAt;
  }
}
