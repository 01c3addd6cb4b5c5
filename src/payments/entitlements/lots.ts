import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Policy } from '../../platform/policy/index.js';
import { type Terms, units } from '../terms.js';
import { Customers } from './customers.js';
import { LedgerRepository } from './ledger.repository.js';

/** What a payment paid for. */
export interface PaidLot {
  readonly paymentId: string;
  readonly customerId: string;
  readonly source: 'pack' | 'plan';
  readonly terms: Terms;
  readonly from: Date;
  /** Null: for as long as the records of the payment are kept. */
  readonly until: Date | null;
}

/** What became of a payment. */
export interface PaymentStanding {
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly refundedMinor: bigint;
  readonly dispute: 'open' | 'won' | 'lost' | null;
}

/** The credits that payments give and take. */
@Injectable()
export class Lots {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly customers: Customers,
    private readonly policy: Policy,
    private readonly clock: Clock,
  ) {}

  /** Once for each payment, however often it is called. */
  async grant(tx: Tx, { paymentId, customerId, source, terms, from, until }: PaidLot): Promise<void> {
    await this.customers.lock(tx, [customerId]);
    const expiresAt = this.policy.endOf('paymentRecords', await this.clock.now(tx));
    for (const unit of units) {
      const granted = terms.credits[unit] ?? 0;
      if (granted > 0) await this.ledger.give(tx, { customerId, unit, source, paymentId, granted, from, until, expiresAt, because: null });
    }
  }

  /**
   * Brings the credits of a payment in line with its money: the share that was paid back (rounded down) is taken back as far
   * as it is unused, all of it when a dispute is lost, and restored when it is won after all; while it is disputed nothing of it can be used.
   */
  async settle(tx: Tx, { paymentId, amountMinor, refundedMinor, dispute }: PaymentStanding): Promise<void> {
    const [payment] = await tx.query<{ customerId: string }[]>('select customer_id as "customerId" from payments.payment where id = $1', [paymentId]);
    if (!payment) return;
    await this.customers.lock(tx, [payment.customerId]);
    const lots = await this.ledger.settle(tx, paymentId, { refunded: refundedMinor, amount: amountMinor, isLost: dispute === 'lost', isDisputed: dispute === 'open' });
    await this.ledger.takeBack(tx, lots);
  }
}
