import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { type FailedRefund } from '../gateways/gateway.js';
import { Looks } from '../settlement/looks.js';
import { RefundDispatchRepository } from './refund-dispatch.repository.js';
import { RefundNews } from './refund-news.js';
import { RefundRepository } from './refund.repository.js';
import { sendRefund } from './refunds.jobs.js';

/** Refunds that have arrived, and those that somebody has to see to. */
@Injectable()
export class RefundArrivals {
  constructor(
    private readonly dispatch: RefundDispatchRepository,
    private readonly refunds: RefundRepository,
    private readonly news: RefundNews,
    private readonly outbox: Outbox,
    private readonly looks: Looks,
    private readonly db: Database,
  ) {}

  /** The gateway says that more of a payment went back: what we sent has arrived, and the rest was made at its own desk. `failed`: what it names that did not arrive after all. */
  async see(paymentId: string, failed: readonly FailedRefund[] = []): Promise<void> {
    await this.db.transaction(async (tx) => {
      const before = await this.refunds.getPayment(tx, paymentId);
      await this.refunds.hold(tx, before);
      const payment = await this.refunds.getPayment(tx, paymentId);
      for (const refund of failed) {
        const id = await this.dispatch.failedLate(tx, paymentId, refund);
        if (id !== null) await this.news.failed(tx, await this.refunds.get(tx, id));
      }
      const unnamed = await this.arrived(tx, paymentId, payment.refundedMinor - (await this.refunds.sums(tx, payment)).done);
      if (unnamed > 0n) await this.refunds.add(tx, { of: payment, amountMinor: unnamed, reason: 'at_gateway', says: null, state: 'done', askedBy: null });
    });
  }

  /** Each minute. */
  async tend(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const { id, state, purchaseId } of await this.dispatch.overdue(tx)) {
        if (state === 'approved') await this.outbox.enqueue(tx, sendRefund, { refundId: id });
        else if (purchaseId !== null) await this.looks.soon(tx, purchaseId);
      }
      for (const id of await this.dispatch.lost(tx)) await this.news.failed(tx, await this.refunds.get(tx, id));
    });
    await this.dispatch.forget(this.db.alone);
  }

  /** What is left of `amount` after what we sent. One whose answer was lost may be among it: it is not counted as somebody else's. */
  private async arrived(tx: Tx, paymentId: string, amount: bigint): Promise<bigint> {
    let left = amount;
    for (const { id, state, amountMinor } of await this.dispatch.unconfirmed(tx, paymentId)) {
      if (amountMinor > left) continue;
      left -= amountMinor;
      if (state === 'sent') await this.dispatch.arrived(tx, id);
    }
    return left;
  }
}
