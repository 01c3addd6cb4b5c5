import { Injectable } from '@nestjs/common';
import { Database, inBatches, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { GatewayEventRepository } from './webhooks/gateway-event.repository.js';
import { LookRepository } from './look.repository.js';
import { Looks } from './looks.js';
import { RecordEnds } from './record-ends.js';
import { applyEvent } from './settlement.jobs.js';

/** At most so many are asked about in a minute, so that a gateway that was away is not run over when it is back. */
const BATCH = 200;

/** What the clock asks of payments. */
@Injectable()
export class SettlementSweep {
  constructor(
    private readonly due: LookRepository,
    private readonly looks: Looks,
    private readonly events: GatewayEventRepository,
    private readonly ends: RecordEnds,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  async look(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const purchaseId of await this.due.takeDue(tx, BATCH)) await this.looks.soon(tx, purchaseId);
      for (const eventId of await this.events.takeForgotten(tx, BATCH)) await this.outbox.enqueue(tx, applyEvent, { eventId });
    });
  }

  async end(): Promise<void> {
    await this.inBatches((tx) => this.ends.events(tx, BATCH));
    await this.inBatches((tx) => this.ends.quarantine(tx, BATCH));
    await this.inBatches((tx) => this.ends.purchases(tx, BATCH));
  }

  private inBatches(take: (tx: Tx) => Promise<number>): Promise<void> {
    return inBatches(BATCH, () => this.db.transaction(take));
  }
}
