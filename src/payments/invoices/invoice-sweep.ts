import { Injectable } from '@nestjs/common';
import { Database, deleteEnded } from '../../platform/db/index.js';

/** What ends by itself; recipients and differences go with theirs. */
const ENDING = ['payments.invoice', 'payments.money_back', 'payments.reconciliation'] as const;

/** Deletes what nobody has seen since its end. */
@Injectable()
export class InvoiceSweep {
  constructor(private readonly db: Database) {}

  async end(): Promise<void> {
    for (const table of ENDING) await deleteEnded(this.db.alone, table);
  }
}
