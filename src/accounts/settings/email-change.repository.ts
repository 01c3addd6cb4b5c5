import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';

/** A new address on its way. */
export interface PendingEmail {
  readonly newEmail: string;
  readonly oldConfirmed: boolean;
  readonly newConfirmed: boolean;
  readonly until: Date;
}

const COLUMNS = 'new_email as "newEmail", old_confirmed as "oldConfirmed", new_confirmed as "newConfirmed", expires_at as until';

/** Every statement about addresses that change. */
@Injectable()
export class EmailChangeRepository {
  constructor(private readonly policy: Policy) {}

  async find(tx: Tx, accountId: string): Promise<PendingEmail | null> {
    const rows = await tx.query<PendingEmail[]>(`select ${COLUMNS} from accounts.email_change where account_id = $1 and expires_at > clock.now()`, [accountId]);
    return rows[0] ?? null;
  }

  /** Puts a change in place of the one before. */
  async begin(tx: Tx, accountId: string, newEmail: string): Promise<void> {
    await tx.query(
      `insert into accounts.email_change (account_id, new_email, expires_at) values ($1, $2, clock.now() + $3::interval)
       on conflict (account_id) do update set new_email = excluded.new_email, old_confirmed = false, new_confirmed = false, expires_at = excluded.expires_at`,
      [accountId, newEmail, this.policy.values.links.emailChange.iso],
    );
  }

  async confirm(tx: Tx, accountId: string, side: 'old' | 'new'): Promise<PendingEmail | null> {
    const [rows] = await tx.query<[PendingEmail[], number]>(
      `update accounts.email_change set old_confirmed = old_confirmed or $2, new_confirmed = new_confirmed or not $2
       where account_id = $1 and expires_at > clock.now() returning ${COLUMNS}`,
      [accountId, side === 'old'],
    );
    return rows[0] ?? null;
  }

  /** The new address takes the place of the old one; an account that never confirmed the new one makes way. */
  async carryOut(tx: Tx, accountId: string, newEmail: string): Promise<void> {
    await tx.query('delete from auth."user" where email = $1 and not "emailVerified" and id <> $2', [newEmail, accountId]);
    await tx.query('update auth."user" set email = $2, "updatedAt" = clock.now() where id = $1', [accountId, newEmail]);
    await this.delete(tx, accountId);
  }

  async delete(tx: Tx, accountId: string): Promise<void> {
    await tx.query('delete from accounts.email_change where account_id = $1', [accountId]);
  }
}
