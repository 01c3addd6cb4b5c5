import { Injectable } from '@nestjs/common';
import { Database, deleteEnded, type Tx } from '../platform/db/index.js';
import { Policy } from '../platform/policy/index.js';
import { SessionRepository } from './sessions/session.repository.js';

const HOUR_FOR_OUR_ROW = '1 hour';

/** Deletes what has ended. All of it has been invisible since its second. */
@Injectable()
export class AccountSweep {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  async sweep(): Promise<void> {
    await this.sessions.sweep(this.db.alone);
    await deleteEnded(this.db.alone, 'accounts.link');
    await deleteEnded(this.db.alone, 'accounts.email_change');
    await this.db.transaction(async (tx) => {
      await tx.query('delete from accounts.operator_claim where created_at + $1::interval <= clock.now()', [this.policy.periodOf('operational').iso]);
      await tx.query('delete from auth."user" u using accounts.account a where a.id = u.id and not u."emailVerified" and a.created_at + $1::interval <= clock.now()', [this.policy.periodOf('unverifiedAccount').iso]);
      await this.deleteHalfMade(tx, HOUR_FOR_OUR_ROW);
    });
  }

  /** An identity without our row is what a crash between better-auth's write and ours leaves. It opens nothing. */
  async deleteHalfMade(tx: Tx, olderThan: string, email: string | null = null): Promise<void> {
    await tx.query(
      `delete from auth."user" u where u."createdAt" < clock.now() - $1::interval and ($2::text is null or u.email = $2)
       and not exists (select from accounts.account a where a.id = u.id)`,
      [olderThan, email],
    );
  }
}
