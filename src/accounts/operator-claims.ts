import { Injectable } from '@nestjs/common';
import { hashToken, newToken } from '../kernel/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Database } from '../platform/db/index.js';
import { claimClosed } from './accounts.errors.js';
import { AccountRepository } from './accounts.repository.js';

/** How an instance gets its first operator: a one-time link, printed where only its owner reads. */
@Injectable()
export class OperatorClaims {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly db: Database,
    private readonly audit: AuditLog,
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

  /** Makes this account an operator; AppError `accounts.link_used_or_expired` for every token but the open one. */
  claim(accountId: string, token: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      if ((await this.accounts.hasOperator(tx)) || !(await this.accounts.closeOperatorClaim(tx, hashToken(token)))) throw claimClosed();
      await this.accounts.addRole(tx, accountId, 'operator');
      await this.audit.append(tx, { actor: { kind: 'account', id: accountId }, action: 'accounts.operator_claimed', subject: { kind: 'account', id: accountId } });
    });
  }
}
