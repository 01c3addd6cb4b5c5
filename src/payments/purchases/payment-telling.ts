import { Injectable } from '@nestjs/common';
import { Money } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { PaymentNews } from './payment-news.js';
import { type Plan, PlanRepository } from './plan.repository.js';
import { type Purchase } from './purchase.js';
import { PurchaseRepository } from './purchase.repository.js';

/** What is told of a payment. */
interface ToldPayment {
  readonly id: string;
  readonly currency: string;
  readonly amountMinor: string;
  readonly refundedMinor: string;
  readonly refundFailedMinor: string;
  readonly periodEnd: Date | null;
}

/** Looks up what a mail is about, when something has happened. */
@Injectable()
export class PaymentTelling {
  constructor(
    private readonly purchases: PurchaseRepository,
    private readonly plans: PlanRepository,
    private readonly news: PaymentNews,
    private readonly db: Database,
  ) {}

  async paid(purchaseId: string): Promise<void> {
    await this.about(purchaseId, async (tx, purchase) => {
      const payment = await this.payment(tx, 'purchase_id = $1 and granted_at is not null order by granted_at limit 1', purchaseId);
      // What cost nothing has no payment.
      if (!payment && purchase.price.minor > 0n) return;
      const amount = payment ? Money.of(BigInt(payment.amountMinor), payment.currency) : purchase.price;
      await this.news.paid(tx, purchase, { id: payment?.id ?? purchaseId, amount, periodEnd: payment?.periodEnd ?? null });
    });
  }

  promised(purchaseId: string): Promise<void> {
    return this.about(purchaseId, (tx, purchase) => this.news.promised(tx, purchase));
  }

  async refunded(purchaseId: string, paymentId: string): Promise<void> {
    await this.about(purchaseId, async (tx, purchase) => {
      const payment = await this.payment(tx, 'id = $1', paymentId);
      if (!payment || payment.refundedMinor === '0') return;
      await this.news.refunded(tx, purchase, { id: paymentId, failedMinor: payment.refundFailedMinor, refunded: Money.of(BigInt(payment.refundedMinor), payment.currency), isWhole: payment.refundedMinor === payment.amountMinor });
    });
  }

  /** Who never heard that money comes back hears nothing of it. */
  async refundFailed(purchaseId: string, paymentId: string, lessMinor: bigint): Promise<void> {
    await this.about(purchaseId, async (tx, purchase) => {
      const payment = await this.payment(tx, 'id = $1', paymentId);
      if (payment && lessMinor > 0n) await this.news.refundFailed(tx, purchase, { id: paymentId, failedMinor: payment.refundFailedMinor, less: Money.of(lessMinor, payment.currency) });
    });
  }

  missed(subscriptionId: string): Promise<void> {
    return this.aboutPlan(subscriptionId, (tx, purchase, plan) => this.news.pastDue(tx, purchase, plan));
  }

  ended(subscriptionId: string): Promise<void> {
    return this.aboutPlan(subscriptionId, (tx, purchase, plan) => this.news.planEnded(tx, purchase, plan));
  }

  private async aboutPlan(subscriptionId: string, tell: (tx: Tx, purchase: Purchase, plan: Plan) => Promise<void>): Promise<void> {
    const plan = await this.plans.find(this.db.alone, subscriptionId);
    if (plan) await this.about(plan.purchaseId, (tx, purchase) => tell(tx, purchase, plan));
  }

  private async about(purchaseId: string, tell: (tx: Tx, purchase: Purchase) => Promise<void>): Promise<void> {
    await this.db.transaction(async (tx) => {
      const purchase = await this.purchases.find(tx, purchaseId);
      if (purchase) await tell(tx, purchase);
    });
  }

  private async payment(tx: Tx, which: string, id: string): Promise<ToldPayment | null> {
    const [row] = await tx.query<ToldPayment[]>(
      `select id, currency, amount_minor as "amountMinor", refunded_minor as "refundedMinor", refund_failed_minor as "refundFailedMinor", period_end as "periodEnd" from payments.payment where ${which}`, [id]);
    return row ?? null;
  }
}
