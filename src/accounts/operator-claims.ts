import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { hashToken, newToken } from '../kernel/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Database } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { type SessionView } from './accounts.dto.js';
import { claimClosed } from './accounts.errors.js';
import { AccountRepository } from './accounts.repository.js';
import { holdSession } from './sessions/holds.js';
import { Reception } from './sessions/reception.js';
import { Sessions } from './sessions/sessions.js';

/** How an instance gets its first operator: a one-time link, printed where only its owner reads. */
@Injectable()
export class OperatorClaims {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: Sessions,
    private readonly reception: Reception,
    private readonly db: Database,
    private readonly audit: AuditLog,
    private readonly policy: Policy,
  ) {}

  /** A fresh token while there is no operator (the one before stops working); null as soon as there is one. */
  open(): Promise<string | null> {
    return this.db.transaction(async (tx) => {
      if (await this.accounts.hasOperator(tx)) return null;
      const token = newToken();
      await this.accounts.openOperatorClaim(tx, hashToken(token));
      return token;
    });
  }

  /** Makes whoever is signed in here an operator, under a new session id; AppError `accounts.link_used_or_expired` for every token but the open one. */
  async claim(request: FastifyRequest, reply: FastifyReply, token: string): Promise<SessionView> {
    const session = await this.sessions.mine(request);
    const { accountId } = session;
    const renewed = await this.db.transaction(async (tx) => {
      await holdSession(tx, session);
      if ((await this.accounts.hasOperator(tx)) || !(await this.accounts.closeOperatorClaim(tx, hashToken(token), this.policy.periodOf('operational').iso))) throw claimClosed();
      await this.accounts.addRole(tx, accountId, 'operator');
      const newSessionToken = await this.sessions.renew(tx, session);
      await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'accounts.operator_claimed', subject: { kind: 'account', id: accountId } });
      return newSessionToken;
    });
    this.sessions.give(reply, renewed, session.stays);
    return this.reception.viewOf(accountId);
  }
}
