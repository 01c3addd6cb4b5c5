import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type Purpose } from '../../platform/policy/index.js';

/** An objection to one purpose, or to everything that is optional. */
export interface Objection {
  readonly purpose: Purpose | 'everything';
  readonly objectedAt: Date;
}

const LOCK = `hashtextextended('privacy objections ' || $1, 0)`;

/** Every statement about objections. */
@Injectable()
export class ObjectionRepository {
  async list(tx: Tx, accountId: string): Promise<Objection[]> {
    return tx.query<Objection[]>('select purpose, objected_at as "objectedAt" from privacy.objection where account_id = $1 order by objected_at, purpose', [accountId]);
  }

  /** Whether one stands against a purpose. Until `tx` ends, `waitForGivers` waits for it. */
  async stands(tx: Tx, accountId: string, purpose: Purpose): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock_shared(${LOCK})`, [accountId]);
    const rows = await tx.query<object[]>(`select from privacy.objection where account_id = $1 and purpose in ($2, 'everything')`, [accountId, purpose]);
    return rows.length > 0;
  }

  /** Comes back once everybody who asked `stands` before has committed. Call it in a transaction of its own, which holds nothing else. */
  async waitForGivers(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(${LOCK})`, [accountId]);
  }

  /** False when it stood already, or the account is gone. */
  async insert(tx: Tx, accountId: string, purpose: Objection['purpose']): Promise<boolean> {
    const rows = await tx.query<object[]>('insert into privacy.objection (account_id, purpose) select id, $2 from accounts.account where id = $1 on conflict do nothing returning purpose', [accountId, purpose]);
    return rows.length > 0;
  }

  /** False when there was none. */
  async delete(tx: Tx, accountId: string, purpose: Objection['purpose']): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from privacy.objection where account_id = $1 and purpose = $2 returning purpose', [accountId, purpose]);
    return rows.length > 0;
  }
}
