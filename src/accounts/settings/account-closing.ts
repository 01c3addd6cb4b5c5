import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { personalDataHolders } from '../../platform/personal-data/index.js';
import { Policy } from '../../platform/policy/index.js';
import { accountClosed } from '../accounts.events.js';
import { closedFact } from '../accounts.facts.js';
import { purgeAccount } from '../accounts.jobs.js';
import { holdSession } from '../sessions/holds.js';
import { type Session } from '../sessions/session.repository.js';
import { ClosedAccountRepository } from './closed-account.repository.js';
import { FarewellMail } from './farewell-mail.js';

/** Whoever closed an account is told once more at least 48 hours before its data is gone, also where no worker ran for a day. */
const REMINDED_BEFORE = 'PT72H';

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

  /** Closes, within `tx`, the account of somebody who asked an operator for it by letter, as they would have done it themselves; `now` purges it at once. */
  async closeFor(tx: Tx, accountId: string, operatorId: string, { now = false }: { now?: boolean } = {}): Promise<void> {
    await this.end(tx, accountId, { now, by: operatorId });
  }

  /** Closes an account that a restored backup brought back, to be purged when it was to be, or now: silently, since its owner was told. False when there is none to close. */
  async closeAgain(accountId: string, purgeAt: Date | null): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const isBack = await this.closed.isOpen(tx, accountId);
      if (isBack) {
        await this.hide(tx, accountId, 'PT0S');
        await this.audit.append(tx, { actor: { kind: 'system', id: null }, action: 'accounts.closed', subject: { kind: 'account', id: accountId } });
      }
      await this.closed.purgeAt(tx, accountId, purgeAt);
      return isBack;
    });
  }

  /** Asks for the purge of accounts whose period is over. */
  async askForDuePurges(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const accountId of await this.closed.due(tx)) await this.outbox.enqueue(tx, purgeAccount, { accountId });
    });
  }

  /** Tells those whose data is gone soon. */
  async remind(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const closed of await this.closed.remindable(tx, REMINDED_BEFORE)) await this.farewell.remind(tx, closed);
    });
  }

  private async end(tx: Tx, accountId: string, { now, by }: { now: boolean; by: string }): Promise<Date> {
    const { name, email, purgeAt } = await this.hide(tx, accountId, now ? 'PT0S' : this.policy.periodOf('deletedAccount').iso);
    await noteFact(tx, closedFact, { accountId, purgeAt: purgeAt.toISOString() });
    if (now) await this.outbox.enqueue(tx, purgeAccount, { accountId });
    await this.farewell.send(tx, { name, email }, now ? null : { accountId, purgeAt });
    await this.audit.append(tx, { actor: { kind: 'account', id: by }, action: 'accounts.closed', subject: { kind: 'account', id: accountId } });
    return purgeAt;
  }

  private async hide(tx: Tx, accountId: string, keep: string): Promise<{ name: string; email: string; purgeAt: Date }> {
    // Before the identity is locked for good: those they wait for, who are giving a consent, may still have to look at it.
    for (const holder of personalDataHolders()) await holder.close?.(tx, accountId);
    const closed = await this.closed.close(tx, accountId, keep);
    await this.outbox.publish(tx, accountClosed, { accountId });
    return closed;
  }
}
