import { Injectable } from '@nestjs/common';
import { type Tx } from '../db/index.js';

/**
 * The one clock: the database's, so that every process agrees on a deadline. In SQL it is `clock.now()`; tests move it
 * by writing a row into `clock.shift` as the owner, which the application cannot.
 */
@Injectable()
export class Clock {
  /** The moment this transaction began, as the database sees it. */
  async now(tx: Tx): Promise<Date> {
    const [row] = await tx.query<{ now: Date }[]>('select clock.now() as now');
    if (!row) throw new Error('The database did not tell the time');
    return row.now;
  }
}
