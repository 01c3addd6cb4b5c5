import { Injectable } from '@nestjs/common';
import { type PoolClient, type QueryResult } from 'pg';
import { DataSource, type EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';

/** An open transaction, passed by hand to everything that takes part in it. */
export type Tx = EntityManager;

/** Roles that may be put on for one statement, to read less than the application may. */
export type ReadingRole = 'viva_talent';

/** The one way to PostgreSQL. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction: all of it happens, or nothing. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** Runs `work` in one transaction that can read what `role` may read, and do nothing else. `now` is when it began, in database time. */
  async reading<T>(role: ReadingRole, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await work(runner.manager, await begin(runner, role));
    } finally {
      // Nothing was written, so whoever asked need not wait until it has ended.
      void runner.query('rollback').catch(() => undefined).then(() => runner.release()).catch(() => undefined);
    }
  }

  /** For single statements that stand alone; each commits by itself. */
  get alone(): Tx {
    return this.dataSource.manager;
  }
}

/** One round trip; TypeORM would keep the answers of several statements to itself. */
async function begin(runner: QueryRunner, role: ReadingRole): Promise<Date> {
  const client = (await runner.connect()) as PoolClient;
  const [, told] = (await client.query(`begin read only; select clock.now() as now; set local role ${role}`)) as unknown as QueryResult<{ now: Date }>[];
  const now = told?.rows[0]?.now;
  if (!now) throw new Error('The database did not tell the time');
  return now;
}

/** Runs `work` with the privileges of `role` only; the transaction has its own again afterwards. */
export async function asRole<T>(tx: Tx, role: ReadingRole, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.query(`set local role ${role}`);
  const result = await work(tx);
  await tx.query('reset role');
  return result;
}

/** True when a statement failed, for whatever reason: the same may succeed another time. */
export function isOfDatabase(error: unknown): boolean {
  return error instanceof QueryFailedError;
}

/** True when a statement failed on the named unique constraint or index (SQLSTATE 23505). */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driverError = error.driverError as { code?: string; constraint?: string };
  return driverError.code === '23505' && driverError.constraint === constraint;
}
