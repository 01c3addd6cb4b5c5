import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { Policy } from '../../../platform/policy/index.js';
import { type SeenPayment } from '../../gateways/gateway.js';
import { setApartRefunded } from '../../payments.events.js';
import { failedRefundsTold } from '../failed-refunds-told.js';
import { type Misfit } from './fit.js';
import { QuarantineNews } from './quarantine-news.js';
import { QuarantineRepository } from './quarantine.repository.js';

const CODE = /^[A-Za-z]{3}$/;

/** Payments that are not what was ordered: nothing is given for them, and a person looks. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly findings: QuarantineRepository,
    private readonly news: QuarantineNews,
    private readonly policy: Policy,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** `said`: of which payment, for how much, in what. */
  async add(tx: Tx, gateway: string, said: { readonly reference: string; readonly amountMinor: bigint; readonly currency: string | null }, reason: Misfit, purchaseId: string | null): Promise<void> {
    const saidCurrency = said.currency !== null && CODE.test(said.currency) ? said.currency.toUpperCase() : null;
    const expiresAt = this.policy.endOf('paymentRecords', await this.clock.now(tx));
    const id = await this.findings.add(tx, { gateway, reference: said.reference, reason, purchaseId, saidMinor: said.amountMinor, saidCurrency, expiresAt });
    if (id !== null) await this.news.setApart(tx, id, gateway, reason);
  }

  /** What became of money that goes back of such payments. Told each time: whoever follows it knows what is new. */
  async follow(tx: Tx, gateway: string, payments: readonly SeenPayment[]): Promise<void> {
    for (const { state, reference, refundedMinor, failedRefunds = [] } of payments) {
      if (state !== 'captured' || (refundedMinor === 0n && failedRefunds.length === 0)) continue;
      const quarantineId = await this.findings.find(tx, gateway, reference);
      if (quarantineId !== null) await this.outbox.publish(tx, setApartRefunded, { quarantineId, refundedMinor: refundedMinor.toString(), refunds: failedRefundsTold(failedRefunds) });
    }
  }

  /** Whether this payment was ever set apart. */
  async holds(tx: Tx, gateway: string, reference: string): Promise<boolean> {
    return this.findings.has(tx, gateway, reference);
  }
}
