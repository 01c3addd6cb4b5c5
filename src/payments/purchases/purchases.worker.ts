import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { OnEvent, OnJob } from '../../platform/jobs/index.js';
import { planEnded, planMissed, purchasePaid, purchasePromised, purchaseRefunded, refundsFailed } from '../payments.events.js';
import { PaymentTelling } from './payment-telling.js';
import { Plans } from './plans.js';
import { PurchaseRepository } from './purchase.repository.js';
import { endPlan, tendPurchases } from './purchases.jobs.js';

@Injectable()
export class PurchasesWorker {
  constructor(
    private readonly telling: PaymentTelling,
    private readonly plans: Plans,
    private readonly purchases: PurchaseRepository,
    private readonly db: Database,
  ) {}

  @OnEvent(purchasePaid)
  async paid({ purchaseId }: { purchaseId: string }): Promise<void> {
    await this.plans.endIfGone(purchaseId);
    await this.telling.paid(purchaseId);
  }

  @OnEvent(purchasePromised)
  promised({ purchaseId }: { purchaseId: string }): Promise<void> {
    return this.telling.promised(purchaseId);
  }

  @OnEvent(purchaseRefunded)
  refunded({ purchaseId, paymentId }: { purchaseId: string; paymentId: string }): Promise<void> {
    return this.telling.refunded(purchaseId, paymentId);
  }

  @OnEvent(refundsFailed)
  refundFailed({ purchaseId, paymentId, lessMinor }: { purchaseId: string; paymentId: string; lessMinor: string }): Promise<void> {
    return this.telling.refundFailed(purchaseId, paymentId, BigInt(lessMinor));
  }

  @OnEvent(planMissed)
  missed({ subscriptionId }: { subscriptionId: string }): Promise<void> {
    return this.telling.missed(subscriptionId);
  }

  @OnEvent(planEnded)
  ended({ subscriptionId }: { subscriptionId: string }): Promise<void> {
    return this.telling.ended(subscriptionId);
  }

  @OnJob(endPlan)
  end({ subscriptionId }: { subscriptionId: string }): Promise<void> {
    return this.plans.endNow(subscriptionId);
  }

  @OnJob(tendPurchases)
  async tend(): Promise<void> {
    await this.purchases.expireUnreached(this.db.alone);
    await this.plans.askAgain();
  }
}
