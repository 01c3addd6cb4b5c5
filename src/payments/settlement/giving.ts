import { Injectable } from '@nestjs/common';
import { Period } from '../../kernel/index.js';
import { type Tx } from '../../platform/db/index.js';
import { Lots } from '../entitlements/lots.js';
import { Invoices } from '../invoices/invoices.js';
import { type KnownPayment, type Turn } from './payment.repository.js';
import { type HeldPurchase } from './settled-purchase.repository.js';

/** Credits and invoices of a payment. */
@Injectable()
export class Giving {
  constructor(
    private readonly lots: Lots,
    private readonly invoices: Invoices,
  ) {}

  /** Credits of a plan are those of the turn that was paid; those of a pack last as long as it says, from now. */
  async credits(tx: Tx, { customerId, kind, terms, now }: HeldPurchase, { id: paymentId }: KnownPayment, turn: Turn | null): Promise<void> {
    if (kind === 'item') return;
    const from = turn?.start ?? now;
    const until = turn?.end ?? (terms.lasts === null ? null : Period.parse(terms.lasts).after(from));
    await this.lots.grant(tx, { paymentId, customerId, source: kind, terms, from, until });
  }

  /** What went back takes its share of the credits with it. */
  async settle(tx: Tx, { id: paymentId, amountMinor, refundedMinor, dispute }: KnownPayment): Promise<void> {
    await this.lots.settle(tx, { paymentId, amountMinor, refundedMinor, dispute });
  }

  async invoice(tx: Tx, paymentId: string): Promise<void> {
    await this.invoices.issue(tx, paymentId);
  }

  /** Less than nothing, where a refund failed that had been counted. */
  async moneyBack(tx: Tx, paymentId: string, minor: bigint): Promise<void> {
    await this.invoices.credit(tx, paymentId, minor);
  }
}
