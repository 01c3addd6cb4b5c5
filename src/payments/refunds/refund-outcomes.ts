import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/index.js';
import { type Tx } from '../../platform/db/index.js';
import { QuarantineRepository } from '../settlement/quarantine/quarantine.repository.js';
import { type Refund } from './refund.js';
import { RefundNews } from './refund-news.js';
import { RefundRepository } from './refund.repository.js';

/** What follows once it is known what became of a refund. */
@Injectable()
export class RefundOutcomes {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly news: RefundNews,
    private readonly findings: QuarantineRepository,
    private readonly audit: AuditLog,
  ) {}

  /** It is written down as failed: the operators hear of it, and a payment that was set apart waits for them again. */
  async failed(tx: Tx, id: string): Promise<void> {
    const refund = await this.refunds.get(tx, id);
    await this.news.failed(tx, refund);
    if (refund.quarantineId === null) return;
    const isOpenAgain = await this.findings.reopen(tx, refund.quarantineId);
    if (isOpenAgain) await this.audit.append(tx, { actor: { kind: 'system', id: null }, action: 'payments.quarantine_reopened', subject: { kind: 'quarantined_payment', id: refund.quarantineId } });
    // Whoever paid was told that this one comes; of every other refund the settlement tells them.
    if (refund.because === 'failed_later' && refund.reason !== 'at_gateway') await this.news.notReturned(tx, refund);
  }

  /** The gateway has taken on, or made, one of a payment that was set apart. */
  async returned(tx: Tx, refund: Refund): Promise<void> {
    await this.news.returned(tx, refund);
  }
}
