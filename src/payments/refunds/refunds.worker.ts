import { Injectable } from '@nestjs/common';
import { OnEvent, OnJob } from '../../platform/jobs/index.js';
import { purchaseRefunded, refundsFailed, setApartRefunded } from '../payments.events.js';
import { type FailedRefund } from '../gateways/gateway.js';
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
  fail({ paymentId, refunds }: { paymentId: string; refunds: readonly Told[] }): Promise<void> {
    return this.arrivals.see(paymentId, refunds.map(heard));
  }

  @OnEvent(setApartRefunded)
  seeSetApart({ quarantineId, refundedMinor, refunds }: { quarantineId: string; refundedMinor: string; refunds: readonly Told[] }): Promise<void> {
    return this.arrivals.seeSetApart(quarantineId, BigInt(refundedMinor), refunds.map(heard));
  }
}

interface Told {
  readonly reference: string;
  readonly key: string | null;
  readonly amountMinor: string;
}

const heard = ({ amountMinor, ...refund }: Told): FailedRefund => ({ ...refund, amountMinor: BigInt(amountMinor) });
