import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { type FailedRefund } from '../gateways/gateway.js';
import { Looks } from '../settlement/looks.js';
import { type Refundable } from './refund.js';
import { RefundDispatchRepository } from './refund-dispatch.repository.js';
import { RefundOutcomes } from './refund-outcomes.js';
import { RefundRepository } from './refund.repository.js';
import { sendRefund } from './refunds.jobs.js';

/** Refunds that have arrived, and those that somebody has to see to. */
@Injectable()
export class RefundArrivals {
  constructor(
    private readonly dispatch: RefundDispatchRepository,
    private readonly refunds: RefundRepository,
    private readonly outcomes: RefundOutcomes,
    private readonly outbox: Outbox,
    private readonly looks: Looks,
    private readonly db: Database,
  ) {}

  /** The gateway says that more of a payment went back: what we sent has arrived, and the rest was made at its own desk. `failed`: what it names that did not arrive after all. */
  async see(paymentId: string, failed: readonly FailedRefund[] = []): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.refunds.hold(tx, await this.refunds.getPayment(tx, paymentId));
      const payment = await this.refunds.getPayment(tx, paymentId);
      await this.follow(tx, payment, payment.refundedMinor, failed);
    });
  }

  /**
   * The same of a payment that was set apart, of which nothing but its refunds is known here. As of every other, what was ever given back and what of it
   * failed only grow, so that an old view takes nothing from them.
   */
  async seeSetApart(quarantineId: string, refundedMinor: bigint, failed: readonly FailedRefund[]): Promise<void> {
    await this.db.transaction(async (tx) => {
      const payment = await this.refunds.getSetApart(tx, quarantineId);
      await this.refunds.hold(tx, payment);
      const [{ done }, known] = [await this.refunds.sums(tx, payment), await this.refunds.failedLater(tx, payment)];
      const named = failed.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      const back = larger(done + known, refundedMinor + named) - larger(known, named);
      // What was paid may be known by a word of it that was too small.
      await this.follow(tx, payment, back < payment.paid.minor ? back : payment.paid.minor, failed);
    });
  }

  /** Each minute. */
  async tend(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const { id, state, purchaseId, quarantineId } of await this.dispatch.overdue(tx)) {
        if (state === 'approved') await this.outbox.enqueue(tx, sendRefund, { refundId: id });
        else if (quarantineId !== null) await this.looks.soonSetApart(tx, quarantineId);
        else if (purchaseId !== null) await this.looks.soon(tx, purchaseId);
      }
      for (const id of await this.dispatch.lost(tx)) await this.outcomes.failed(tx, id);
    });
    await this.dispatch.forget(this.db.alone);
  }

  private async follow(tx: Tx, of: Refundable, backMinor: bigint, failed: readonly FailedRefund[]): Promise<void> {
    for (const refund of failed) {
      const id = await this.dispatch.failedLate(tx, of, backMinor, refund);
      if (id !== null) await this.outcomes.failed(tx, id);
    }
    const unnamed = await this.arrived(tx, of, backMinor - (await this.refunds.sums(tx, of)).done);
    if (unnamed > 0n) await this.refunds.add(tx, { of, amountMinor: unnamed, reason: 'at_gateway', says: null, state: 'done', askedBy: null });
  }

  /** What is left of `amount` after what we sent. One whose answer was lost may be among it: it is not counted as somebody else's. */
  private async arrived(tx: Tx, of: Refundable, amount: bigint): Promise<bigint> {
    let left = amount;
    for (const { id, state, amountMinor } of await this.dispatch.unconfirmed(tx, of)) {
      if (amountMinor > left) continue;
      left -= amountMinor;
      if (state === 'sent') await this.dispatch.arrived(tx, id);
    }
    return left;
  }
}

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);
