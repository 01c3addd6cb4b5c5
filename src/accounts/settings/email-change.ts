import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, violates } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { identityChanged } from '../accounts.events.js';
import { linkUsedOrExpired, sameEmail } from '../accounts.errors.js';
import { AccountRepository } from '../accounts.repository.js';
import { MailedLinks } from '../links/mailed-links.js';
import { holdSession } from '../sessions/holds.js';
import { type Session } from '../sessions/session.repository.js';
import { EmailChangeRepository } from './email-change.repository.js';

/** Another address for an account. It changes when the old and the new one have both said yes. */
@Injectable()
export class EmailChange {
  constructor(
    private readonly changes: EmailChangeRepository,
    private readonly accounts: AccountRepository,
    private readonly links: MailedLinks,
    private readonly outbox: Outbox,
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /** Has both addresses asked. Whether the new one is somebody's already is told to its owner only; AppError `accounts.same_email`. */
  async begin(session: Session, email: string): Promise<void> {
    const { accountId } = session;
    await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      const account = await this.accounts.findView(tx, accountId);
      if (account?.email === email) throw sameEmail();
      await this.links.drop(tx, accountId, 'email_change_old', 'email_change_new');
      await this.changes.begin(tx, accountId, email);
      await this.links.ask(tx, 'email_change_old', accountId);
      const owner = await this.accounts.findByEmail(tx, email);
      if (owner?.isVerified) await this.links.ask(tx, 'known_address', owner.id);
      else await this.links.ask(tx, 'email_change_new', accountId);
    });
  }

  /** One address says yes; AppError `accounts.link_used_or_expired`. */
  async confirm(token: string): Promise<'waiting' | 'changed'> {
    const side = (await this.links.works('email_change_old', token)) ? 'old' : 'new';
    try {
      return await this.db.transaction(async (tx) => {
        const accountId = await this.links.take(tx, `email_change_${side}`, token);
        const pending = await this.changes.confirm(tx, accountId, side);
        if (!pending) throw linkUsedOrExpired();
        if (!pending.oldConfirmed || !pending.newConfirmed) return 'waiting';
        await this.changes.carryOut(tx, accountId, pending.newEmail);
        await this.links.drop(tx, accountId, 'sign_in', 'reset_password');
        await this.outbox.publish(tx, identityChanged, { accountId });
        await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'accounts.email_changed', subject: { kind: 'account', id: accountId } });
        return 'changed';
      });
    } catch (error) {
      if (violates(error, 'user_email_key')) throw linkUsedOrExpired();
      throw error;
    }
  }

  async takeBack(session: Session): Promise<void> {
    const { accountId } = session;
    await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      await this.links.drop(tx, accountId, 'email_change_old', 'email_change_new');
      await this.changes.delete(tx, accountId);
    });
  }
}
