import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

export interface FactorRow {
  readonly sealedSecret: string;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
  readonly recoveryCodesLeft: number;
  readonly now: Date;
}

/** Every statement about second factors. */
@Injectable()
export class SecondFactorRepository {
  /** With the row locked, so that no code is taken twice at once. */
  async lock(tx: Tx, accountId: string): Promise<FactorRow | null> {
    await tx.query('select from accounts.second_factor where account_id = $1 for update', [accountId]);
    return this.find(tx, accountId);
  }

  async find(tx: Tx, accountId: string): Promise<FactorRow | null> {
    const [row] = await tx.query<(Omit<FactorRow, 'lastStep'> & { lastStep: string })[]>(
      `select sealed_secret as "sealedSecret", confirmed_at as "confirmedAt", last_step as "lastStep", clock.now() as now,
         (select count(*)::int from accounts.recovery_code r where r.account_id = f.account_id) as "recoveryCodesLeft"
       from accounts.second_factor f where account_id = $1`,
      [accountId],
    );
    return row ? { ...row, lastStep: Number(row.lastStep) } : null;
  }

  /** Puts a fresh, unconfirmed one in place of an unconfirmed one; false when there is a confirmed one. */
  async begin(tx: Tx, accountId: string, sealedSecret: string): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `insert into accounts.second_factor (account_id, sealed_secret) values ($1, $2)
       on conflict (account_id) do update set sealed_secret = excluded.sealed_secret, last_step = 0 where accounts.second_factor.confirmed_at is null
       returning account_id`,
      [accountId, sealedSecret],
    );
    return rows.length > 0;
  }

  async confirm(tx: Tx, accountId: string): Promise<void> {
    await tx.query('update accounts.second_factor set confirmed_at = clock.now() where account_id = $1', [accountId]);
  }

  async setLastStep(tx: Tx, accountId: string, step: number): Promise<void> {
    await tx.query('update accounts.second_factor set last_step = $2 where account_id = $1', [accountId, step]);
  }

  async replaceRecoveryCodes(tx: Tx, accountId: string, hashes: readonly string[]): Promise<void> {
    await tx.query('delete from accounts.recovery_code where account_id = $1', [accountId]);
    await tx.query('insert into accounts.recovery_code (account_id, code_hash) select $1, unnest($2::text[])', [accountId, hashes]);
  }

  /** True for the one caller who uses the code up. */
  async takeRecoveryCode(tx: Tx, accountId: string, hash: string): Promise<boolean> {
    const [rows] = await tx.query<[object[], number]>('delete from accounts.recovery_code where account_id = $1 and code_hash = $2 returning account_id', [accountId, hash]);
    return rows.length > 0;
  }

  async delete(tx: Tx, accountId: string): Promise<void> {
    await tx.query('delete from accounts.second_factor where account_id = $1', [accountId]);
  }
}
