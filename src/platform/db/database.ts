import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';

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

  /** For single statements that stand alone; each commits by itself. */
  get alone(): Tx {
    return this.dataSource.manager;
  }
}

/** Runs `work` with the privileges of `role` only; the transaction has its own again afterwards. */
export async function asRole<T>(tx: Tx, role: ReadingRole, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.query(`set local role ${role}`);
  const result = await work(tx);
  await tx.query('reset role');
  return result;
}

/** True when a statement failed on the named unique constraint or index (SQLSTATE 23505). */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driverError = error.driverError as { code?: string; constraint?: string };
  return driverError.code === '23505' && driverError.constraint === constraint;
}
