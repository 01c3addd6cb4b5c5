import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { type FailedRefund } from '../gateways/gateway.js';
import { purchasePaid, purchasePromised, purchaseRefunded, refundsFailed } from '../payments.events.js';
import { failedRefundsTold } from './failed-refunds-told.js';
import { Giving } from './giving.js';
import { type KnownPayment, PaymentRepository, type Turn } from './payment.repository.js';
import { type PaymentFacts } from './payment-states.js';
import { type HeldPurchase } from './settled-purchase.repository.js';

/** What follows from a payment: what it bought is given, once, and goes back with the money. */
@Injectable()
export class Effects {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly giving: Giving,
    private readonly outbox: Outbox,
  ) {}

  /** `before`: what was known until now. Customers are held before numbers of invoices, here as everywhere. */
  async follow(tx: Tx, purchase: HeldPurchase, payment: KnownPayment, before: PaymentFacts | null, { turn, failedRefunds }: { readonly turn: Turn | null; readonly failedRefunds: readonly FailedRefund[] }): Promise<void> {
    if (before === null && payment.state === 'authorised') await this.promised(tx, purchase);
    if (payment.state !== 'captured') return;
    const back = payment.refundedMinor - (before?.refundedMinor ?? 0n);
    if (!payment.isGranted) await this.giving.credits(tx, purchase, payment, turn);
    if (back !== 0n || payment.dispute !== (before?.dispute ?? null)) await this.giving.settle(tx, payment);
    if (!payment.isGranted) await this.granted(tx, purchase, payment);
    if (back !== 0n) await this.giving.moneyBack(tx, payment.id, back);
    if (back > 0n) await this.outbox.publish(tx, purchaseRefunded, { purchaseId: purchase.id, paymentId: payment.id, thing: purchase.thing });
    if (payment.refundFailedMinor > (before?.refundFailedMinor ?? 0n)) await this.failed(tx, payment, back, failedRefunds);
  }

  private async granted(tx: Tx, { id: purchaseId, thing }: HeldPurchase, { id }: KnownPayment): Promise<void> {
    const isFirst = await this.payments.granted(tx, id, purchaseId);
    await this.giving.invoice(tx, id);
    if (isFirst) await this.outbox.publish(tx, purchasePaid, { purchaseId, thing });
  }

  private async failed(tx: Tx, { id: paymentId, purchaseId }: KnownPayment, back: bigint, failedRefunds: readonly FailedRefund[]): Promise<void> {
    await this.outbox.publish(tx, refundsFailed, { purchaseId, paymentId, lessMinor: back < 0n ? (-back).toString() : '0', refunds: failedRefundsTold(failedRefunds) });
  }

  private async promised(tx: Tx, { id: purchaseId, state }: HeldPurchase): Promise<void> {
    if (state === 'created' || state === 'open') await this.outbox.publish(tx, purchasePromised, { purchaseId });
  }
}
