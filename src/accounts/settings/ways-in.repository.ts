import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

/** Statements about how accounts are entered, as a restored backup brings it back. */
@Injectable()
export class WaysInRepository {
  /** Ends every sign-in with the tokens that come from it, every mailed link, and the link that makes the first operator. */
  async close(tx: Tx): Promise<void> {
    for (const table of ['session', 'link', 'email_change', 'operator_claim']) await tx.query(`delete from accounts.${table}`);
  }

  /** False when there is no other one. */
  async dropPasswordBut(tx: Tx, accountId: string, passwordId: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(`delete from auth.account where "userId" = $1 and "providerId" = 'credential' and id <> $2 returning id`, [accountId, passwordId]);
    return rows.length > 0;
  }

  async unlink(tx: Tx, accountId: string, linkId: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>(`delete from auth.account where id = $2 and "userId" = $1 and "providerId" <> 'credential' returning id`, [accountId, linkId]);
    return rows.length > 0;
  }
}
