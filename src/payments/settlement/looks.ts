import { Injectable, Logger } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { GatewayRefuses, type PaymentGateway, type Refs, type Seen } from '../gateways/gateway.js';
import { Gateways } from '../gateways/gateways.js';
import { LookRepository } from './look.repository.js';
import { Settlement } from './settlement.js';
import { lookAtPurchase, lookAtSetApart } from './settlement.jobs.js';

const logger = new Logger('payments');

/** Asking gateways, instead of waiting for their word. */
@Injectable()
export class Looks {
  constructor(
    private readonly repository: LookRepository,
    private readonly gateways: Gateways,
    private readonly settlement: Settlement,
    private readonly outbox: Outbox,
    private readonly db: Database,
  ) {}

  /** What became of a purchase, now; does nothing for one that is free, unknown, or of a gateway that is not set up any more. `payment`: the one of it that matters, as its gateway names it, which is then looked at closely. `GatewayAway`: nothing is known, and nothing was changed. */
  async look(purchaseId: string, payment?: string): Promise<void> {
    const purchase = await this.repository.find(this.db.alone, purchaseId);
    const gateway = purchase && this.gateways.find(purchase.gateway);
    if (!gateway) return;
    const seen = await seenAt(gateway, { ...purchase.refs, ...(payment === undefined ? {} : { payment }) });
    await this.db.transaction((tx) => this.settlement.observe(tx, gateway.id, seen, undefined, purchaseId));
  }

  /** The same, soon after `tx` commits. */
  async soon(tx: Tx, purchaseId: string, payment?: string): Promise<void> {
    await this.outbox.enqueue(tx, lookAtPurchase, { purchaseId, ...(payment === undefined ? {} : { payment }) });
  }

  /** What became of a payment that was set apart; as `look`. */
  async lookAtSetApart(quarantineId: string): Promise<void> {
    const question = await this.repository.findSetApart(this.db.alone, quarantineId);
    const gateway = question && this.gateways.find(question.gateway);
    if (!gateway) return;
    const seen = await seenAt(gateway, question.refs);
    await this.db.transaction((tx) => this.settlement.observe(tx, gateway.id, seen));
  }

  /** The same, soon after `tx` commits. */
  async soonSetApart(tx: Tx, quarantineId: string): Promise<void> {
    await this.outbox.enqueue(tx, lookAtSetApart, { quarantineId });
  }
}

/** Something that the gateway does not know is nothing at all: it never got there. */
export async function seenAt(gateway: PaymentGateway, refs: Refs): Promise<Seen> {
  try {
    return await gateway.fetch(refs);
  } catch (error) {
    if (!(error instanceof GatewayRefuses)) throw error;
    logger.warn(`${gateway.id} would not say what there is: ${error.because}`);
    return { mode: gateway.mode, payments: [], subscription: null, isOver: false };
  }
}
