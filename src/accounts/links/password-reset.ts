import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { linkUsedOrExpired } from '../accounts.errors.js';
import { AccountRepository } from '../accounts.repository.js';
import { Passwords } from '../passwords.js';
import { Sessions } from '../sessions/sessions.js';
import { NewPassword } from '../settings/new-password.js';
import { MailedLinks } from './mailed-links.js';

/** A new password for whoever forgot theirs, and the first one of an account that was brought from elsewhere. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly links: MailedLinks,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly db: Database,
    private readonly newPassword: NewPassword,
  ) {}

  /** Has a link mailed when the address is somebody's; the answer and the work are the same when it is nobody's. */
  async ask(email: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const account = await this.accounts.findByEmail(tx, email);
      await this.links.ask(tx, 'reset_password', account?.id ?? null);
    });
  }

  /** Sets the password and ends every sign-in; AppErrors `accounts.link_used_or_expired`, `accounts.password_too_long`, `accounts.password_too_short`. */
  async finish(token: string, password: string): Promise<void> {
    this.passwords.check(password);
    // A hash is costly: nobody gets one for a link that does not work.
    const kind = (await this.links.works('brought_account', token)) ? 'brought_account' : 'reset_password';
    if (!(await this.links.works(kind, token))) throw linkUsedOrExpired();
    const hash = await this.passwords.hash(password);
    await this.db.transaction(async (tx) => {
      const id = await this.links.take(tx, kind, token);
      await this.accounts.proveAddress(tx, id);
      await this.newPassword.set(tx, id, hash, 'accounts.password_reset');
      await this.sessions.endAll(tx, id);
    });
  }
}
