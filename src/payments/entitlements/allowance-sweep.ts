import { Injectable } from '@nestjs/common';
import { Database, inBatches } from '../../platform/db/index.js';
import { LotSweepRepository } from './lot-sweep.repository.js';

const BATCH = 500;

/** Takes away what is over: credits whose period has passed, and customers of whom nothing is left. */
@Injectable()
export class AllowanceSweep {
  constructor(
    private readonly over: LotSweepRepository,
    private readonly db: Database,
  ) {}

  async tidy(): Promise<void> {
    await inBatches(BATCH, () => this.db.transaction((tx) => this.over.deleteLots(tx, BATCH)));
    await inBatches(BATCH, () => this.db.transaction((tx) => this.over.deleteCustomers(tx, BATCH)));
  }
}
