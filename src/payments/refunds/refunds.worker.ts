import { Injectable } from '@nestjs/common';
import { OnEvent, OnJob } from '../../platform/jobs/index.js';
import { purchaseRefunded, refundsFailed } from '../payments.events.js';
import { RefundArrivals } from './refund-arrivals.js';
import { RefundDispatch } from './refund-dispatch.js';
import { sendRefund, tendRefunds } from './refunds.jobs.js';

@Injectable()
export class RefundsWorker {
  constructor(
    private readonly dispatch: RefundDispatch,
    private readonly arrivals: RefundArrivals,
  ) {}

  @OnJob(sendRefund)
  send({ refundId }: { refundId: string }): Promise<void> {
    return this.dispatch.send(refundId);
  }

  @OnJob(tendRefunds)
  tend(): Promise<void> {
    return this.arrivals.tend();
  }

  @OnEvent(purchaseRefunded)
  see({ paymentId }: { paymentId: string }): Promise<void> {
    return this.arrivals.see(paymentId);
  }

  @OnEvent(refundsFailed)
  fail({ paymentId, refunds }: { paymentId: string; refunds: readonly { reference: string; key: string | null; amountMinor: string }[] }): Promise<void> {
    return this.arrivals.see(paymentId, refunds.map(({ amountMinor, ...refund }) => ({ ...refund, amountMinor: BigInt(amountMinor) })));
  }
}
