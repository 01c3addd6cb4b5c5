import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { noteFact } from '../../platform/journal/index.js';
import { passwordFact } from '../accounts.facts.js';
import { AccountRepository } from '../accounts.repository.js';
import { MailedLinks } from '../links/mailed-links.js';
import { SignInWays } from '../sign-in-ways.js';
import { ChangeNotice } from './change-notice.js';
import { EmailChangeRepository } from './email-change.repository.js';

/** Puts a new password on an account. What somebody else may have begun with the old one ends; the owner is told. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly links: MailedLinks,
    private readonly changes: EmailChangeRepository,
    private readonly notice: ChangeNotice,
    private readonly audit: AuditLog,
    private readonly ways: SignInWays,
  ) {}

  /** `tx` holds the account. AppError `accounts.way_not_offered`. */
  async set(tx: Tx, accountId: string, hash: string, action: 'accounts.password_changed' | 'accounts.password_reset'): Promise<void> {
    this.ways.mustOffer('password');
    await this.links.drop(tx, accountId, 'reset_password', 'sign_in', 'email_change_old', 'email_change_new', 'brought_account');
    await this.changes.delete(tx, accountId);
    await noteFact(tx, passwordFact, { accountId, passwordId: await this.accounts.setPassword(tx, accountId, hash) });
    await this.notice.send(tx, accountId, 'password_changed');
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action, subject: { kind: 'account', id: accountId } });
  }
}
