import { Injectable } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { AuditLog } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { secondFactorOn, wrongCode } from '../accounts.errors.js';
import { AccountRepository } from '../accounts.repository.js';
import { holdSession } from '../sessions/holds.js';
import { type Session } from '../sessions/session.repository.js';
import { Sessions } from '../sessions/sessions.js';
import { ChangeNotice } from '../settings/change-notice.js';
import { type FactorView, type SecretView } from './second-factor.dto.js';
import { SecondFactor } from './second-factor.js';
import { totpUri } from './totp.js';

/** A person turns their second factor on and off. */
@Injectable()
export class FactorSettings {
  constructor(
    private readonly factor: SecondFactor,
    private readonly accounts: AccountRepository,
    private readonly sessions: Sessions,
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly notice: ChangeNotice,
  ) {}

  async look({ accountId, roles }: Session): Promise<FactorView> {
    const { since, recoveryCodesLeft } = await this.factor.state(this.db.alone, accountId);
    return { on: since !== null, since: since?.toISOString() ?? null, recoveryCodesLeft, required: this.factor.asksFor(roles).length > 0 };
  }

  /** A secret for an app. It counts once `turnOn` has seen a code made from it; AppError `accounts.second_factor_on`. */
  async begin(session: Session): Promise<SecretView> {
    const { accountId } = session;
    const account = await this.accounts.findView(this.db.alone, accountId);
    const secret = await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      return this.factor.begin(tx, accountId);
    });
    if (secret === null) throw secondFactorOn();
    return { secret, uri: totpUri(secret, account?.email ?? '') };
  }

  /** Ends all other sign-ins: they were begun without it. This one goes on under a new id. */
  async turnOn(session: Session, code: string, reply: FastifyReply): Promise<string[]> {
    const { accountId } = session;
    await this.factor.countTry(accountId);
    const done = await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      if (!(await this.factor.confirm(tx, accountId, code))) return null;
      const recoveryCodes = await this.factor.newRecoveryCodes(tx, accountId);
      await this.sessions.endAll(tx, accountId, session.id);
      const token = await this.sessions.renew(tx, session);
      await this.note(tx, accountId, 'accounts.second_factor_set');
      await this.notice.send(tx, accountId, 'second_factor_set');
      return { recoveryCodes, token };
    });
    if (!done) throw wrongCode();
    await this.factor.forgiveTries(accountId);
    this.sessions.give(reply, done.token, session.stays);
    return done.recoveryCodes;
  }

  async renewRecoveryCodes(session: Session, code: string): Promise<string[]> {
    const { accountId } = session;
    return this.withCode(session, code, async (tx) => {
      const codes = await this.factor.newRecoveryCodes(tx, accountId);
      await this.note(tx, accountId, 'accounts.recovery_codes_renewed');
      return codes;
    });
  }

  async turnOff(session: Session, code: string): Promise<void> {
    const { accountId } = session;
    await this.withCode(session, code, async (tx) => {
      await this.factor.remove(tx, accountId);
      await this.note(tx, accountId, 'accounts.second_factor_removed');
      await this.notice.send(tx, accountId, 'second_factor_removed');
    });
  }

  /** AppErrors `accounts.wrong_code`, `http.too_many_requests`. */
  private async withCode<T>(session: Session, code: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { accountId } = session;
    await this.factor.countTry(accountId);
    const result = await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      if (!(await this.factor.take(tx, accountId, code))) throw wrongCode();
      return work(tx);
    });
    await this.factor.forgiveTries(accountId);
    return result;
  }

  private async note(tx: Tx, accountId: string, action: string): Promise<void> {
    await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action, subject: { kind: 'account', id: accountId } });
  }
}
