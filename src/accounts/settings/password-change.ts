import { Injectable } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { Database } from '../../platform/db/index.js';
import { signInAgain, wrongPassword } from '../accounts.errors.js';
import { AccountRepository } from '../accounts.repository.js';
import { Passwords } from '../passwords.js';
import { holdSession } from '../sessions/holds.js';
import { type Session } from '../sessions/session.repository.js';
import { Sessions } from '../sessions/sessions.js';
import { NewPassword } from './new-password.js';
import { Proof } from './proof.js';
import { type PasswordBody } from './settings.dto.js';

/** Another password, or a first one for an account that had none. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly proof: Proof,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly db: Database,
    private readonly newPassword: NewPassword,
  ) {}

  /**
   * Ends every other sign-in; this one goes on under a new id. AppErrors `accounts.wrong_password`, `accounts.sign_in_again`,
   * `accounts.password_too_long`, `accounts.password_too_short`.
   */
  async change(session: Session, { password, current }: PasswordBody, reply: FastifyReply): Promise<void> {
    const { accountId } = session;
    this.passwords.check(password);
    await this.mustBeTheirs(session, current);
    const hash = await this.passwords.hash(password);
    const token = await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      await this.newPassword.set(tx, accountId, hash, 'accounts.password_changed');
      await this.sessions.endAll(tx, accountId, session.id);
      return this.sessions.renew(tx, session);
    });
    this.sessions.give(reply, token, session.stays);
  }

  private async mustBeTheirs({ accountId, isFresh }: Session, current: string | undefined): Promise<void> {
    const hasPassword = (await this.accounts.findPasswordHash(this.db.alone, accountId)) !== null;
    if (!hasPassword && !isFresh) throw signInAgain();
    if (hasPassword && !(await this.proof.isTheirs(accountId, current ?? ''))) throw wrongPassword('current');
  }
}
