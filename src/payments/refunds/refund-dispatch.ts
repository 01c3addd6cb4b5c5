import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { GatewayAway, GatewayRefuses, type RefundAnswer } from '../gateways/gateway.js';
import { Gateways } from '../gateways/gateways.js';
import { gatewayAway } from '../purchases/purchases.errors.js';
import { Looks } from '../settlement/looks.js';
import { type Refund } from './refund.js';
import { RefundDispatchRepository } from './refund-dispatch.repository.js';
import { RefundOutcomes } from './refund-outcomes.js';
import { RefundRepository } from './refund.repository.js';

/** Sends refunds: one worker at a time, under one key at the gateway, so that a lost answer never makes it two. */
@Injectable()
export class RefundDispatch {
  constructor(
    private readonly dispatch: RefundDispatchRepository,
    private readonly refunds: RefundRepository,
    private readonly gateways: Gateways,
    private readonly looks: Looks,
    private readonly outcomes: RefundOutcomes,
    private readonly db: Database,
  ) {}

  /** AppError `payments.gateway_away` when it has to be tried again. */
  async send(id: string): Promise<void> {
    const lease = randomUUID();
    if (!(await this.dispatch.take(this.db.alone, id, lease))) return;
    const refund = await this.refunds.get(this.db.alone, id);
    // After so long the same key could make a second one, so that a person has to look.
    if (await this.dispatch.isStale(this.db.alone, id)) return this.fail(refund, lease, 'unanswered');
    const answer = await this.ask(refund, lease);
    if (answer) await this.settle(refund, lease, answer);
  }

  private async ask(refund: Refund, lease: string): Promise<RefundAnswer | null> {
    const { id, reference, paid, amount } = refund;
    const gateway = this.gateways.find(refund.gateway);
    try {
      if (!gateway) throw gatewayAway();
      return await gateway.refund({ reference, amount: paid }, { key: id, amount });
    } catch (error) {
      if (error instanceof GatewayRefuses) {
        await this.fail(refund, lease, error.because);
        return null;
      }
      await this.dispatch.letGo(this.db.alone, id, lease);
      throw error instanceof GatewayAway ? gatewayAway() : error;
    }
  }

  private async settle(refund: Refund, lease: string, answer: RefundAnswer): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.dispatch.answered(tx, refund.id, lease, answer))) return;
      if (answer.state === 'failed') await this.outcomes.failed(tx, refund.id);
      else if (refund.quarantineId !== null) await this.outcomes.returned(tx, refund);
      else if (refund.purchaseId !== null) await this.looks.soon(tx, refund.purchaseId);
    });
  }

  private async fail({ id }: Refund, lease: string, because: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (await this.dispatch.failed(tx, id, lease, because.slice(0, 100))) await this.outcomes.failed(tx, id);
    });
  }
}
